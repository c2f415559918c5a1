"""OSWorld's tasks and Spider2-V's as ours: `/home/user` is the scratch home, and what makes no sense here is named."""

from tasks.live.osworld.reading import read_each_osworld, read_osworld

__all__ = ["read_each_osworld", "read_osworld"]

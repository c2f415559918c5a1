"""Where the panel's run stands."""

import enum


class Phase(enum.Enum):
    """One state at a time; all but IDLE belong to a run."""

    IDLE = enum.auto()
    OPENING = enum.auto()
    THINKING = enum.auto()
    ACTING = enum.auto()
    PAUSING = enum.auto()
    PAUSED = enum.auto()
    APPROVING = enum.auto()
    ASKING = enum.auto()
    STOPPING = enum.auto()

    @property
    def waits_for_person(self) -> bool:
        """Whether the run stands still until the person says something."""
        return self in (Phase.PAUSED, Phase.APPROVING, Phase.ASKING)

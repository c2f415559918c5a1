"""Whose a file is: the system's, or the user's, who can write it, and so can every editor that the agent operates."""

import os
from pathlib import Path


def is_users_own(path: Path, within: Path) -> bool:
    """Say whether the user can write the file, or put another in its place in the folder `within`.

    Root can write everything: to root, what lies below the home folder or the user's data folder is the user's own.
    """
    real = path.resolve()
    if any(_lies_below(place, folder) for place in (path.absolute(), real) for folder in _users_folders()):
        return True
    if getattr(os, "geteuid", lambda: -1)() == 0:
        return False
    folders = [folder for folder in path.parents if folder == within or within in folder.parents]
    return any(os.access(place, os.W_OK) for place in (path, *folders, real, real.parent))


def _users_folders() -> list[Path]:
    folders = [Path.home(), *([Path(data)] if (data := os.environ.get("XDG_DATA_HOME")) else [])]
    return [found for folder in folders for found in (folder.absolute(), folder.resolve())]


def _lies_below(path: Path, folder: Path) -> bool:
    return folder in path.parents

"""Where runs are recorded."""

import os
import secrets
import sys
from datetime import datetime
from pathlib import Path


def new_run_folder(parent: Path | None = None) -> Path:
    """Return a folder name of its own for a run that starts now, in `parent` or the user's data folder."""
    name = f"{datetime.now():%Y-%m-%d_%H-%M-%S}_{secrets.token_hex(2)}"
    return (parent or runs_folder()) / name


def runs_folder() -> Path:
    """Return where recordings go unless told otherwise (the platform's folder for a user's data)."""
    home = Path.home()
    if sys.platform == "win32":
        data = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
    elif sys.platform == "darwin":
        data = home / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return data / "deskhand" / "runs"

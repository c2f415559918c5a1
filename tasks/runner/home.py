"""A scratch home: what a task's programs take for the user's folders, so that the real ones stay as they are.

Sockets have a place of their own beside it: their paths end after 107 bytes, and results may lie deep.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from model.engine.places import FOLDER, KEPT, engine_folder

_XDG = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
}
_SHORT = {"XDG_RUNTIME_DIR": "run", "TMPDIR": "tmp"}
_PLACES = ("Desktop", "Documents", "Downloads", "Music", "Pictures", "Public", "Templates", "Videos")
_PRIVATE = 0o700

# Where models lie, which no task is to download again.
_KEPT = {"HF_HOME": ".cache/huggingface"}

_LONGEST = 40  # bytes; Chromium alone puts 50 after it


def make_home(home: Path, short: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """Make an empty home, with `short` for its sockets; return the environment of a process that lives in it."""
    own = {"HOME": home}
    own |= {name: home / folder for name, folder in _XDG.items()}
    own |= {name: short / folder for name, folder in _SHORT.items()}
    for folder in (*own.values(), *(home / place for place in _PLACES)):
        folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    places = (f'XDG_{place.upper()}_DIR="$HOME/{place}"\n' for place in _PLACES)
    (home / ".config/user-dirs.dirs").write_text("".join(places))
    real = Path(environ.get("HOME", "/"))
    kept = {name: environ.get(name, str(real / folder)) for name, folder in _KEPT.items()}
    kept |= {FOLDER: str(engine_folder(environ)), KEPT: "1"}  # the model is no task's own
    return {**environ, **kept, **{name: str(folder) for name, folder in own.items()}}


def make_short_folder() -> Path:
    """Make a folder of a short path, which only its owner may enter."""
    usual = tempfile.gettempdir()
    short = usual if len(usual.encode()) <= _LONGEST else "/tmp"  # noqa: S108 - the name in it is a random one
    return Path(tempfile.mkdtemp(prefix="deskhand-", dir=short))

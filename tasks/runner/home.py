"""A scratch home: what a task's programs take for the user's folders, so that the real ones stay as they are."""

from collections.abc import Mapping
from pathlib import Path

_XDG = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": ".run",
}
_PLACES = ("Desktop", "Documents", "Downloads", "Music", "Pictures", "Public", "Templates", "Videos")
_PRIVATE = 0o700

# Where models lie, which no task is to download again.
_KEPT = {"HF_HOME": ".cache/huggingface"}


def make_home(home: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """Make an empty home; return the environment of a process that lives in it."""
    for folder in ("", "tmp", *_XDG.values(), *_PLACES):
        (home / folder).mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    places = (f'XDG_{place.upper()}_DIR="$HOME/{place}"\n' for place in _PLACES)
    (home / ".config/user-dirs.dirs").write_text("".join(places))
    real = Path(environ.get("HOME", "/"))
    kept = {name: environ.get(name, str(real / folder)) for name, folder in _KEPT.items()}
    own = {name: str(home / folder) for name, folder in _XDG.items()}
    return {**environ, **kept, **own, "HOME": str(home), "TMPDIR": str(home / "tmp")}

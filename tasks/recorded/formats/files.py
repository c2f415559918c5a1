"""Finds annotations and pictures in a folder as it was published or unpacked, and never outside of it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PureWindowsPath

from tasks.recorded.steps import BadRecordError

_PATTERNS = ("*.json", "*.jsonl", "*/*.json", "*/*.jsonl")


def annotation_files(data: Path) -> Iterator[Path]:
    """Yield the JSON files of a folder and of the folders in it, by name; or the one file itself."""
    if data.is_file():
        yield data
        return
    yield from sorted({path for pattern in _PATTERNS for path in data.glob(pattern) if path.is_file()})


def inner_name(path: Path, root: Path) -> str:
    """Return what a file is called as seen from a folder that it may lie in; a name on disk can be any bytes."""
    inner = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
    return inner.as_posix().encode("utf-8", "replace").decode()


def find_image(folders: Iterable[Path], names_within: Sequence[str], name: str) -> Path:
    """Return where a picture lies in one of the folders, or in one so named within; where it should, if nowhere.

    Raises `BadRecordError` for a name that leads out of them.
    """
    inside = PureWindowsPath(name)  # it knows both kinds of separators, and drives
    if inside.drive or inside.root or ".." in inside.parts or not inside.name:
        raise BadRecordError(f"the screenshot's name {name!r} leads out of the folder.")
    candidates = [Path(folder, within, *inside.parts) for folder in folders for within in ("", *names_within)]
    return next(filter(is_file, candidates), candidates[0])


def is_file(path: Path) -> bool:
    """Say whether there is such a file."""
    try:
        return path.is_file()
    except OSError:  # a name can be too long to be one
        return False

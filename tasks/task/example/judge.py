"""The function that a check calls."""

from pathlib import Path
from types import SimpleNamespace


def all_is_well(run: SimpleNamespace) -> bool | str:
    """Return True, or what was seen instead."""
    notes = sorted(path.name for path in Path(run.home).glob("notes*.txt"))
    return notes == ["notes.txt"] or f"the notes {', '.join(notes)}"

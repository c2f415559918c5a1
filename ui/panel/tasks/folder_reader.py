"""Reads the folder of tasks off the window's thread, together with what is wished of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from ui.panel.errand import Errand
from ui.panel.failures import in_a_sentence
from ui.panel.tasks.listing import Entry, read_entries

Wish: TypeAlias = frozenset[str] | None
"""The keys of the tasks that are to be run once they are read; None means all."""


@dataclass(frozen=True)
class TaskPlaces:
    """Where folders of results are made, where it stands which tasks are trusted, and the suites that come along."""

    results: Path
    approvals: Path
    suites: Path


@dataclass(frozen=True)
class _Read:
    number: int
    entries: Sequence[Entry] = ()
    wrong: str = ""


class FolderReader(QObject):
    """Of several folders that were asked for, the last one counts.

    Signals:
        read: What the folder holds (a list of Entry, and the wish that came with the question).
        failed: It cannot be looked into (a sentence).
    """

    read = Signal(object, object)
    failed = Signal(str)

    def __init__(self, places: TaskPlaces) -> None:
        super().__init__()
        self._places = places
        self._number = 0
        self._wish: Wish = frozenset()
        self.is_reading = False
        self._errand = Errand()
        self._errand.done.connect(self._on_done)
        self._errand.failed.connect(self._on_failed)

    def ask(self, folder: Path, wish: Wish = frozenset()) -> None:
        """Begin to read."""
        self._number, self._wish, self.is_reading = self._number + 1, wish, True
        self._errand.run(partial(_read, self._number, folder, self._places))

    @Slot(object)
    def _on_done(self, read: _Read) -> None:
        if read.number != self._number:
            return
        self.is_reading = False
        if read.wrong:
            self.failed.emit(read.wrong)
        else:
            self.read.emit(read.entries, self._wish)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.is_reading = False
        self.failed.emit(sentence)


def _read(number: int, folder: Path, places: TaskPlaces) -> _Read:
    """Read the folder; a thread of the pool calls."""
    try:
        return _Read(number, read_entries(folder, places.results, places.approvals))
    except OSError as error:
        return _Read(number, wrong=in_a_sentence(error))

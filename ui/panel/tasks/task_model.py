"""The tasks of a folder as a Qt list."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from ui.panel.tasks.listing import Entry, PastResult
from ui.panel.tasks.task_words import second_line, state, title, when

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
DOING_ROLE = ENTRY_ROLE + 1


class TaskModel(QStandardItemModel):
    """`ENTRY_ROLE` gives the `Entry`, `DOING_ROLE` what goes on with it: None nothing, "" it waits, else its worker's
    words. The text is for screen readers.
    """

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[str, QStandardItem] = {}

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these; where they are the same tasks as before, what is chosen stays chosen."""
        if is_new := [entry.key for entry in entries] != list(self._items):
            self.clear()
            self._items = {entry.key: QStandardItem() for entry in entries}
        for entry in entries:
            self._set(self._items[entry.key], entry, None)
        if is_new:
            self.invisibleRootItem().appendRows(list(self._items.values()))

    def entry(self, key: str) -> Entry | None:
        """Return the entry of this key, where there is one."""
        item = self._items.get(key)
        return item.data(ENTRY_ROLE) if item else None

    def doing(self, key: str) -> str | None:
        """Return what goes on with it."""
        item = self._items.get(key)
        return item.data(DOING_ROLE) if item else None

    def row(self, key: str) -> int:
        """Return where it stands; -1 where it does not."""
        item = self._items.get(key)
        return item.row() if item else -1

    def wait(self, keys: Collection[str]) -> None:
        """Show that these are to be run."""
        for item in self._of(keys):
            self._set(item, item.data(ENTRY_ROLE), "")

    def begin(self, key: str, doing: str) -> None:
        """Show what a task is doing."""
        for item in self._of([key]):
            self._set(item, item.data(ENTRY_ROLE), doing)

    def finish(self, past: PastResult) -> None:
        """Show how a task ended."""
        for item in self._of([past.result.id]):
            self._set(item, replace(item.data(ENTRY_ROLE), last=past), None)

    def rest(self) -> None:
        """Show that nothing goes on any more: what was broken off stands as it stood before."""
        for item in self._items.values():
            if item.data(DOING_ROLE) is not None:
                self._set(item, item.data(ENTRY_ROLE), None)

    def _of(self, keys: Collection[str]) -> Iterator[QStandardItem]:
        return (self._items[key] for key in keys if key in self._items)

    def _set(self, item: QStandardItem, entry: Entry, doing: str | None) -> None:
        item.setEditable(False)
        item.setData(entry, ENTRY_ROLE)
        item.setData(doing, DOING_ROLE)
        words, _ = state(entry, doing)
        said = (title(entry), words, second_line(entry, doing), when(entry))
        item.setText(". ".join(part for part in said if part))

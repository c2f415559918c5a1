"""The picture of a task: looked for on a thread, and again and again while its attempt goes on."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, QSize, QThreadPool, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from ui.panel.widgets.pictures import read_picture

_PERIOD_MS = 400
_MOST = QSize(1920, 1920)

Find: TypeAlias = Callable[[], Path | None]


class FoundPicture(QObject):
    """Follows one picture at a time.

    Signals:
        came: It is there, or is another one now; a null image where there is none (QImage).
    """

    came = Signal(QImage)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._find: Find | None = None
        self._seen: Path | None = None
        self._looker: _Looker | None = None
        self._timer = QTimer(self, interval=_PERIOD_MS)
        self._timer.timeout.connect(self._look)

    def look(self, find: Find, *, goes_on: bool) -> None:
        """Show what `find` finds, now and, where it goes on, whatever it finds later. Any thread may call `find`."""
        self._find, self._seen, self._looker = find, None, None
        if goes_on:
            self._timer.start()
        else:
            self._timer.stop()
        self._look()

    def leave(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._find = self._looker = None

    @Slot()
    def _look(self) -> None:
        if self._find and self._looker is None:
            self._looker = _Looker()
            self._looker.found.connect(self._on_found)
            QThreadPool.globalInstance().start(partial(self._looker.look, self._find, self._seen))

    @Slot(object, object, QImage)
    def _on_found(self, looker: object, path: Path | None, image: QImage) -> None:
        if looker is not self._looker:  # another picture is wanted by now
            return
        self._looker = None
        if path is None:
            self.came.emit(QImage())
        elif path != self._seen and not image.isNull():
            self._seen = path
            self.came.emit(image)


class _Looker(QObject):
    """Looks once, on a thread of the pool. It has no parent: it lives until its work is done."""

    found = Signal(object, object, QImage)

    def look(self, find: Find, seen: Path | None) -> None:
        path = find()
        image = read_picture(path, _MOST) if path and path != seen else QImage()
        self.found.emit(self, path, image)

"""Where our own windows are, for the run's thread to paint them out of what the model sees.

The window's thread writes, the run's thread reads: what is read is one immutable tuple.
"""

import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from actions.geometry import Rect
from ui.panel.strip.capture import exclude_from_capture
from ui.panel.strip.units import pointer_rect

LINGER_SECONDS = 0.1
"""How long a place that a window left may still show it: the window system draws when it pleases."""

_CHANGES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class OwnWindows(QObject):
    """Follows the windows that it is told of."""

    def __init__(self) -> None:
        super().__init__()
        self._windows: list[QWidget] = []
        self._shown: tuple[Rect, ...] = ()
        self._left: tuple[tuple[float, Rect], ...] = ()

    def add(self, window: QWidget) -> None:
        """Follow a window; nothing more to do where the system itself keeps it out of captures."""
        self._windows.append(window)
        window.installEventFilter(self)

    def remove(self, window: QWidget) -> None:
        """Follow it no longer."""
        self._windows.remove(window)

    def rects(self) -> tuple[Rect, ...]:
        """Return what they cover in pointer units, or did a moment ago. Any thread may call."""
        now = time.monotonic()
        return self._shown + tuple(rect for until, rect in self._left if until > now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note where the windows are now."""
        if event.type() in _CHANGES:
            self._note(shown=watched if event.type() is QEvent.Type.Show else None)
        return False

    def _note(self, shown: QObject | None) -> None:
        now = time.monotonic()
        windows = [w for w in self._windows if w is shown or w.isVisible()]
        covering = tuple(pointer_rect(w) for w in windows if not exclude_from_capture(w))
        gone = tuple((now + LINGER_SECONDS, rect) for rect in self._shown if rect not in covering)
        self._left = tuple(entry for entry in self._left if entry[0] > now) + gone
        self._shown = covering

"""A person's hand: real input through the display, in small steps, while the windows live on.

Qt's own test events reach a window without passing the display, so that no listener takes them for a takeover.
"""

from types import TracebackType

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext.xtest import fake_input

_STEP, _STEP_MS = 12, 8
_CLICK_MS, _KEY_MS = 40, 12

FAR = QPoint(300, 500)
"""Where none of our windows stands but the panel's."""


class Hand:
    """Moves the pointer, clicks and types; entered, it holds a connection to the display of its own."""

    def __enter__(self) -> "Hand":
        self._display = Display()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._display.close()

    def moves_to(self, target: QPoint) -> None:
        """Go there on a straight line."""
        start = self.place()
        way = target - start
        steps = max(1, max(abs(way.x()), abs(way.y())) // _STEP)
        for step in range(1, steps + 1):
            fake_input(
                self._display,
                X.MotionNotify,
                x=start.x() + way.x() * step // steps,
                y=start.y() + way.y() * step // steps,
            )
            self._done(_STEP_MS)

    def moves_by(self, x: int, y: int) -> None:
        """Go on from where it is."""
        self.moves_to(self.place() + QPoint(x, y))

    def aims_at(self, widget: QWidget) -> None:
        """Go to the middle of what can be pressed."""
        self.moves_to(widget.mapToGlobal(widget.rect().center()))

    def clicks(self, times: int = 1) -> None:
        """Press and release the left button."""
        for _ in range(times):
            for event in (X.ButtonPress, X.ButtonRelease):
                fake_input(self._display, event, 1)
                self._done(_CLICK_MS)

    def types(self, *keys: str) -> None:
        """Press and release keys, by X's names for them."""
        for key in keys:
            code = self._display.keysym_to_keycode(XK.string_to_keysym(key))
            for event in (X.KeyPress, X.KeyRelease):
                fake_input(self._display, event, code)
                self._done(_KEY_MS)

    def place(self) -> QPoint:
        """Where the pointer is."""
        pointer = self._display.screen().root.query_pointer()
        return QPoint(pointer.root_x, pointer.root_y)

    def _done(self, milliseconds: int) -> None:
        self._display.sync()
        QTest.qWait(milliseconds)

"""Another display in a window, which the mouse and the keyboard reach: `python -m ui.mirror DISPLAY AUTHORITY`.

A process of its own: Qt is on the person's display, all else here on the other one.
"""

import os
import sys
from contextlib import suppress

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from Xlib import X
from Xlib.display import Display
from Xlib.error import ConnectionClosedError
from Xlib.ext.xtest import fake_input

from actions.x11.events import open_display
from agent.errors import DesktopError
from agent.screen.screen import Monitor, Screen
from tasks.displays import use_display

_PERIOD_MS = 150
_BUTTONS = {Qt.MouseButton.LeftButton: 1, Qt.MouseButton.MiddleButton: 2, Qt.MouseButton.RightButton: 3}
_WHEEL_UP, _WHEEL_DOWN = 4, 5


class Mirror(QWidget):
    """Shows a screen, and passes on to its display what is done here."""

    def __init__(self, screen: Screen, display: Display) -> None:
        super().__init__()
        self._screen, self._display = screen, display
        self._image = QImage()
        self.setWindowTitle(f"Deskhand: display {display.get_display_name()}")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_PERIOD_MS)
        self.look()
        self.resize(self._image.size())

    def look(self) -> None:
        """Show what the display shows now; close with it."""
        try:
            frame = self._screen.frame()
        except DesktopError:
            self.close()
            return
        height, width = frame.shape
        self._image = QImage(frame.tobytes(), width, height, QImage.Format.Format_RGB32).copy()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's names, here and below
        """Draw it as large as fits."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._shown, self._image)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Move the pointer there."""
        self._move(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Press the button there."""
        self._press(X.ButtonPress, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Release it."""
        self._press(X.ButtonRelease, event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Turn the wheel there."""
        button = _WHEEL_UP if event.angleDelta().y() > 0 else _WHEEL_DOWN
        self._move(event.position())
        self._send(X.ButtonPress, button)
        self._send(X.ButtonRelease, button)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Press the same key."""
        self._key(X.KeyPress, event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Release it."""
        self._key(X.KeyRelease, event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802
        """Leave Tab to the other display."""
        return False

    @property
    def _shown(self) -> QRectF:
        """Where the picture is, in this window."""
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        x, y = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(x, y, size.width(), size.height())

    def _move(self, at: QPointF) -> None:
        shown = self._shown
        x = round((at.x() - shown.x()) * self._image.width() / max(shown.width(), 1))
        y = round((at.y() - shown.y()) * self._image.height() / max(shown.height(), 1))
        self._send(X.MotionNotify, x=x, y=y)

    def _press(self, kind: int, event: QMouseEvent) -> None:
        if button := _BUTTONS.get(event.button()):
            self._move(event.position())
            self._send(kind, button)

    def _key(self, kind: int, event: QKeyEvent) -> None:
        if code := self._display.keysym_to_keycode(event.nativeVirtualKey()):
            self._send(kind, code)

    def _send(self, kind: int, detail: int = 0, x: int = 0, y: int = 0) -> None:
        with suppress(ConnectionClosedError):  # the next look closes the window
            fake_input(self._display, kind, detail, x=x, y=y)
            self._display.flush()


def main(name: str, authority: str) -> None:
    """Show the display until the window, or the display, is closed."""
    app = QApplication([])
    with use_display(name):
        os.environ["XAUTHORITY"] = authority  # Qt has its connection already
        with Screen(Monitor(0)) as screen:
            mirror = Mirror(screen, open_display())
            mirror.show()
            app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Between Qt's device-independent pixels and the pointer's units (physical pixels, but on macOS points).

Qt keeps a screen's origin as the system gives it and divides only what lies within by the screen's scale.
"""

import sys

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from actions.geometry import Rect, View
from actions.schema import Box


def pointer_rect(widget: QWidget) -> Rect:
    """Return what a window covers, its frame included, in pointer units."""
    frame, screen = widget.frameGeometry(), widget.screen()
    origin, scale = screen.geometry().topLeft(), _scale(screen)
    x, y = origin.x() + (frame.x() - origin.x()) * scale, origin.y() + (frame.y() - origin.y()) * scale
    return Rect(round(x), round(y), round(frame.width() * scale), round(frame.height() * scale))


def widget_rect(rect: Rect) -> QRect:
    """Return where a rectangle of pointer units lies for Qt."""
    screen = _screen_at(rect)
    origin, scale = screen.geometry().topLeft(), _scale(screen)
    x, y = origin.x() + (rect.x - origin.x()) / scale, origin.y() + (rect.y - origin.y()) / scale
    return QRect(round(x), round(y), round(rect.width / scale), round(rect.height / scale))


def target_rect(box: Box, view: View) -> Rect:
    """Return where a box of a screenshot lies on the desktop, in pointer units."""
    shown = view.rect
    left, top = shown.x + box.x1 / 1000 * shown.width, shown.y + box.y1 / 1000 * shown.height
    right, bottom = shown.x + box.x2 / 1000 * shown.width, shown.y + box.y2 / 1000 * shown.height
    return Rect(round(left), round(top), max(1, round(right - left)), max(1, round(bottom - top)))


def _screen_at(rect: Rect) -> QScreen:
    for screen in QGuiApplication.screens():
        area, scale = screen.geometry(), _scale(screen)
        inside = Rect(area.x(), area.y(), round(area.width() * scale), round(area.height() * scale))
        if inside.intersection(Rect(rect.x, rect.y, 1, 1)):
            return screen
    return QGuiApplication.primaryScreen()


def _scale(screen: QScreen) -> float:
    return 1.0 if sys.platform == "darwin" else screen.devicePixelRatio()

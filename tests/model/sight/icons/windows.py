"""Real Qt windows full of icons, as pixels, with the truth from the toolkit."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QByteArray, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QMainWindow, QPushButton, QToolButton, QWidget

from model.sight.engine import Pixels
from tests.model.sight.icons.glyphs import svg

_COLUMNS = 7


@dataclass(frozen=True)
class Shown:
    """A window's pixels, blue first, and the middle of each icon by its name."""

    pixels: Pixels
    places: Mapping[str, tuple[float, float]]


class IconWindow(QMainWindow):
    """A tool bar and a grid of buttons, with icons and without; its pixels are taken at any scaling."""

    def __init__(self, dark: bool = False) -> None:
        super().__init__()
        self._dark = dark
        self._grid = QGridLayout()
        self._buttons: dict[str, QWidget] = {}
        self.bar = self.addToolBar("icons")
        self.bar.setIconSize(QSize(18, 18))
        inside = QWidget()
        inside.setLayout(self._grid)
        self.setCentralWidget(inside)
        self.setPalette(_palette(dark))
        self.resize(640, 400)

    def add_to_bar(self, name: str) -> None:
        """Put a drawing into the tool bar."""
        action = self.bar.addAction(drawn(name, self._colour, 18), name)
        self._buttons[name] = self.bar.widgetForAction(action)

    def add_button(self, name: str, icon: QIcon | None = None) -> None:
        """Put a drawing, or an icon, on a button: each second one is raised."""
        count = self._grid.count()
        button = QPushButton() if count % 2 else QToolButton()
        button.setIcon(icon or drawn(name, self._colour, 20))
        button.setIconSize(QSize(20, 20))
        self._grid.addWidget(button, count // _COLUMNS, count % _COLUMNS)
        self._buttons[name] = button

    def add_text(self, text: str, points: int = 10) -> QLabel:
        """Put a text below."""
        label = QLabel(text)
        font = label.font()
        font.setPointSize(points)
        label.setFont(font)
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, _COLUMNS)
        return label

    def shown(self, scale: int = 1) -> Shown:
        """Return what a screen of this scaling shows."""
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # no window manager may resize it meanwhile
        self.show()
        QApplication.processEvents()
        image = QImage(self.size() * scale, QImage.Format.Format_RGB888)
        image.setDevicePixelRatio(scale)
        image.fill(Qt.GlobalColor.black if self._dark else Qt.GlobalColor.white)  # not what lay in memory before
        self.render(image)
        lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        pixels = lines[:, : 3 * image.width()].reshape(image.height(), image.width(), 3)
        places = {name: _middle(button, self, scale) for name, button in self._buttons.items()}
        return Shown(np.ascontiguousarray(pixels[:, :, ::-1]), places)

    @property
    def _colour(self) -> str:
        return "#e0e0e0" if self._dark else "#303030"


def drawn(name: str, colour: str, size: int) -> QIcon:
    """Return a drawing of the tests as an icon, sharp at 100 and 200 %."""
    icon = QIcon()
    for scale in (1, 2):
        pixmap = QPixmap(size * scale, size * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg(name, colour).encode())).render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        icon.addPixmap(pixmap)
    return icon


def _middle(button: QWidget, window: QWidget, scale: int) -> tuple[float, float]:
    corner = button.mapTo(window, QPoint(0, 0))
    return (corner.x() + button.width() / 2) * scale, (corner.y() + button.height() / 2) * scale


def _palette(dark: bool) -> QPalette:
    if not dark:
        return QPalette(QColor("#f0f0f0"))
    palette = QPalette(QColor("#35363a"))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(role, QColor("#e8e8e8"))
    return palette

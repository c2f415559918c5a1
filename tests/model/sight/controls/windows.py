"""Windows of real Qt widgets in looks of their own, and what stands on them by the widgets' own word."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from model.sight.element import Element
from model.sight.engine import Pixels
from model.sight.text_line import PixelBox
from tests.training.controls.qt.truth import truth
from tests.training.controls.samples import IGNORED

SIZE = (720, 520)


@dataclass(frozen=True)
class Look:
    """Colours and a scale."""

    window: str
    paper: str
    ink: str
    accent: str
    scale: float = 1.0

    def palette(self) -> QPalette:
        """Return the colours as Qt wants them."""
        roles = QPalette.ColorRole
        colours = {
            self.window: (roles.Window, roles.Button),
            self.paper: (roles.Base,),
            self.ink: (roles.WindowText, roles.ButtonText, roles.Text),
            self.accent: (roles.Highlight,),
        }
        made = QPalette()
        for colour, places in colours.items():
            for place in places:
                made.setColor(place, QColor(colour))
        return made


LOOKS = {
    "light": Look("#f3f1ee", "#ffffff", "#202020", "#1f7a8c"),
    "dark": Look("#2b2d33", "#1e2025", "#e6e6e6", "#c2703d"),
    "larger": Look("#eceff4", "#fdfdfd", "#101820", "#7048c2", scale=1.25),
}


def settings_window() -> QMainWindow:
    """Return a window with a menu bar, tabs, a form with each small control, and buttons."""
    root = QMainWindow()
    for name in ("File", "Edit", "View", "Help"):
        root.menuBar().addMenu(name)
    pages = QTabWidget()
    pages.addTab(_form(), "General")
    pages.addTab(QWidget(), "Network")
    pages.addTab(QWidget(), "Advanced")
    inner = QWidget()
    outer = QVBoxLayout(inner)
    outer.addWidget(QLabel("Changes take effect after the program is started again."))
    outer.addWidget(pages)
    outer.addLayout(_row(QPushButton("Restore"), QPushButton("Cancel"), QPushButton("Apply")))
    root.setCentralWidget(inner)
    return root


def _form() -> QWidget:
    page = QWidget()
    form = QFormLayout(page)
    language, copies, volume = QComboBox(), QSpinBox(), QSlider(Qt.Orientation.Horizontal)
    language.addItem("English")
    copies.setValue(7)
    volume.setValue(40)
    form.addRow("Name", QLineEdit("Anna"))
    form.addRow("Language", language)
    form.addRow("Copies", copies)
    form.addRow("Volume", volume)
    form.addRow("Backups", _ticked(QCheckBox("Keep old versions"), True))
    form.addRow("Spelling", _ticked(QCheckBox("Check while typing"), False))
    form.addRow("Size", _ticked(QRadioButton("Small"), True))
    form.addRow("", _ticked(QRadioButton("Large"), False))
    return page


def browser_window() -> QMainWindow:
    """Return a window with a list, a table and a text to write."""
    root, inner = QMainWindow(), QWidget()
    listing, table = QListWidget(), QTableWidget(5, 3)
    listing.addItems(["Inbox", "Drafts", "Sent", "Archive", "Trash"])
    listing.setCurrentRow(1)
    table.setHorizontalHeaderLabels(["Item", "Price", "Stock"])
    for row in range(5):
        for column in range(3):
            table.setItem(row, column, QTableWidgetItem(f"{(row + 3) * (column + 7)}.50"))
    right = QVBoxLayout()
    right.addWidget(table)
    right.addWidget(QPlainTextEdit("The garden was quiet in the morning.\nNobody had written for a week."))
    outer = QHBoxLayout(inner)
    outer.addWidget(listing)
    outer.addLayout(right, 2)
    root.setCentralWidget(inner)
    return root


def shown(root: QWidget, look: Look) -> tuple[Pixels, list[Element]]:
    """Return a window's picture in a look, blue first, and the controls on it."""
    width, height = (round(side / look.scale) for side in SIZE)
    root.setPalette(look.palette())
    root.resize(width, height)
    root.ensurePolished()
    root.show()
    image = QImage(round(root.width() * look.scale), round(root.height() * look.scale), QImage.Format.Format_BGR888)
    image.setDevicePixelRatio(look.scale)
    root.render(image)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()
    return pixels, [_scaled(each, look.scale) for each in truth(root) if each.kind != IGNORED]


def _scaled(element: Element, scale: float) -> Element:
    return Element(
        element.kind,
        PixelBox(*(side * scale for side in element.box)),
        checked=element.checked,
        selected=element.selected,
        enabled=element.enabled,
    )


def _ticked(button: QCheckBox | QRadioButton, on: bool) -> QWidget:
    button.setAutoExclusive(False)
    button.setChecked(on)
    return button


def _row(*buttons: QWidget) -> QHBoxLayout:
    made = QHBoxLayout()
    made.addStretch()
    for button in buttons:
        made.addWidget(button)
    return made

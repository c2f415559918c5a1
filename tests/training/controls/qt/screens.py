"""Draws random Qt windows off screen and yields each as a sample."""

import os
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from model.sight.element import Element
from model.sight.text_line import PixelBox
from tests.training.controls.qt import looks, widgets
from tests.training.controls.qt.truth import menu_items, truth
from tests.training.controls.qt.windows import window
from tests.training.controls.samples import Sample, clipped, covered

SIZE = (640, 416)
"""Width and height of a sample in pixels."""


def screens(seed: int, held_out: bool) -> Iterator[Sample]:
    """Yield windows without end; `held_out` asks for the style that is kept aside, which no style sheet changes."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    application.setStyle(looks.HELD_OUT_STYLE if held_out else looks.TRAINED_STYLE)
    random = Random(seed)
    while True:
        yield _screen(application, random, held_out)


def _screen(application: QApplication, random: Random, plain: bool) -> Sample:
    scale = random.choice((1, 1, 1, 1, 1.25, 1.5, 2))
    colours = looks.palette(random)
    application.setFont(looks.font(random))
    application.setPalette(colours)
    application.setStyleSheet("" if plain else looks.sheet(random, colours))
    root = window(random, *(round(side / scale) for side in SIZE))
    root.setAutoFillBackground(True)
    root.show()
    _focus(random, root)
    application.processEvents()
    image, found = _image(root, scale), list(truth(root))
    if random.random() < 0.2:
        found = _with_menu(random, image, found)
    root.close()
    root.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # without a loop nothing else deletes it
    frame = PixelBox(0, 0, *SIZE)
    scaled = (_scaled(each, scale) for each in found)
    return Sample(_pixels(image), tuple(clipped(scaled, frame)))


def _focus(random: Random, root: QWidget) -> None:
    able = [
        each
        for kind in (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractButton, QComboBox)
        for each in root.findChildren(kind)
        if each.isVisible() and each.isEnabled()
    ]
    root.activateWindow()
    if able and random.random() < 0.6:
        random.choice(able).setFocus()
    else:
        root.setFocus()


def _image(root: QWidget, scale: float) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_BGR888)
    image.setDevicePixelRatio(scale)
    image.fill(root.palette().window().color())
    root.render(image)
    return image


def _with_menu(random: Random, image: QImage, found: list[Element]) -> list[Element]:
    """Draw an open menu over the window."""
    menu: QMenu = widgets.menu(random)
    menu.ensurePolished()
    menu.resize(menu.sizeHint())
    if random.random() < 0.5:
        menu.setActiveAction(random.choice(menu.actions()))
    width, height = (side / image.devicePixelRatio() for side in SIZE)
    corner = QPoint(
        random.randint(0, max(int(width) - menu.width(), 1)), random.randint(0, max(int(height) - menu.height(), 1))
    )
    menu.render(image, corner)
    box = PixelBox(0, 0, menu.width(), menu.height()).moved(corner.x(), corner.y())
    items = [_moved(each, corner) for each in menu_items(menu)]
    menu.deleteLater()
    return [*covered(found, box), *items]


def _moved(element: Element, by: QPoint) -> Element:

    return replace(element, box=element.box.moved(by.x(), by.y()))


def _scaled(element: Element, scale: float) -> Element:

    return replace(element, box=PixelBox(*(side * scale for side in element.box)))


def _pixels(image: QImage) -> np.ndarray:
    width, height = SIZE
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    return flat[:, : width * 3].reshape(height, width, 3).copy()

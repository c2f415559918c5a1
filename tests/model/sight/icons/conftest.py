"""Windows with icons, on the suite's display."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from model.sight.icons.classifier import Icons
from tasks.displays import VirtualDisplay
from tests.model.sight.icons.windows import IconWindow

OpenWindow = Callable[[bool], IconWindow]


@pytest.fixture(scope="session")
def qapp_args(display: VirtualDisplay) -> list[str]:
    """Qt binds the suite's display."""
    return ["deskhand"]


@pytest.fixture
def open_window(qapp: QApplication) -> Iterator[OpenWindow]:
    """Open windows in Qt's own look: tests of the panel dress the application, which all of a process share."""
    windows: list[IconWindow] = []
    sheet, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())
    qapp.setFont(QFont())

    def opened(dark: bool) -> IconWindow:
        windows.append(IconWindow(dark))
        return windows[-1]

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


@pytest.fixture(scope="session")
def icons() -> Icons:
    return Icons()

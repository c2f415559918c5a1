"""Where our windows are, in the pointer's units."""

import time

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from actions.geometry import Rect, View
from actions.schema import Box
from ui.panel.strip.own_windows import LINGER_SECONDS, OwnWindows
from ui.panel.strip.units import pointer_rect, target_rect, widget_rect

pytestmark = pytest.mark.display


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget(None, Qt.WindowType.X11BypassWindowManagerHint)
    qtbot.addWidget(made)
    made.setGeometry(100, 50, 300, 200)
    return made


def test_a_shown_window_covers_its_place(window: QWidget) -> None:
    own = OwnWindows()
    own.add(window)
    assert own.rects() == ()
    window.show()
    assert own.rects() == (Rect(100, 50, 300, 200),)


def test_a_place_that_a_window_left_is_covered_for_a_moment(window: QWidget) -> None:
    own = OwnWindows()
    own.add(window)
    window.show()
    window.hide()
    assert own.rects() == (Rect(100, 50, 300, 200),)
    time.sleep(LINGER_SECONDS)
    assert own.rects() == ()


def test_a_window_that_is_no_longer_followed_covers_nothing(window: QWidget) -> None:
    own = OwnWindows()
    own.add(window)
    own.remove(window)
    window.show()
    assert own.rects() == ()


def test_pointer_units_and_back(window: QWidget) -> None:
    assert widget_rect(pointer_rect(window)) == QRect(100, 50, 300, 200)


def test_a_box_lies_on_the_desktop_where_the_screenshot_shows_it() -> None:
    view = View(Rect(-1280, 0, 1280, 800), (Rect(-1280, 0, 1280, 800),))
    assert target_rect(Box(500, 250, 750, 500), view) == Rect(-640, 200, 320, 200)

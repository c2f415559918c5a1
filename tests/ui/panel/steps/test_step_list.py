"""The list of steps, and pictures that come when nobody waits for them any more."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agent.step import Step
from ui.panel.look.theme import Theme
from ui.panel.steps.step_list import StepList

pytestmark = pytest.mark.display


def test_a_thumbnail_that_comes_after_the_list_was_cleared_is_let_go(qtbot: QtBot, qapp: QApplication) -> None:
    steps = StepList(Theme(qapp, "light"))
    qtbot.addWidget(steps)
    steps.show()
    qtbot.waitExposed(steps)
    steps.add(Step(index=1, screenshot="1.png", thought="", answer=""), Path("1.png"))
    with qtbot.waitSignal(steps._thumbnails.came):
        steps.grab()
        steps.clear()

"""Approving steps in the real panel, with the real loop and guard on a fake desktop."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from actions.schema import Click, TypeText
from agent.recording import Recording
from tests.fakes import FakeDesktop, FakeModel
from tests.ui.panel.conftest import OpenPanel
from tests.ui.panel.person import Person
from tests.ui.panel.replies import DONE, click, reply
from ui.panel.asking.overlay import Ring
from ui.panel.settings.panel_settings import PanelSettings
from ui.panel.widgets.picture_view import PictureView

pytestmark = pytest.mark.display

EACH = PanelSettings(language="en", theme="light", approve_each=True)
TYPE = reply(action_type="input_text", text="helo")


def rings() -> list[Ring]:
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, Ring) and window.isVisible()]


def test_nothing_is_done_before_yes(open_panel: OpenPanel, person: Person, desktop: FakeDesktop) -> None:
    open_panel(FakeModel(click(), DONE), settings=EACH)
    person.starts()
    person.wait_to_see("Approve this step?")
    assert desktop.acted == []
    person.press("Yes, do it")
    person.wait_to_see("Goal reached")
    assert len(desktop.acted) == 1


def test_the_target_is_drawn_on_the_screen_while_asked(open_panel: OpenPanel, person: Person) -> None:
    open_panel(FakeModel(click(), DONE), settings=EACH)
    person.starts()
    person.wait_for(lambda: len(rings()) == 1)
    assert rings()[0].geometry().contains(QPoint(25, 25))  # [100, 200, 150, 300] of 200 by 100
    person.press("Yes, do it")
    person.wait_to_see("Goal reached")
    assert rings() == []


def test_a_refused_step_is_told_to_the_model(open_panel: OpenPanel, person: Person, desktop: FakeDesktop) -> None:
    panel = open_panel(FakeModel(click(), DONE), settings=EACH)
    person.starts()
    person.press("No")
    person.wait_to_see("Goal reached")
    assert desktop.acted == []
    assert "did not approve" in Recording(panel.run.folder).steps[0].error


def test_text_is_edited_before_it_is_typed(open_panel: OpenPanel, person: Person, desktop: FakeDesktop) -> None:
    open_panel(FakeModel(TYPE, DONE), settings=EACH)
    person.starts()
    person.press("Edit")
    person.write("Text", "hello")
    person.press("Yes, do it")
    person.wait_to_see("Goal reached")
    assert desktop.acted == [TypeText(text="hello")]


def test_keys_that_are_none_are_said(open_panel: OpenPanel, person: Person, desktop: FakeDesktop) -> None:
    open_panel(FakeModel(reply(action_type="press_keys", keys=["ctrl", "s"]), DONE), settings=EACH)
    person.starts()
    person.press("Edit")
    person.write("Text", "ctrl + nonsense")
    person.press("Yes, do it")
    person.wait_to_see("nonsense")
    assert desktop.acted == []
    person.press("No")
    person.wait_to_see("Goal reached")


def test_the_target_is_moved_by_a_click_on_the_screenshot(
    open_panel: OpenPanel, person: Person, desktop: FakeDesktop
) -> None:
    panel = open_panel(FakeModel(click(), DONE), settings=EACH)
    person.starts()
    person.press("Edit")
    picture = next(w for w in panel.stage.confirm.findChildren(PictureView))
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.rect().center())
    person.press("Yes, do it")
    person.wait_to_see("Goal reached")
    (acted,) = desktop.acted
    assert isinstance(acted, Click)
    assert acted.box_2d.centre == pytest.approx((500, 500), abs=10)


def test_stop_while_asked_ends_the_run(open_panel: OpenPanel, person: Person, desktop: FakeDesktop) -> None:
    open_panel(FakeModel(click()), settings=EACH)
    person.starts()
    person.wait_to_see("Approve this step?")
    person.press("Stop")
    person.wait_to_see("Stopped")
    assert desktop.acted == []
    assert not person.sees("Approve this step?")

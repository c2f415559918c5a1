"""What nobody foresaw is said in the panel, and the person can go on."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer

from agent.errors import TakenOver
from tests.fakes import FakeDesktop, FakeModel
from tests.ui.panel.conftest import OpenPanel
from tests.ui.panel.person import Person
from tests.ui.panel.replies import DONE, SlowModel, click
from ui.doctor.finding import Finding
from ui.panel.boundary import LastBoundary
from ui.panel.doctor_page import DoctorPage
from ui.panel.look.theme import Theme
from ui.panel.panel import Panel

pytestmark = [pytest.mark.display, pytest.mark.qt_no_exception_capture]

SENTENCE = "Something unforeseen went wrong (ZeroDivisionError: division by zero)"


@pytest.fixture
def boundary() -> Iterator[LastBoundary]:
    boundary = LastBoundary()
    yield boundary
    boundary.leave()


def guard(boundary: LastBoundary, panel: Panel) -> Panel:
    boundary.broke.connect(panel.on_broke)
    return panel


def break_down() -> None:
    _ = 1 / 0


def test_a_slot_that_breaks_is_said(
    open_panel: OpenPanel, person: Person, boundary: LastBoundary, capfd: pytest.CaptureFixture[str]
) -> None:
    guard(boundary, open_panel(FakeModel(DONE)))
    person.press("Settings")
    QTimer.singleShot(0, break_down)
    person.wait_to_see(SENTENCE)
    assert "Traceback" in capfd.readouterr().err
    person.starts()
    person.wait_to_see("Goal reached")


def test_a_thread_that_breaks_is_said(
    open_panel: OpenPanel, person: Person, boundary: LastBoundary, capfd: pytest.CaptureFixture[str]
) -> None:
    guard(boundary, open_panel(FakeModel(DONE)))
    threading.Thread(target=break_down).start()
    person.wait_to_see(SENTENCE)
    assert "Traceback" in capfd.readouterr().err


def test_a_run_does_not_go_on_at_a_panel_that_broke(
    open_panel: OpenPanel, person: Person, boundary: LastBoundary, desktop: FakeDesktop
) -> None:
    model = SlowModel(click())
    panel = guard(boundary, open_panel(model))
    person.starts()
    person.wait_for(model.is_thinking.is_set)
    QTimer.singleShot(0, break_down)
    person.wait_for(lambda: not panel.run.goes_on)
    person.wait_to_see(SENTENCE)
    assert desktop.acted == []
    assert person.can_press("Start")


@pytest.mark.parametrize("error", [ZeroDivisionError("by zero"), TakenOver(), RecursionError("too deep")])
def test_a_check_that_breaks_gives_the_button_back(person: Person, theme: Theme, error: Exception) -> None:
    def check() -> Iterator[Finding]:
        yield Finding("Display", True, "1280x800")
        raise error

    page = DoctorPage(theme, check)
    page.show()
    person.press("Check everything")
    person.wait_to_see("Something unforeseen went wrong")
    assert person.can_press("Check everything")
    page.close()


def test_interrupts_are_left_to_python(boundary: LastBoundary, capfd: pytest.CaptureFixture[str]) -> None:
    said: list[str] = []
    boundary.broke.connect(said.append)
    boundary._on_error(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert said == []
    capfd.readouterr()

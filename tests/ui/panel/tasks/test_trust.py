"""Tasks that need trust are asked about, with all that they do, and never trusted by accident."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fakes import FakeModel
from tests.ui.panel.conftest import OpenPanel
from tests.ui.panel.person import Person
from tests.ui.panel.replies import DONE
from tests.ui.panel.tasks.suites import RUNS, FakeSuites, rows, write_tasks
from ui.panel.asking.unhurried import UNHURRIED_MS
from ui.panel.panel import Panel
from ui.panel.settings.panel_settings import PanelSettings, TaskSettings
from ui.panel.tasks.trust_dialog import TrustDialog

pytestmark = pytest.mark.display


@pytest.fixture
def suites() -> FakeSuites:
    return FakeSuites()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_tasks(tmp_path / "suite", "runs", text=RUNS)
    return write_tasks(tmp_path / "suite", "harmless")


@pytest.fixture
def panel(open_panel: OpenPanel, person: Person, suites: FakeSuites, folder: Path) -> Panel:
    settings = PanelSettings(language="en", theme="light", tasks=TaskSettings(folder=str(folder)))
    opened = open_panel(FakeModel(DONE), settings=settings, suites=suites)
    person.press("Tasks")
    return opened


@pytest.fixture(autouse=True)
def no_dialog_is_left() -> Iterator[None]:
    yield
    for dialog in dialogs():
        dialog.reject()


def dialogs() -> list[TrustDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, TrustDialog) and w.isVisible()]


def ask(person: Person) -> TrustDialog:
    person.press("Run all")
    person.wait_for(lambda: bool(dialogs()))
    return dialogs()[0]


def test_the_person_sees_what_such_tasks_do_and_nothing_is_run_before(
    panel: Panel, person: Person, suites: FakeSuites
) -> None:
    ask(person)
    assert "It runs the command touch mine." in person.reads("What they do")
    assert "harmless" not in person.reads("What they do")
    assert "needs your trust" in rows(panel)[1]
    assert suites.begun == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_no_key_that_comes_by_accident_is_a_yes(
    panel: Panel, person: Person, suites: FakeSuites, key: Qt.Key, tmp_path: Path
) -> None:
    dialog = ask(person)
    person.lives_on(UNHURRIED_MS + 100)
    QTest.keyClick(dialog.focusWidget() or dialog, key)
    person.wait_for(lambda: not dialogs())
    assert suites.begun == []
    assert not (tmp_path / "trusted-tasks.json").exists()


def test_a_yes_can_be_pressed_only_after_a_moment(panel: Panel, person: Person) -> None:
    ask(person)
    assert not person.can_press("Trust and run")
    person.wait_for(lambda: person.can_press("Trust and run"))


def test_a_yes_runs_all_and_is_remembered(panel: Panel, person: Person, suites: FakeSuites) -> None:
    ask(person)
    person.press("Trust and run")
    person.wait_to_see("2 passed")
    assert suites.trusted == {"suite/runs#0"}
    person.press("Run all")
    person.wait_for(lambda: suites.begun == ["harmless", "runs"] * 2)
    assert not dialogs()


def test_a_task_that_was_changed_is_asked_about_anew(
    panel: Panel, person: Person, folder: Path, suites: FakeSuites
) -> None:
    ask(person)
    person.press("Trust and run")
    person.wait_to_see("2 passed")
    write_tasks(folder, "runs", text=RUNS.replace("mine", "yours"))
    ask(person)
    assert "touch yours" in person.reads("What they do")


def test_the_others_can_be_run_without_them(panel: Panel, person: Person, suites: FakeSuites) -> None:
    ask(person)
    person.press("Run the others only")
    person.wait_to_see("1 passed")
    assert (suites.begun, suites.trusted) == (["harmless"], frozenset())

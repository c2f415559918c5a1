"""Running tasks from the page: which, what is seen meanwhile, how it ends, and what else may go on."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox

from tasks.runner.pool import Watcher, attempt_folder
from tasks.runner.records import Result, Status
from tasks.runner.results import Results, ResultsError
from tasks.runner.suite import SuiteOptions
from tasks.task import read_tasks
from tests.ui.panel.conftest import OpenPanel
from tests.ui.panel.person import Person
from tests.ui.panel.replies import DONE, SlowModel
from tests.ui.panel.tasks.page import picture, show, wait_for_rows
from tests.ui.panel.tasks.suites import FakeSuites, draw, result_of, rows, select, task_list, write_tasks
from ui.panel.settings.model_choice import ModelChoice
from ui.panel.settings.panel_settings import PanelSettings, TaskSettings

pytestmark = pytest.mark.display


def test_all_tasks_are_run_and_their_results_shown(
    open_panel: OpenPanel, person: Person, folder: Path, suites: FakeSuites
) -> None:
    panel = show(open_panel, person, folder, suites)
    person.press("Run all")
    person.wait_to_see("2 passed · 1 failed")
    assert [row.split(". ")[1] for row in rows(panel)] == ["passed", "failed", "passed"]
    assert (suites.folder / "junit.xml").exists()
    assert suites.begun == ["a", "b", "c"]


def test_only_the_selected_tasks_are_run(
    open_panel: OpenPanel, person: Person, folder: Path, suites: FakeSuites
) -> None:
    panel = show(open_panel, person, folder, suites)
    wait_for_rows(panel, person, 3)
    select(panel, 0, 2)
    person.press("Run selected")
    person.wait_to_see("2 passed")
    assert suites.begun == ["a", "c"]
    assert person.can_press("Run selected"), "what was selected stays so"


def test_the_task_that_runs_is_at_large_with_what_it_is_doing_and_sees(
    open_panel: OpenPanel, person: Person, folder: Path, suites: FakeSuites
) -> None:
    suites.goes_on.clear()
    panel = show(open_panel, person, folder, suites)
    person.press("Run all")
    person.wait_to_see("step 3: click")
    assert [row.split(". ")[1] for row in rows(panel)] == ["running", "waiting", "waiting"]
    assert not picture(panel).isVisible()
    draw(suites.folder / attempt_folder(read_tasks(folder)[0], 1) / "run-1" / "step-001.png", "blue")
    person.wait_for(picture(panel).isVisible)
    suites.goes_on.set()
    person.wait_to_see("2 passed")


def test_stop_ends_the_suite_and_what_was_broken_off_stands_as_before(
    open_panel: OpenPanel, person: Person, folder: Path, suites: FakeSuites
) -> None:
    suites.goes_on.clear()
    panel = show(open_panel, person, folder, suites)
    person.press("Run all")
    person.wait_to_see("0 of 3")
    person.press("Stop")
    person.wait_to_see("Stopped.")
    assert [row.split(". ")[1] for row in rows(panel)] == ["never run"] * 3
    assert person.can_press("Run all")


def test_another_task_is_at_large_once_the_person_chooses_it(
    open_panel: OpenPanel, person: Person, folder: Path, suites: FakeSuites
) -> None:
    suites.goes_on.clear()
    panel = show(open_panel, person, folder, suites)
    person.press("Run all")
    person.wait_to_see("step 3: click")
    select(panel, 2)
    person.wait_to_see("任务 1/c")
    suites.goes_on.set()
    person.wait_to_see("2 passed")
    assert person.sees("任务 1/c")


def test_enter_brings_the_current_task_back_after_others_were_run(
    open_panel: OpenPanel, person: Person, folder: Path, suites: FakeSuites
) -> None:
    panel = show(open_panel, person, folder, suites)
    person.press("Run all")
    person.wait_to_see("2 passed")
    assert person.sees("任务 1/c")
    QTest.keyClick(task_list(panel), Qt.Key.Key_Return)
    assert person.sees("任务 1/a")


def test_what_changed_on_disk_is_what_is_run(
    open_panel: OpenPanel, person: Person, folder: Path, suites: FakeSuites
) -> None:
    panel = show(open_panel, person, folder, suites)
    wait_for_rows(panel, person, 3)
    write_tasks(folder, "d")
    (folder / "a.task.yaml").write_text("gaol: x\n")
    person.press("Run all")
    person.wait_to_see("1 failed")
    assert suites.begun == ["b", "c", "d"]


def test_tasks_and_goals_are_not_run_beside_each_other(
    open_panel: OpenPanel, person: Person, folder: Path, suites: FakeSuites
) -> None:
    suites.goes_on.clear()
    panel = show(open_panel, person, folder, suites, shrinks=False)
    person.press("Run all")
    person.wait_to_see("0 of 3")
    person.starts_after("Run", "a goal")
    person.wait_to_see("Tasks are running.")
    assert not panel.run.goes_on


def test_while_a_goal_is_worked_on_no_task_is_run(open_panel: OpenPanel, person: Person, folder: Path) -> None:
    model = SlowModel(DONE)
    settings = PanelSettings(language="en", theme="light", shrinks=False, tasks=TaskSettings(folder=str(folder)))
    panel = open_panel(model, settings=settings, suites=FakeSuites())
    person.starts()
    person.wait_for(model.is_thinking.is_set)
    person.press("Tasks")
    person.wait_for(lambda: len(rows(panel)) == 3)
    assert not person.can_press("Run all")
    assert person.sees("A goal is worked on")
    model.go_on.set()
    wait_for_rows(panel, person, 3)
    person.wait_for(lambda: not person.sees("A goal is worked on"))


def test_closing_the_panel_ends_the_suite(
    open_panel: OpenPanel, person: Person, folder: Path, suites: FakeSuites
) -> None:
    suites.goes_on.clear()
    panel = show(open_panel, person, folder, suites)
    person.press("Run all")
    person.wait_to_see("0 of 3")
    panel.window.close()
    person.wait_for(lambda: not panel.suite.goes_on)
    assert not panel.window.isVisible()


def test_a_suite_that_cannot_begin_is_said(open_panel: OpenPanel, person: Person, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "results").write_text("no folder")
    show(open_panel, person, folder)
    person.press("Run all")
    person.wait_to_see("The results cannot be written to")
    assert person.can_press("Run all")


class BreakingSuites:
    """Breaks after its first result."""

    def __call__(self, tasks: object, options: SuiteOptions, results: Results, trusted: object) -> "BreakingSuites":
        assert isinstance(tasks, tuple)
        self._task = tasks[0]
        return self

    def run(self, watcher: Watcher, stop: Event) -> Iterator[Result]:
        yield result_of(self._task, Status.PASSED)
        raise ResultsError("A result cannot be written: No space left on device.")


def test_a_suite_that_breaks_is_said_and_keeps_what_it_had(open_panel: OpenPanel, person: Person, folder: Path) -> None:
    panel = show(open_panel, person, folder, BreakingSuites())
    person.press("Run all")
    person.wait_to_see("No space left on device.")
    assert rows(panel)[0].startswith("任务 1/a. passed")


def test_a_local_glm_serves_all_workers_with_the_panels_own_settings(
    open_panel: OpenPanel, person: Person, folder: Path, suites: FakeSuites
) -> None:
    model = ModelChoice(kind="glm", source="/models/glm", quantization="int4")
    tasks = {"folder": str(folder), "workers": 4}
    panel = show(open_panel, person, folder, suites, model=model, tasks=tasks)
    (workers,) = panel.tasks_page.findChildren(QSpinBox)
    assert workers.maximum() > 1
    person.press("Run all")
    person.wait_to_see("1 failed")
    assert (suites.options.model, suites.options.workers) == ("glm:/models/glm", 4)
    assert suites.options.glm is not None
    assert suites.options.glm.quantization == "int4"


def test_the_keyboard_alone_chooses_and_runs_a_task(
    open_panel: OpenPanel, person: Person, folder: Path, suites: FakeSuites
) -> None:
    panel = show(open_panel, person, folder, suites)
    wait_for_rows(panel, person, 3)
    task_list(panel).setFocus()
    QTest.keyClick(task_list(panel), Qt.Key.Key_Down)
    run = person.button("Run selected")
    for _ in range(20):
        if QApplication.focusWidget() is run:
            break
        QTest.keyClick(QApplication.focusWidget() or panel.window, Qt.Key.Key_Tab)
    QTest.keyClick(run, Qt.Key.Key_Space)
    person.wait_to_see("1 failed")
    assert suites.begun == ["b"]

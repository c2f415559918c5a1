"""The page of tasks: what it shows of a folder, of results and of files that cannot be read."""

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tasks.runner.records import Status
from tasks.runner.results import Results
from tasks.task import read_tasks
from tests.fakes import FakeModel
from tests.ui.panel.conftest import OpenPanel
from tests.ui.panel.person import Person
from tests.ui.panel.replies import DONE
from tests.ui.panel.tasks.page import picture, show, wait_for_rows
from tests.ui.panel.tasks.suites import FakeSuites, result_of, rows, select
from ui.panel.look.theme import Theme
from ui.panel.settings.panel_settings import PanelSettings, TaskSettings, read_settings
from ui.panel.tasks.no_tasks_view import NoTasksView

pytestmark = pytest.mark.display


def test_without_a_folder_the_page_says_what_to_do(open_panel: OpenPanel, person: Person) -> None:
    show(open_panel, person, "")
    assert person.sees("Open a folder of task files")
    assert person.can_press("Open a folder…")
    assert not person.can_press("Run all")


def test_a_folder_that_is_chosen_is_shown_and_remembered(
    open_panel: OpenPanel, person: Person, folder: Path, tmp_path: Path
) -> None:
    panel = show(open_panel, person, "")
    panel.tasks_page.open_folder(folder)
    wait_for_rows(panel, person, 3)
    assert rows(panel)[0] == "任务 1/a. never run. @smoke"
    file = tmp_path / "config" / "panel.json"
    person.wait_for(lambda: read_settings(file)[0].tasks.folder == str(folder))
    person.press("Settings")
    person.press("Save")
    person.wait_to_see("Saved.")
    assert read_settings(file)[0].tasks.folder == str(folder)


@pytest.mark.parametrize(
    ("make", "said"),
    [(lambda path: path.mkdir(), "There is no task in this folder"), (lambda _path: None, "No such file or directory")],
)
def test_a_folder_that_shows_nothing_says_why(
    open_panel: OpenPanel, person: Person, tmp_path: Path, make: object, said: str
) -> None:
    assert callable(make)
    make(tmp_path / "tasks")
    show(open_panel, person, tmp_path / "tasks")
    person.wait_to_see(said)
    assert not person.can_press("Run all")


def test_a_file_that_cannot_be_read_is_a_row_that_cannot_be_run(
    open_panel: OpenPanel, person: Person, folder: Path
) -> None:
    (folder / "b.task.yaml").write_text("gaol: x\n")
    panel = show(open_panel, person, folder)
    wait_for_rows(panel, person, 3)
    assert rows(panel)[1].startswith("b.task.yaml. cannot be read")
    select(panel, 1)
    person.wait_to_see("1:1  There is no key `gaol` here; is `goal` meant?")
    assert not person.can_press("Run selected")


def test_a_failed_task_says_what_its_check_wanted_and_saw_with_the_picture(
    open_panel: OpenPanel, person: Person, folder: Path, suites: FakeSuites
) -> None:
    panel = show(open_panel, person, folder, suites)
    person.press("Run all")
    person.wait_to_see("1 failed")
    select(panel, 1)
    person.wait_to_see("wanted “会议” in note.txt; saw an empty file")
    assert person.sees("type “a”")
    person.wait_for(picture(panel).isVisible)


def test_the_report_of_its_run_opens(
    open_panel: OpenPanel, person: Person, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opener, seen = tmp_path / "xdg-open", tmp_path / "seen"
    opener.write_text(f'#!/bin/sh\necho "$1" > {seen}.new && mv {seen}.new {seen}\n')
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    task, *_ = read_tasks(folder)
    results = Results(tmp_path / "results" / "1")
    results.make()
    results.add(result_of(task, Status.PASSED))
    panel = show(open_panel, person, folder)
    wait_for_rows(panel, person, 3)
    select(panel, 0)
    person.press("Open the report")
    person.wait_for(seen.exists)
    assert "results/1/report.html" in seen.read_text()


def test_the_page_is_chinese_in_a_chinese_panel(
    open_panel: OpenPanel, person: Person, folder: Path, suites: FakeSuites
) -> None:
    settings = PanelSettings(language="zh", theme="dark", tasks=TaskSettings(folder=str(folder)))
    panel = open_panel(FakeModel(DONE), settings=settings, suites=suites)
    person.press("任务")
    person.press("全部运行")
    person.wait_to_see("2 通过 · 1 失败")
    select(panel, 1)
    person.wait_to_see("期望")


@pytest.mark.parametrize("there", [True, False])
def test_the_suites_that_come_along_are_offered(
    qtbot: QtBot, person: Person, theme: Theme, tmp_path: Path, there: bool
) -> None:
    suites = tmp_path if there else tmp_path / "none"
    view = NoTasksView(theme, suites)
    qtbot.addWidget(view)
    chosen: list[Path] = []
    view.chosen.connect(chosen.append)
    view.show()
    assert person.can_press("The tasks that come with Deskhand") is there
    if there:
        person.press("The tasks that come with Deskhand")
        assert chosen == [tmp_path]

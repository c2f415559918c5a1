"""Task files, results and suites for the tests of the page of tasks."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from PIL import Image
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QListView

from tasks.runner.pool import Watcher, attempt_folder
from tasks.runner.records import Attempt, Job, Looked, Result, Status
from tasks.runner.results import Results
from tasks.runner.suite import SuiteOptions
from tasks.task import Task
from ui.panel.panel import Panel

LOOKED = Looked(held=False, wanted="“会议” in note.txt", saw="an empty file", picture="check-1.png")
RUNS = "goal: x\nset_up: {commands: [[touch, mine]]}\n"
"""A task that needs trust."""


def write_tasks(folder: Path, *names: str, text: str = "goal: type “a”\ntags: [smoke]\n") -> Path:
    """Write a task file for each name; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.task.yaml").write_text(text, encoding="utf-8")
    return folder


def result_of(task: Task, status: Status, reason: str = "") -> Result:
    """Return what an only attempt at a task came to."""
    outcome = status if status in (Status.PASSED, Status.FAILED, Status.ERROR) else Status.FAILED
    attempt = Attempt(
        status=outcome,
        reason=reason,
        findings=(LOOKED,) if outcome is Status.FAILED else (),
        started=datetime(2026, 3, 1, 12, tzinfo=UTC),
        seconds=1.5,
        steps=3,
    )
    return Result(
        id=task.run_id,
        name=task.name,
        file=task.file,
        status=status,
        reason=reason,
        attempts=(attempt,),
        folders=(attempt_folder(task, 1),),
    )


def draw(path: Path, colour: str) -> None:
    """Write a screenshot of one colour."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (128, 80), colour).save(path)


class FakeSuites:
    """Makes suites that start no process: each task ends as told, once it is let on. Implements `MakeSuite`."""

    def __init__(self, **statuses: Status) -> None:
        self._statuses = statuses
        self.goes_on = Event()
        self.goes_on.set()
        self.begun: list[str] = []
        self.trusted: frozenset[str] = frozenset()
        self.options = SuiteOptions()
        self.folder = Path()

    def __call__(
        self, tasks: Sequence[Task], options: SuiteOptions, results: Results, trusted: frozenset[str]
    ) -> "FakeSuites":
        self._tasks, self.options, self._results, self.trusted = tasks, options, results, trusted
        self.folder = results.folder
        return self

    def run(self, watcher: Watcher, stop: Event) -> Iterator[Result]:
        for task in self._tasks:
            self.begun.append(task.name)
            watcher.on_begun(Job(task=task), 1)
            watcher.on_doing(task, "step 3: click")
            while not self.goes_on.wait(0.005):
                if stop.is_set():
                    return
            status = self._statuses.get(task.name, Status.PASSED)
            draw(self.folder / attempt_folder(task, 1) / LOOKED.picture, "red")
            result = result_of(task, status, "" if status is Status.PASSED else "Wanted one thing; saw another.")
            self._results.add(result)
            yield result


def task_list(panel: Panel) -> QListView:
    (found,) = panel.tasks_page.findChildren(QListView)
    return found


def rows(panel: Panel) -> list[str]:
    """Return what a screen reader says of each row."""
    model = task_list(panel).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def select(panel: Panel, *numbers: int) -> None:
    """Select rows as the mouse does, with Ctrl."""
    shown = task_list(panel)
    shown.clearSelection()
    for number in numbers:
        flags = QItemSelectionModel.SelectionFlag.Select
        shown.selectionModel().setCurrentIndex(shown.model().index(number, 0), flags)

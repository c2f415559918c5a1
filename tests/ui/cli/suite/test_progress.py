"""What a terminal shows of a suite while it runs."""

import io
import re
import time
from pathlib import Path

import pytest
from rich.console import Console

from tasks.runner.pool import result_of
from tasks.runner.records import Attempt, Job, Status
from tasks.task import Task
from ui.cli.suite.run import Progress

TASK = Task(name="save 保存", goal="g", file="/suite/t.yaml")
CONTROL = re.compile("\x1b\\[[0-9;?]*[A-Za-z]")


class Shown:
    def __init__(self, *, is_terminal: bool) -> None:
        self.file = io.StringIO()
        self.console = Console(file=self.file, force_terminal=is_terminal, width=100, highlight=False)

    @property
    def text(self) -> str:
        return CONTROL.sub("", self.file.getvalue())


def test_a_terminal_shows_what_each_worker_does_and_for_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Shown(is_terminal=True)
    progress = Progress(shown.console, 3)
    progress.on_begun(Job(task=TASK), 2)
    now = time.monotonic()
    monkeypatch.setattr("ui.cli.suite.run.time.monotonic", lambda: now + 12.2)
    progress.on_doing(TASK, "step 3: click\x1b[2J")
    with progress.shown():
        pass
    assert re.search(r"suite/save 保存#0 +12 s +step 3: click\[2J", shown.text), shown.text
    assert "0 of 3" in shown.text


@pytest.mark.parametrize("is_terminal", [True, False])
def test_each_result_is_a_line_with_all_its_mistakes(is_terminal: bool, tmp_path: Path) -> None:
    shown = Shown(is_terminal=is_terminal)
    progress = Progress(shown.console, 1)
    with progress.shown():
        progress.add(result_of(TASK, [Attempt(status=Status.ERROR, reason="one\ntwo \x1b[31m [b]", seconds=1.25)], []))
    assert re.search(r"  +error  suite/save 保存#0  \(1\.2 s\)\n {18}one\n {18}two \[31m \[b\]", shown.text), shown.text


def test_elsewhere_there_is_no_table() -> None:
    shown = Shown(is_terminal=False)
    progress = Progress(shown.console, 1)
    progress.on_begun(Job(task=TASK), 1)
    with progress.shown():
        progress.on_doing(TASK, "checks")
    assert shown.text == ""

"""`deskhand run --list`: what is selected, and what of it is skipped."""

import io
from pathlib import Path

from rich.console import Console

from tasks.task import read_tasks
from ui.cli.run import list_tasks


def test_a_list_says_why_and_how_many_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.task.yaml").write_text("goal: wait\ntags: [x]\n")
    (tmp_path / "b.task.yaml").write_text("goal: wait\nskip: It needs [a network].\n")
    shown = io.StringIO()
    list_tasks(read_tasks(tmp_path), Console(file=shown, width=20))
    a, b, reason, count = shown.getvalue().splitlines()
    assert a.endswith("/a#0 @x")
    assert b.endswith("/b#0")
    assert reason == "    skipped: It needs [a network]."
    assert count == "2 tasks, 1 of them skipped."

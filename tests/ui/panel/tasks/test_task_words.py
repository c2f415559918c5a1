"""What is said of a task: its steps as its file says them, and never more than fits."""

import re
from pathlib import Path

from tests.tasks.task.writing import only
from ui.panel.tasks.task_words import fitting, what_it_does


def test_steps_are_said_as_in_the_file(tmp_path: Path) -> None:
    lines = [
        "do: 打开 the file",
        "click: Save",
        "double_click: [500, 300]",
        "type: a, b",
        "press: [ctrl+s]",
        "wait_for: [{screen_text: Saved}]",
    ]
    text = "steps:\n" + "".join(f"- {{{line}}}\n" for line in lines).replace("a, b", '"a, b"')
    assert what_it_does(only(tmp_path, text)).splitlines() == [line.replace("a, b", "'a, b'") for line in lines]


def test_of_a_huge_task_the_beginning_is_said(tmp_path: Path) -> None:
    assert len(what_it_does(only(tmp_path, f"goal: {'long ' * 10_000}\n"))) < 2000
    assert what_it_does(only(tmp_path, "steps:\n" + "- press: a\n" * 200)).endswith("…")


def test_a_text_that_anyone_may_have_written_fits() -> None:
    assert fitting("short \u202e\x1b[31m") == "short [31m"
    assert len(fitting("word " * 100_000)) < 2000
    assert max(map(len, re.split("\u200b", fitting("x" * 100_000)))) <= 37

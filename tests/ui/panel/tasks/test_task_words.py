"""What is said of a task: its steps as its file says them, and never more than fits."""

from pathlib import Path

from tests.tasks.task.writing import only
from ui.panel.tasks.task_words import what_it_does


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
    assert len(what_it_does(only(tmp_path, f"goal: {'long ' * 10_000}\n"))) < 5000
    many = what_it_does(only(tmp_path, "steps:\n" + "- press: a\n" * 200))
    assert many.endswith("\n…")
    assert many.count("\n") == 100

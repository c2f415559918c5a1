"""Whatever a file holds, it is read as tasks or refused with places; nothing else happens."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasks.task import FileMistake, Task, TaskFileError, read_task_file
from tests.tasks.task.test_example import EXAMPLE

LINES = [line for path in sorted(EXAMPLE.glob("*.task.yaml")) for line in path.read_text(encoding="utf-8").splitlines()]
PIECES = [
    "{{",
    "}}",
    "{{seed}}",
    "[",
    "]",
    "{",
    "}",
    ":",
    "- ",
    "*a",
    "&a ",
    "!!str ",
    "|",
    "'",
    '"',
    "\t",
    "null",
    "~",
    "1e999",
]


def _outcome(path: Path) -> None:
    lines = path.read_text(encoding="utf-8-sig").count("\n") + 2
    tasks, mistakes = _read(path)
    assert all(one.line <= lines and one.column >= 1 and one.sentence.endswith((".", "?", ".)")) for one in mistakes)
    assert all(Task.model_validate_json(task.model_dump_json()) == task for task in tasks)


def _read(path: Path) -> tuple[list[Task], tuple[FileMistake, ...]]:
    try:
        return read_task_file(path), ()
    except TaskFileError as error:
        return [], error.mistakes


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(LINES), max_size=25))
def test_lines_of_tasks_in_any_order(folder: Path, lines: list[str]) -> None:
    path = folder / "a.task.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    _outcome(path)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(EXAMPLE.glob("*.task.yaml"))), st.data())
def test_a_task_with_pieces_put_in_and_taken_out(folder: Path, example: Path, data: st.DataObject) -> None:
    text = example.read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 8))
        text = text[:at] + data.draw(st.sampled_from(PIECES) | st.text(max_size=5)) + text[at + gone :]
    path = folder / "a.task.yaml"
    path.write_text(text, encoding="utf-8", errors="replace")
    _outcome(path)

"""A task is known again by what it says and by the files that it names."""

import shutil
from pathlib import Path

import pytest

from tasks.task import content_hash, read_tasks
from tests.tasks.task.writing import only, written

TASK = "goal: x\nset_up: {home: base, commands: [[sh, run.sh], [python3, '{{folder}}/main.py']]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "task"
    (folder / "base").mkdir(parents=True)
    for name in ("base/a.txt", "run.sh", "main.py", "imported.py", "other.txt"):
        written(folder, "x", name)
    return folder


def _hash(folder: Path, text: str = TASK) -> str:
    return content_hash(only(folder, text))


@pytest.mark.parametrize("name", ["base/a.txt", "base/new.txt", "run.sh", "main.py", "imported.py"])
def test_what_a_task_uses_changes_its_hash(folder: Path, name: str) -> None:
    before = _hash(folder)
    written(folder, "y", name)
    assert _hash(folder) != before


def test_what_a_task_says_changes_its_hash(folder: Path) -> None:
    assert _hash(folder) != _hash(folder, TASK + "retries: 1\n")


def test_a_comment_and_a_file_that_is_not_used_change_nothing(folder: Path) -> None:
    before = _hash(folder)
    written(folder, "y", "other.txt")
    assert _hash(folder, f"# why\n{TASK}") == before


def test_the_hash_is_the_same_wherever_the_folder_lies(folder: Path, tmp_path: Path) -> None:
    before = _hash(folder)
    shutil.move(folder, tmp_path / "deeper" / "task")
    assert [content_hash(task) for task in read_tasks(tmp_path / "deeper")] == [before]


def test_each_row_has_a_hash_of_its_own(tmp_path: Path) -> None:
    written(tmp_path, "goal: x\nset_up: {commands: [['{{program}}']]}\ntable: [{program: a}, {program: b}]\n")
    first, second = map(content_hash, read_tasks(tmp_path))
    assert first != second


def test_repeats_of_a_task_are_the_same_to_who_trusts_it(folder: Path) -> None:
    assert len(set(map(content_hash, only(folder, TASK).repeated(3)))) == 1

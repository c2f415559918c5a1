"""Which files are tasks, and what their runs are called."""

from pathlib import Path

import pytest

from tasks.task import TaskFileError, find_task_files, read_each, read_tasks
from tests.tasks.task.writing import written


def test_in_a_folder_tasks_are_found_by_their_name_or_by_a_goal_or_steps(tmp_path: Path) -> None:
    (tmp_path / "deeper").mkdir()
    (tmp_path / ".hidden").mkdir()
    written(tmp_path, "nothing: yet\n", "a.task.yaml")
    written(tmp_path / "deeper", "# a task\ngoal: x\n", "b.yaml")
    written(tmp_path, "name: c\nsteps:\n- do: x\n", "c.yml")
    written(tmp_path, "settings:\n  goal: x\n", "no-task.yaml")
    written(tmp_path / ".hidden", "goal: x\n", "d.yaml")
    (tmp_path / "no-text.yaml").write_bytes(b"\xff\xfe")
    assert find_task_files([tmp_path]) == [tmp_path / name for name in ("a.task.yaml", "c.yml", "deeper/b.yaml")]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    path = written(tmp_path, "goal: x\n")
    assert len(read_tasks([path, tmp_path, tmp_path / ".." / tmp_path.name / path.name])) == 1


def test_a_file_that_is_named_is_a_task_whatever_it_is_called(tmp_path: Path) -> None:
    assert read_tasks(written(tmp_path, "goal: x\n", "wish.txt"))[0].name == "wish"


def test_a_folder_without_tasks_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(TaskFileError, match="no task in this folder"):
        read_tasks(tmp_path)


def test_a_broken_file_does_not_hide_the_mistakes_of_another(tmp_path: Path) -> None:
    written(tmp_path, "gaol: x\n", "a.task.yaml")
    written(tmp_path, "goal: [\n", "b.task.yaml")
    with pytest.raises(TaskFileError) as caught:
        read_tasks(tmp_path)
    assert [(one.file.name, one.line) for one in caught.value.mistakes] == [("a.task.yaml", 1), ("b.task.yaml", 2)]


def test_a_run_is_called_the_same_from_wherever_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "suite"
    folder.mkdir()
    path = written(folder, "goal: x {{n}}\ntable: [{n: 1}]\nseeds: [7]\n", "save.task.yaml")
    monkeypatch.chdir(folder)
    for way in (path, folder, tmp_path, Path("save.task.yaml"), Path()):
        (task,) = read_tasks(way)
        assert (task.id, task.run_id, task.folder) == ("suite/save[1]", "suite/save[1]#7", folder)


def test_a_name_that_a_file_has_makes_no_mistake(tmp_path: Path) -> None:
    assert read_tasks(written(tmp_path, "goal: x\n", "a[1]#2.task.yaml"))[0].name == "a-1--2"


def test_two_tasks_of_one_name_are_a_mistake(tmp_path: Path) -> None:
    for folder in (tmp_path / "a" / "t", tmp_path / "b" / "t"):
        folder.mkdir(parents=True)
        written(folder, "goal: x\n")
    with pytest.raises(TaskFileError, match="is called t/a too: give one of them another `name`"):
        read_tasks(tmp_path)


def test_read_one_by_one_a_file_that_is_wrong_hides_no_other(tmp_path: Path) -> None:
    for name, text in (("a", "goal: x\n"), ("b", "gaol: x\n"), ("c", "goal: x\nname: a\n"), ("d", "goal: x\n")):
        written(tmp_path, text, f"{name}.task.yaml")
    read = read_each(tmp_path)
    assert [[task.name for task in file.tasks] for file in read] == [["a"], [], [], ["d"]]
    assert [file.path.name for file in read if file.mistakes] == ["b.task.yaml", "c.task.yaml"]

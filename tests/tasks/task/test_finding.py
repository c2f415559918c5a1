"""Which files are tasks, and what their runs are called."""

from pathlib import Path

import pytest

from tasks.task import TaskFileError, find_task_files, read_each, read_tasks, unrepeated
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


def test_a_broken_file_stops_no_other(tmp_path: Path) -> None:
    written(tmp_path, "gaol: x\n", "a.task.yaml")
    written(tmp_path, "goal: x\n", "b.task.yaml")
    broken, whole = read_each(tmp_path)
    assert (broken.tasks, [task.name for task in whole.tasks]) == ((), ["b"])
    assert broken.mistakes[0].line == 1


def test_of_two_tasks_of_one_name_the_first_can_be_run(tmp_path: Path) -> None:
    for name in ("1", "2"):
        written(tmp_path, "goal: x\nname: t\n", f"{name}.task.yaml")
    first, second = read_each(tmp_path)
    assert (len(first.tasks), len(second.tasks), len(second.mistakes)) == (1, 0, 1)


@pytest.mark.parametrize("name", ["none.task.yaml", "no/folder", "名 前.yaml", "n" * 300])
def test_paths_where_nothing_is_are_all_told(tmp_path: Path, name: str) -> None:
    written(tmp_path, "goal: x\n")
    with pytest.raises(TaskFileError) as caught:
        find_task_files([tmp_path, tmp_path / name, tmp_path / "other"])
    assert {one.file.name for one in caught.value.mistakes} == {Path(name).name, "other"}


def test_each_repeat_is_a_run_of_its_own(tmp_path: Path) -> None:
    (task,) = read_tasks(written(tmp_path, "goal: x\nname: t\nseeds: [7]\n"))
    ids = [again.run_id for again in task.repeated(3)]
    assert ids == [task.run_id, f"{task.run_id}.2", f"{task.run_id}.3"]
    assert {unrepeated(run_id) for run_id in ids} == {task.run_id}

"""OSWorld task files as tasks: what they become, what is skipped with a reason, and what is a mistake."""

import json
from pathlib import Path
from typing import Any

import pytest

from tasks.live.named import read_named
from tasks.live.osworld import read_osworld
from tasks.task import Task, TaskFileError, reasons_for_trust
from tasks.task.reading.files import whole
from tests.published import published
from tests.tasks.live.osworld.writing import COMMAND, EVALUATOR, RULE, SHELL, entry, read, write, written


def test_a_document_is_a_task(tmp_path: Path) -> None:
    task = read(tmp_path, related_apps=["libreoffice calc", "os"])
    assert (task.name, task.goal) == ("a-1", "Do it in {{home}}/Desktop.")
    assert task.tags == ("osworld", "libreoffice-calc", "os")
    assert task.infeasible is False
    assert Task.model_validate_json(task.model_dump_json()) == task


def test_an_infeasible_task_is_one(tmp_path: Path) -> None:
    task = read(tmp_path, {"func": "infeasible"})
    assert task.infeasible is True
    assert task.checks == ()


def test_commands_run_in_the_scratch_home_and_need_trust(tmp_path: Path) -> None:
    task = read(tmp_path, config=[entry("execute", command="mkdir -p '/home/user/a b' ~/c")])
    assert written(task)["set_up"]["steps"] == [
        {"run": ["mkdir", "-p", "{{home}}/a b", "{{home}}/c"], "seconds": 120.0, "exit_code": None}
    ]
    assert len(reasons_for_trust(task)) == 2


def test_what_root_does_in_its_home_the_user_does_in_the_scratch_home(tmp_path: Path) -> None:
    task = read(tmp_path, config=[entry("execute", command="echo 'pw' | sudo -S mkdir ~/a && sudo touch ~/b", **SHELL)])
    (step,) = written(task)["set_up"]["steps"]
    assert step["run"] == ["sh", "-c", "mkdir ~/a && touch ~/b"]


@pytest.mark.parametrize(
    ("command", "named"),
    [
        ("echo pw | sudo -S apt install xsel", "apt install"),
        ("sudo touch /etc/hosts", "touch /etc/hosts"),
        ("x=1; sudo rm -rf /", "rm -rf /"),
        ("sudo rm -rf ~/../..", "rm -rf"),
        ("sudo rm -rf ~/$X", "rm -rf"),
        ("sudo touch ~/a | sh", "touch"),
        ("gsettings set org.gnome.desktop.interface text-scaling-factor 2", "`gsettings`"),
        ("cd ~; pkill -9 python", "`pkill`"),
        ("dpkg -l | grep x", "`dpkg`"),
    ],
)
def test_what_would_reach_the_machine_itself_is_skipped_by_name(tmp_path: Path, command: str, named: str) -> None:
    assert named in str(read(tmp_path, config=[entry("execute", command=command, **SHELL)]).skip)
    assert "sudo" in str(read(tmp_path, config=[entry("execute", command=["sudo", "touch", "/home/user/a"])]).skip)


def test_applications_are_opened_and_programs_started(tmp_path: Path) -> None:
    config = [
        entry("launch", command=["google-chrome", "--remote-debugging-port=1337"]),
        entry("launch", command=["socat", "tcp-listen:9222,fork", "tcp:localhost:1337"]),
        entry("launch", command=["/usr/bin/gimp", "/home/user/Desktop/a.png"]),
        entry("launch", command="vlc --aout dummy"),
        entry("open", path="/home/user/预算 2.xlsx"),
    ]
    assert written(read(tmp_path, config=config))["set_up"]["steps"] == [
        {"open": "chromium"},
        {"open": "gimp", "files": ["{{home}}/Desktop/a.png"]},
        {"start": ["vlc", "--aout", "dummy"]},
        {"open": "LibreOffice Calc", "files": ["~/预算 2.xlsx"], "window": {"title": "*预算 2.xlsx*"}},
    ]


def test_windows_are_found_by_title_whatever_the_dash(tmp_path: Path) -> None:
    config = [
        entry("activate_window", window_name="a.xlsx - LibreOffice Calc", strict=True),
        entry("activate_window", window_name="Google Chrome"),
        entry("sleep", seconds=0.5),
        entry("close_window", window_name="GIMP"),
    ]
    assert written(read(tmp_path, config=config))["set_up"]["steps"] == [
        {"activate": "a.xlsx ? LibreOffice Calc"},
        {"activate": "*Chromium*"},
        {"wait": 0.5},
        {"close": "*GIMP*"},
    ]


def test_what_is_done_before_judging_is_done_before_the_checks(tmp_path: Path) -> None:
    saves = entry("execute", command=["python", "-c", 'import pyautogui; pyautogui.hotkey("ctrl", "s");'])
    task = read(tmp_path, {**EVALUATOR, "postconfig": [saves]})
    assert written(task)["before_checks"] == [{"press": ["ctrl+s"]}]


def test_files_lie_beside_the_task_or_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").touch()
    (tmp_path / "cache/a-1").mkdir(parents=True)
    (tmp_path / "cache/a-1/b.txt").touch()
    config = [
        entry("copyfile_from_host_to_guest", src="evaluation_examples/x/a.xlsx", dest="/home/user/Desktop/a.xlsx"),
        entry("download", files=[{"url": "https://example.org/b", "path": "/home/user/b.txt"}]),
    ]
    assert written(read(tmp_path, config=config))["set_up"]["files"] == {
        "~/Desktop/a.xlsx": {"copy": "a.xlsx"},
        "~/b.txt": {"copy": "cache/a-1/b.txt"},
    }


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "task").mkdir()
    (tmp_path / "diary.txt").write_text("what nobody else shall read")
    (tmp_path / "task/gold.txt").symlink_to(tmp_path / "diary.txt")
    gold = {"type": "local_file", "path": "gold.txt", "dest": "gold.txt"}
    result = {"type": "vm_file", "path": "/home/user/a.txt", "dest": "a.txt"}
    task = read(tmp_path / "task", {"func": "compare_text_file", "result": result, "expected": gold})
    assert "does not lie beside it" in str(task.skip)
    assert "nobody else" not in task.model_dump_json()


def test_a_download_that_is_not_there_needs_a_network(tmp_path: Path) -> None:
    config = [entry("download", files=[{"url": "https://example.org/b", "path": "/home/user/b.txt"}])]
    assert "needs a network: put it into a-1 beside the task" in str(read(tmp_path, config=config).skip)


@pytest.mark.parametrize(
    "path", ["/home/user/../../etc/passwd", "/etc/passwd", "../x", "/home/username/x", "", 7, None]
)
def test_a_path_that_leaves_the_home_is_skipped(tmp_path: Path, path: object) -> None:
    (tmp_path / "a.txt").touch()
    config = [entry("copyfile_from_host_to_guest", src="a.txt", dest=path)]
    assert read(tmp_path, config=config).skip
    result = {"type": "vm_file", "path": path, "dest": "x"}
    assert read(tmp_path, {"func": "compare_config", "result": result, "expected": RULE}).skip


def test_a_source_that_leaves_the_folder_is_not_found(tmp_path: Path) -> None:
    folder = tmp_path / "task"
    folder.mkdir()
    (tmp_path / "secret").touch()
    for source in ("../secret", "..", ".", "/", ""):
        config = [entry("copyfile_from_host_to_guest", src=source, dest="/home/user/a")]
        assert "does not lie beside it" in str(read(folder, config=config).skip)
    assert read(folder, config=config, id="../task").skip


@pytest.mark.parametrize(
    ("config", "evaluator", "named"),
    [
        ([entry("googledrive", operation=[])], EVALUATOR, "`googledrive`, which signs in to a Google account"),
        ([entry("invented")], EVALUATOR, "`invented`, which is not known here"),
        ([entry("open", path="/home/user/a.mp4")], EVALUATOR, "a.mp4"),
        ([entry("execute", command=["python", "-c", "import pyautogui, os; os.abort()"])], EVALUATOR, "Python"),
        ([entry("execute", command=[])], EVALUATOR, "no command"),
        ([entry("sleep", seconds=1e9)], EVALUATOR, "sleeps"),
        ([entry("download", files="x")], EVALUATOR, "`files`"),
        ([], {"func": "invented", "result": COMMAND, "expected": RULE}, "`invented`"),
        ([], {"func": "exact_match", "result": {"type": "googledrive_file"}, "expected": RULE}, "`googledrive_file`"),
        ([], {"func": "exact_match", "result": {"type": "vm_terminal_output"}, "expected": RULE}, "accessibility"),
        ([], {"func": ["exact_match"], "result": [COMMAND, COMMAND], "expected": [RULE]}, "1 metrics, but 2"),
        ([], {"func": "exact_match", "result": COMMAND}, "`exact_match` of Output"),
        ([], {"func": "exact_match", "result": "x", "expected": RULE}, "getter is wanted"),
        ([], {**EVALUATOR, "conj": "xor"}, "'xor'"),
        ([], {**EVALUATOR, "postconfig": "x"}, "cannot be read"),
        ([], {"func": "", "result": {}, "expected": {}}, "nothing of how it is judged"),
        ([], "evaluation_dir", "nothing of how it is judged"),
        ([], None, "nothing of how it is judged"),
    ],
)
def test_what_cannot_be_run_here_is_skipped_and_named(
    tmp_path: Path, config: list[Any], evaluator: Any, named: str
) -> None:
    assert named in str(read(tmp_path, evaluator, config).skip)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "1:2: This is no JSON: "),
        ('{"id": 1', "This is no JSON"),
        ("[1]", "holds no object"),
        ("[" * 100_000, "This is no JSON"),
        ('{"evaluator": {}, "instruction": "x"}', "`id`: `id` is missing here."),
        ('{"id": "a", "evaluator": {}}', "`instruction`"),
        ('{"id": "a", "instruction": "", "evaluator": {}}', "must not be empty"),
        ('{"id": "a", "instruction": "x", "config": [{"parameters": {}}]}', "`config.0.type`"),
        ('{"id": "a", "instruction": "x", "config": 3}', "`config`"),
        (r'{"id": "a", "instruction": "\ud800", "evaluator": 1}', "This is no JSON"),
        ('{"id": " ", "instruction": "x", "evaluator": 1}', "`id`: This must not be empty."),
    ],
)
def test_a_file_that_is_no_task_is_a_mistake_with_its_place(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "坏 了.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TaskFileError) as error:
        whole(read_named([file]))
    assert str(error.value).startswith(f"{file}:1:")
    assert sentence in str(error.value)


def test_a_folder_gives_its_tasks_and_leaves_other_json(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "index.json").write_text(json.dumps({"chrome": ["a-1"]}))
    assert [task.name for task in whole(read_named([Path(f"osworld:{tmp_path}")]))] == ["a-1"]


def test_a_folder_without_tasks_says_so(tmp_path: Path) -> None:
    with pytest.raises(TaskFileError, match="There is no OSWorld task"):
        read_osworld(tmp_path)


def test_two_tasks_of_one_name_would_have_one_result(tmp_path: Path) -> None:
    for top in ("one", "two"):
        (tmp_path / top / "os").mkdir(parents=True)
        write(tmp_path / top / "os")
    with pytest.raises(TaskFileError, match="is called os/a-1 too"):
        whole(read_named([Path(f"osworld:{tmp_path}")]))


def test_own_files_stand_beside_others(tmp_path: Path) -> None:
    (tmp_path / "own.task.yaml").write_text("goal: wait\n")
    names = [task.name for task in whole(read_named([tmp_path / "own.task.yaml", write(tmp_path)]))]
    assert names == ["own", "a-1"]


def test_published_tasks_are_read_or_skipped_with_a_reason() -> None:
    tasks = read_osworld(published("osworld"))
    assert len(tasks) == 71
    assert sum(task.skip is None for task in tasks) >= 24
    assert sum(task.infeasible is True for task in tasks if not task.skip) == 8
    assert all(task.skip.endswith(".") for task in tasks if task.skip)


def test_published_calc_tasks_need_no_trust() -> None:
    tasks = read_osworld(published("spider2v-calc"))
    assert len(tasks) == 22
    assert not any(task.skip or reasons_for_trust(task) for task in tasks)

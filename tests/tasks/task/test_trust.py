"""What a task may only do when it is trusted."""

from pathlib import Path

import pytest

from tasks.task import reasons_for_trust
from tests.tasks.task.writing import only, written


def _reasons(folder: Path, text: str) -> list[str]:
    return reasons_for_trust(only(folder, text))


def _set_up(folder: Path, part: str) -> list[str]:
    return _reasons(folder, f"goal: x\nset_up:\n  {part}\n")


def test_what_is_run_before_the_checks_needs_trust(tmp_path: Path) -> None:
    assert _reasons(tmp_path, "goal: x\nbefore_checks: [{press: ctrl+s}, {run: [id]}]\n") == ["It runs the command id."]


def test_a_task_that_only_opens_its_own_files_needs_no_trust(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    written(tmp_path / "site", "", "index.html")
    written(tmp_path, "", "a.png")
    text = (
        "set_up:\n  home: site\n  server: site\n  files: {a/b.txt: x, '{{home}}/c': y, ~/d: z, e: {copy: a.png}}\n"
        "  environment: {LANG: zh_CN.UTF-8, LC_ALL: C}\n"
        "  launch: {open: X, files: [a/b.txt, '{{server}}/index.html', '{{folder}}/a.png', 'http://localhost:80/']}\n"
        "steps: [{click: {picture: a.png}}]\nchecks: [{file: a}]\n"
    )
    assert _reasons(tmp_path, text) == []


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("commands: [[git, init]]", "It runs the command git init."),
        ("launch: {start: [xterm, -e, x]}", "It starts the program xterm -e x."),
        ("steps: [{run: [git, init]}]", "It runs the command git init."),
        ("steps: [{start: [xterm, -e, x]}]", "It starts the program xterm -e x."),
        ("steps: [{open: X, files: [/etc/passwd]}]", "It opens /etc/passwd in X, which lies outside the home."),
        ("steps: [{expect: {command: [id]}}]", "Its check runs the command id."),
        ("launch: {open: X, files: [--exec=x]}", "It opens --exec=x in X, which is an option and no file."),
        ("launch: {open: X, files: [/etc/passwd]}", "It opens /etc/passwd in X, which lies outside the home."),
        ("launch: {open: X, files: [a/../../b]}", "It opens a/../../b in X, which lies outside the home."),
        (
            "launch: {open: X, files: ['file:///etc']}",
            "It opens file:///etc in X, which is not served on this machine.",
        ),
        (
            "launch: {open: X, files: ['http://127.0.0.1@evil.example/']}",
            "It opens http://127.0.0.1@evil.example/ in X, which is not served on this machine.",
        ),
        (
            "environment: {LD_PRELOAD: ~/x.so}",
            "It sets LD_PRELOAD, a variable that can make programs run something.",
        ),
        ("files: {.bashrc: x}", "It writes .bashrc, which can make programs run something."),
        ("files: {~/.config/a: x}", "It writes ~/.config/a, which can make programs run something."),
        ("files: {a.desktop: x}", "It writes a.desktop, which can make programs run something."),
        ("files: {../a: x}", "It writes ../a, which lies outside the home."),
        ("files: {'{{home}}/../a': x}", "It writes {{home}}/../a, which lies outside the home."),
        ("files: {'{{folder}}/a': x}", "It writes {{folder}}/a, which lies outside the home."),
        ("files: {~root/a: x}", "It writes ~root/a, which lies outside the home."),
        ("files: {/etc/a: x}", "It writes /etc/a, which lies outside the home."),
    ],
)
def test_what_can_run_something_or_leaves_needs_trust(tmp_path: Path, part: str, reason: str) -> None:
    assert reason in _set_up(tmp_path, part)


def test_a_check_that_runs_something_needs_trust_wherever_it_stands(tmp_path: Path) -> None:
    text = (
        "steps: [{expect: {not: {command: [a, b]}}}, {wait_for: [Saved, {python: 'a.py:b'}]}]\n"
        "checks: [{any: [{file: a}, {command: [c]}]}]\nsolution: [{expect: {command: [d]}}]\n"
    )
    assert sorted(_reasons(tmp_path, text)) == [
        "Its check runs the command a b.",
        "Its check runs the command c.",
        "Its check runs the command d.",
        "Its check runs the function a.py:b.",
    ]


def test_a_command_cannot_hide_itself_from_who_reads_the_reasons(tmp_path: Path) -> None:
    (reason,) = _set_up(tmp_path, r'commands: [[sh, -c, "rm x\n\e[2K\rok"]]')
    assert reason == "It runs the command sh -c 'rm x [2K ok'."


def test_tear_down_runs_commands_too(tmp_path: Path) -> None:
    assert _reasons(tmp_path, "goal: x\ntear_down: [[a]]") == ["It runs the command a."]


@pytest.mark.parametrize("part", ["home: base", "files: {a: {copy: base}}"])
def test_a_settings_file_in_a_copied_folder_needs_trust(tmp_path: Path, part: str) -> None:
    (tmp_path / "base").mkdir()
    written(tmp_path / "base", "x", ".bashrc")
    assert any(".bashrc" in reason for reason in _set_up(tmp_path, part))


@pytest.mark.parametrize(
    "part", ["home: base", "server: base", "files: {a: {copy: base}}", "files: {a: {copy: base/link}}"]
)
def test_a_link_out_of_the_folder_needs_trust(tmp_path: Path, part: str) -> None:
    folder = tmp_path / "task"
    (folder / "base").mkdir(parents=True)
    (folder / "base" / "link").symlink_to(tmp_path)
    assert any("leads out of the task's folder" in reason for reason in _set_up(folder, part))


def test_a_source_outside_the_folder_needs_trust(tmp_path: Path) -> None:
    folder = tmp_path / "task"
    folder.mkdir()
    written(tmp_path, "x", "a.png")
    for text in (
        "goal: x\nset_up: {files: {a: {copy: ../a.png}}}",
        "steps: [{type: a, into: {picture: ../a.png}}]",
        f"goal: x\nsolution: [{{click: {{picture: {tmp_path}/a.png}}}}]",
        "goal: x\nsolution: {script: ../a.png}",
    ):
        assert any("leads out of the task's folder" in reason for reason in _reasons(folder, text))

"""OSWorld's metrics as checks: where each gives the full score, and where it does not."""

import os
from pathlib import Path
from typing import Any

import pytest

from tasks.checks import Machine
from tests.tasks.live.osworld.writing import read

FILE = {"type": "vm_file", "path": "/home/user/a.txt", "dest": "a.txt"}
VLC = {"type": "vlc_config", "dest": "vlcrc"}
GIMP = {"type": "gimp_config_file", "file_name": "gimprc", "dest": "gimprc"}
GOLD = {"type": "local_file", "path": "gold.txt", "dest": "gold.txt"}
PLACES = {"vm_file": "a.txt", "vlc_config": ".config/vlc/vlcrc", "gimp_config_file": ".config/GIMP/2.10/gimprc"}


def holds(folder: Path, evaluator: dict[str, Any], text: str, gold: str = "") -> bool:
    """Say whether all checks of an evaluator hold where its result is a text."""
    home, brought = folder / "home", folder / "task"
    brought.mkdir()
    (brought / "gold.txt").write_text(gold, encoding="utf-8")
    first = evaluator["result"][0] if isinstance(evaluator["result"], list) else evaluator["result"]
    file = home / PLACES.get(first["type"], "a.txt")
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    task = read(brought, evaluator)
    assert task.skip is None
    machine = Machine(folder=brought, home=home, environment={**os.environ, "HOME": str(home)}, trusted=True)
    return all(check.judge(machine).held for check in task.checks)


def evaluator(func: str, result: dict[str, Any], said: Any, **options: Any) -> dict[str, Any]:
    expected = said if said is GOLD else {"type": "rule", "rules": said}
    return {"func": func, "result": result, "expected": expected, "options": options}


def gimp(key: str | list[str], value: str) -> dict[str, Any]:
    return evaluator("check_config_status", GIMP, {"key": key, "value": value})


def vlc(name: str, value: int) -> dict[str, Any]:
    return evaluator(f"check_qt_{name}", VLC, {f"expected_qt_{name}": value})


@pytest.mark.parametrize(
    ("judged", "right", "wrong"),
    [
        (evaluator("compare_config", FILE, {"expected": "a\n"}), "a\n", "a"),
        (evaluator("file_contains", FILE, {"expected": ["a.c", "名"]}), "xa.cx名", "abc名"),
        (evaluator("check_list", FILE, {"expect": ["^b.$"], "unexpect": ["^c"]}), "a\nbb\nac\n", "a\nbb\nca\n"),
        (
            evaluator("check_json_settings", FILE, {"expected": {"files.autoSave": "on", "n": 500, "b": False}}),
            '{"files.autoSave": "on", "n": 500, "b": false, "more": 1}',
            '{"files.autoSave": "on", "n": 501, "b": false}',
        ),
        (gimp("undo-levels", "100"), "# x\n(undo-levels 100)\n", "(undo-levels 10)"),
        (gimp("hide-docks", "yes"), "\n(hide-docks yes)", "# (hide-docks yes)"),
        (gimp(["color", "x"], "1"), "(color x (y 1))", "(color y (x 1))"),
        (vlc("max_volume", 200), "#qt-max-volume=125\nqt-max-volume=200\n", "#qt-max-volume=125\n"),
        (vlc("max_volume", 200), "a=1\nqt-max-volume=200", "qt-max-volume=200\nqt-max-volume=125\n"),
        (vlc("bgcone", 0), "qt-bgcone=0\n", "qt-bgcone=00\n"),
        (vlc("minimal_view", 0), "nothing of it", "qt-minimal-view=1"),
    ],
)
def test_a_file_is_judged(tmp_path: Path, judged: dict[str, Any], right: str, wrong: str) -> None:
    for name, text in (("right", right), ("wrong", wrong)):
        (tmp_path / name).mkdir()
        assert holds(tmp_path / name, judged, text) is (name == "right"), name


@pytest.mark.parametrize(
    ("options", "text", "held"),
    [
        ({}, "One two\n", True),
        ({}, "one two\n", False),
        ({"ignore_case": True}, "one TWO\n", True),
        ({"ignore_case": True}, "one  two\n", False),
        ({"ignore_blanks": True}, "\tOne\n\ntwo ", True),
        ({"ignore_blanks": True}, "Onetwo", False),
        ({"ignore_blanks": True, "ignore_case": True}, "one two", True),
    ],
)
def test_a_text_is_compared_with_a_gold_one(tmp_path: Path, options: dict[str, bool], text: str, held: bool) -> None:
    assert holds(tmp_path, evaluator("compare_text_file", FILE, GOLD, **options), text, "One two\n") is held


CAT = {"type": "vm_command_line", "command": "cat ~/a.txt; exit 3", "shell": True}


@pytest.mark.parametrize(
    ("func", "said", "held"),
    [
        ("exact_match", {"expected": "a b\n"}, True),
        ("exact_match", {"expected": "a"}, False),
        ("match_in_list", {"expected": ["c", "a b\n"]}, True),
        ("match_in_list", {"expected": ["c"]}, False),
        ("check_include_exclude", {"include": ["a"], "exclude": ["c"]}, True),
        ("check_include_exclude", {"include": ["a"], "exclude": ["b"]}, False),
        ("check_include_exclude", {"include": ["a."], "exclude": []}, False),
        ("is_extension_installed", {"type": "contain", "expected": "a b"}, True),
        ("is_extension_installed", {"type": "not_contain", "expected": "a b"}, False),
    ],
)
def test_what_a_command_writes_is_judged(tmp_path: Path, func: str, said: dict[str, Any], held: bool) -> None:
    assert holds(tmp_path, evaluator(func, CAT, said), "a b\n") is held


@pytest.mark.parametrize(
    ("kind", "expected", "preferences", "held"),
    [
        ("enable_do_not_track", "true", '{"enable_do_not_track": true}', True),
        ("enable_do_not_track", "true", "{}", False),
        ("enable_do_not_track", "false", "{}", True),
        ("enable_enhanced_safety_browsing", "true", '{"safebrowsing": {"enhanced": true}}', True),
        (
            "default_search_engine",
            "Bing",
            '{"default_search_provider_data": {"template_url_data": {"short_name": "Bing"}}}',
            True,
        ),
        ("default_search_engine", "Bing", "{}", False),
    ],
)
def test_a_browsers_settings_are_judged(tmp_path: Path, kind: str, expected: str, preferences: str, held: bool) -> None:
    (tmp_path / "task").mkdir()
    file = tmp_path / "home/.config/chromium/Default/Preferences"
    file.parent.mkdir(parents=True)
    file.write_text(preferences)
    task = read(tmp_path / "task", evaluator("exact_match", {"type": kind}, {"expected": expected}))
    machine = Machine(folder=tmp_path / "task", home=tmp_path / "home")
    assert all(check.judge(machine).held for check in task.checks) is held


@pytest.mark.parametrize(("conjunction", "held"), [("and", False), ("or", True)])
def test_several_metrics_are_joined(tmp_path: Path, conjunction: str, held: bool) -> None:
    said = [{"type": "rule", "rules": {"expected": text}} for text in ("a", "b")]
    joined = {"func": ["compare_config"] * 2, "result": [FILE] * 2, "expected": said, "conj": conjunction}
    assert holds(tmp_path, joined, "b") is held

"""Every mistake in a file is told at once, at its place, with what was meant."""

from pathlib import Path

import pytest

from tasks.task import TaskFileError, read_task_file
from tests.tasks.task.writing import mistakes, written

ONE_OF_STEPS = (
    "do, ask, click, double_click, right_click, type, press, drag, scroll, hover, wait, wait_for, expect, "
    "activate or close"
)


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    text = "gaol: x\nsteps:\n  - clik: Save\n  - press: ctrl+nope\nlimits:\n  stpes: 3\n  seconds: -1\nretries: many\n"
    assert mistakes(tmp_path, text) == [
        "1:1: There is no key `gaol` here; is `goal` meant?",
        "3:5: There is no key `clik` here; is `click` meant?",
        "4:12: There is no key named “nope”.",
        "6:3: There is no key `stpes` here; is `steps` meant?",
        "7:12: This should be greater than 0.",
        "8:10: A whole number is wanted here.",
    ]


def test_a_mistake_is_one_line_with_file_line_and_column(tmp_path: Path) -> None:
    path = written(tmp_path, "goal: x\ntags: [a b]\n")
    with pytest.raises(TaskFileError) as caught:
        read_task_file(path)
    assert str(caught.value) == f"{path}:2:8: `a b` is no tag: one word, without a comma."


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("{goal: x, steps: [{do: y}]}", "1:18: A task has either a goal or steps, not both."),
        ("name: x", "1:1: A task has either a goal or steps."),
        ("steps: []", "1:8: There are no steps."),
        ("goal: ''", "1:7: This must not be empty."),
        ("{goal: x, expected: fail}", "1:1: `expected: fail` needs a `reason`."),
        ("{goal: x, skip: yes}", "1:17: Say why it is skipped, such as `skip: needs a network`, or leave it out."),
        ("{goal: x, name: a/b}", r"1:17: `a/b` cannot be a name: it holds one of / \ # [ ] or a line break."),
        ("{goal: x, retries: true}", "1:20: A number is wanted, not true or false."),
        ("{goal: x, limits: {seconds: .nan}}", "1:29: A number is wanted here."),
        ("{goal: x, limits: {seconds: nan}}", "1:29: A number that has an end is wanted here."),
        ("{goal: x, display: big}", "1:20: A size is written 1280x800."),
        ("{goal: x, display: 1x1}", "1:20: Each side of a display has 320 to 16384 pixels."),
        ("{goal: x, policy: {terminal: alow}}", "1:30: This is one of allow, ask, refuse; is `allow` meant?"),
        ("{goal: x, policy: {comit: ask}}", "1:20: There is no key `comit` here; is `commit` meant?"),
        ("{goal: x, seeds: 5}", "1:18: Seeds are a list, or the first and the last one: 0-4."),
        ("{goal: x, seeds: 5-1}", "1:18: The last seed comes after the first one, and at most 10000 of them."),
        ("{goal: x, seeds: [1, 1]}", "1:18: The seed 1 stands there twice."),
        ("{goal: x, tear_down: [git init]}", "1:23: A command is a list of words, which no shell reads: [git, init]."),
        ("{goal: x, tear_down: [[]]}", "1:23: This must not be empty."),
        ("{goal: x, checks: }", "1:18: There is nothing here: write a value, or leave the key out."),
        ("steps:\n- press:\n", "2:9: There is nothing here: write a value, or leave the key out."),
        ("- goal", "1:1: A task is keys like `goal: …`, one a line."),
        ("", "1:1: A task is keys like `goal: …`, one a line."),
    ],
)
def test_a_mistake_of_the_task(tmp_path: Path, text: str, mistake: str) -> None:
    assert mistakes(tmp_path, text) == [mistake]


@pytest.mark.parametrize(
    ("step", "mistake"),
    [
        ("{click: A, type: b}", "2:14: `type` names another step: give it an entry of its own."),
        ("{clik: A}", "2:4: There is no key `clik` here; is `click` meant?"),
        ("{Click: A}", "2:4: There is no key `Click` here; is `click` meant?"),
        ("{press: a, seconds: 3}", "2:14: There is no key `seconds` here: there are key, press, times."),
        ("{press: a, key: true}", "2:1: Only a step of the solution is a `key` step."),
        ("{drag: A}", "2:3: `to` is missing here."),
        ("{type: a, itno: B}", "2:13: There is no key `itno` here; is `into` meant?"),
        ("{click: {txt: A}}", "2:12: There is no key `txt` here; is `text` meant?"),
        ("{click: {text: A, picture: a.png}}", "2:21: `picture` names another target: give it an entry of its own."),
        ("{click: {picture: a.png}}", "2:21: There is no file `a.png` beside the task file."),
        ("{click: [1, 2, 3]}", "2:11: A box is [[x1, y1, x2, y2]] in thousandths of the screenshot."),
        (
            "{click: {text: A, region: [5, 5]}}",
            "2:29: It has no extent: write [left, top, right, bottom] in thousandths.",
        ),
        ("{scroll: dwon}", "2:12: This is one of up, down, left, right; is `down` meant?"),
        ("{press: []}", "2:11: This must not be empty."),
        ("{wait_for: [Saved, {screen_txt: b}]}", "2:22: No kind of check is named here: is `screen_text` meant?"),
        ("{expect: {answer: {nmber: 4}}}", "2:22: There is no key `nmber` here; is `number` meant?"),
        ("{expect: {json: a, file: b}}", "2:22: `file` names another check: give it an entry of its own."),
        ("{ask: a}", "2:3: `as` is missing here."),
        ("{expect: {file: a, txt: b}}", "2:22: There is no key `txt` here; is `text` meant?"),
        ("{expect: {all: [{file: a}, {not: {file: a, exists: maybe}}]}}", "2:54: True or false is wanted here."),
        ("{}", f"2:3: A step is named by a key: {ONE_OF_STEPS}."),
        ("Save", f"2:3: A step is named by a key: {ONE_OF_STEPS}."),
        ("{qqqq: 1}", f"2:3: A step is named by a key: {ONE_OF_STEPS}."),
    ],
)
def test_a_mistake_in_a_step_is_told_about_the_step_that_was_meant(tmp_path: Path, step: str, mistake: str) -> None:
    assert mistakes(tmp_path, f"steps:\n- {step}\n") == [mistake]


@pytest.mark.parametrize(
    ("part", "mistake"),
    [
        ("files: {a: {cpoy: b}}", "2:15: There is no key `cpoy` here; is `copy` meant?"),
        ("files: {a: {copy: b}}", "2:21: There is no file or folder `b` beside the task file."),
        ("files: {a: [1]}", "2:14: A file is named by a key: text or copy."),
        ("home: nowhere", "2:9: There is no folder `nowhere` beside the task file."),
        ("environment: {A-B: 1}", "2:17: `A-B` is no name: letters, digits and _, no digit first."),
        ("launch: {opn: X}", "2:12: There is no key `opn` here; is `open` meant?"),
        ("launch: [{open: X, window: {titel: x}}]", "2:31: There is no key `titel` here; is `title` meant?"),
        (
            "launch: [{open: X, window: {title: x, geometry: max}}]",
            "2:51: This is one of maximized, fullscreen; is `maximized` meant?",
        ),
        (
            "launch: [{open: X, window: {title: x, geometry: [1, 2, 3, 4000]}}]",
            "2:51: A box's numbers lie between 0 and 1000.",
        ),
    ],
)
def test_a_mistake_in_the_set_up(tmp_path: Path, part: str, mistake: str) -> None:
    assert mistakes(tmp_path, f"set_up:\n  {part}\ngoal: x\n") == [mistake]


def test_a_mistake_in_a_long_text_is_told_in_characters_of_its_line(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "goal: x\ndescription: 你好 😀\nset_up: {files: {😀: {cpoy: a}}}\n") == [
        "3:22: There is no key `cpoy` here; is `copy` meant?"
    ]


def test_a_file_that_is_no_text_is_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "a.task.yaml"
    path.write_bytes(b"goal: \xff")
    with pytest.raises(TaskFileError, match="no UTF-8 text"):
        read_task_file(path)


def test_a_file_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(TaskFileError, match="cannot be read: No such file or directory"):
        read_task_file(tmp_path / "a.task.yaml")

"""PC Tracker's recordings: its words for what people do, and the rectangles beside them."""

from pathlib import Path
from typing import Any

import pytest

from actions.schema import Action, Box, Click, Done, Drag, Infeasible, PressKeys, Scroll, TypeText, Wait
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.trajectories.pc_tracker import PCTracker
from tests.tasks.recorded.trajectories.making import check_right_and_wrong, write_lines, write_picture
from tests.tasks.recorded.writing import skipped_of, steps_of

BENCHMARK = PCTracker()
RECT = {"left": 10, "top": 10, "right": 30, "bottom": 20}


def event(action: str, rect: Any = None, number: int = 1) -> dict[str, Any]:
    return {
        "timestamp": "2024-11-26_16:15:19",
        "action": action,
        "screenshot": f"screenshot/{number}.png",
        "element": "Start" if rect else None,
        "rect": rect,
        "marked_screenshot": f"screenshot/{number}_marked.png",
    }


def written(folder: Path, *events: dict[str, Any]) -> Path:
    """Write a recording on a screen of 100 by 50."""
    write_lines(folder / "free_task.jsonl", events)
    (folder / "free_task.md").write_text("# Free Task\n**Description:** 打开 a slide.\n", encoding="utf-8")
    write_picture(folder / "screenshot" / "1.png")
    return folder


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        ("click (25, 10)", [Click(box_2d=Box.at(250, 200))]),
        ("right click (25, 10)", [Click(box_2d=Box.at(250, 200), button="right")]),
        ("double click (25, 10)", [Click(box_2d=Box.at(250, 200), clicks=2)]),
        ("drag from (25, 10) to (75, 40)", [Drag(box_2d=Box.at(250, 200), to_box_2d=Box.at(750, 800))]),
        ("scroll (0, -3)", [Scroll(direction="down", notches=3)]),
        ("scroll (2, 0)", [Scroll(direction="right", notches=2)]),
        ("press key enter", [PressKeys(keys=("enter",))]),
        ("press key: backspace", [PressKeys(keys=("backspace",))]),
        ("hotkey (Ctrl, C)", [PressKeys(keys=("ctrl", "c"))]),
        ("hotkey (cmd, r)", [PressKeys(keys=("super", "r"))]),
        ("type text: Hello, (world): 会议", [TypeText(text="Hello, (world): 会议")]),
        ("wait", [Wait()]),
        ("finish", [Done()]),
        ("fail", [Infeasible()]),
    ],
)
def test_its_words_are_read(words: str, actions: list[Action], tmp_path: Path) -> None:
    (step,) = check_right_and_wrong(BENCHMARK, written(tmp_path, event(words)))
    assert list(step.actions) == actions
    assert step.goal == "打开 a slide."


def test_a_press_and_a_drag_are_one_step(tmp_path: Path) -> None:
    events = (event("click (25, 10)"), event("press (25, 10)"), event("drag to (75, 40)", number=2), event("finish"))
    steps = check_right_and_wrong(BENCHMARK, written(tmp_path, *events))
    assert [step.id for step in steps] == ["free_task/1", "free_task/3", "free_task/4"]
    assert steps[1].actions == (Drag(box_2d=Box.at(250, 200), to_box_2d=Box.at(750, 800)),)
    assert str(steps[1].screenshot.path).endswith("1.png"), "it is the screen on which the drag begins"


def test_the_whole_rectangle_is_right(tmp_path: Path) -> None:
    data = written(tmp_path, event("click (25, 15)", RECT))
    (step,) = steps_of(BENCHMARK, data)
    assert step.boxes == (Box(100, 200, 300, 400),)
    assert BENCHMARK.judge(step, Predicted((Click(box_2d=Box.at(100, 400)),))).score == 1
    assert BENCHMARK.judge(step, Predicted((Click(box_2d=Box.at(350, 400)),))).score < 0.1
    assert find_benchmark(str(data))[0].name == "pc-tracker"


def test_bad_records_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    beyond = {"left": 200, "top": 10, "right": 230, "bottom": 20}
    events = [
        event("jump (1, 2)"),
        event("click (250, 10)"),
        event("click (25, 10)", beyond),
        event("click (25, 10)", number=7),
        event("click (25, 10)", number=8),
        {name: value for name, value in event("click (25, 10)").items() if name != "screenshot"},
        event("click (25, 10)"),
    ]
    data = written(tmp_path, *events)
    (data / "screenshot" / "8.png").write_bytes((data / "screenshot" / "1.png").read_bytes()[:20])
    assert [skipped.reason for skipped in skipped_of(BENCHMARK, data)] == [
        "the action 'jump (1, 2)' is not known.",
        "the place (250, 10) lies outside the image of 100x50.",
        "the box [200.0, 10.0, 230.0, 20.0] lies outside the image of 100x50.",
        "the screenshot 7.png is missing.",
        "the screenshot 8.png cannot be read: Truncated File Read.",
        "the field screenshot is missing.",
    ]
    assert [step.id for step in BENCHMARK.steps(data) if hasattr(step, "id")] == ["free_task/7"]


def test_without_a_description_there_is_nothing_to_ask(tmp_path: Path) -> None:
    data = written(tmp_path, event("finish"))
    (data / "free_task.md").unlink()
    assert [skipped.reason for skipped in skipped_of(BENCHMARK, data)] == [
        "free_task.md with the task's description is missing."
    ]

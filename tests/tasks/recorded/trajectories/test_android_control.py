"""AndroidControl's conversions, and its rules by hand."""

from pathlib import Path
from typing import Any

import pytest

from actions.schema import (
    Action,
    Box,
    Click,
    Done,
    Infeasible,
    LongPress,
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.trajectories.rules.android_control import words_in_common
from tests.tasks.recorded.trajectories.android import BENCHMARK, SIZE, TREE, box, step, touch
from tests.tasks.recorded.trajectories.making import check_right_and_wrong, write_json, write_lines, write_picture
from tests.tasks.recorded.writing import skipped_of, steps_of

ACTIONS: tuple[tuple[dict[str, Any], Action], ...] = (
    (touch("click", 150, 250), Click(box_2d=box(150, 250))),
    (touch("long_press", 150, 250), LongPress(box_2d=box(150, 250))),
    (touch("type_text", 150, 250, text="a@b.c"), TypeText(text="a@b.c", box_2d=box(150, 250))),
    ({"action_type": "input_text", "text": "a@b.c"}, TypeText(text="a@b.c")),
    ({"action_type": "scroll", "direction": "down"}, Scroll(direction="down")),
    ({"action_type": "open_app", "app_name": "Gmail"}, OpenApp(app_name="Gmail")),
    ({"action_type": "navigate_back"}, PressKeys(keys=("alt", "left"))),
    ({"action_type": "navigate_home"}, PressKeys(keys=("super", "d"))),
    ({"action_type": "wait"}, Wait()),
    ({"action_type": "status", "goal_status": "successful"}, Done()),
    ({"action_type": "status", "goal_status": "infeasible"}, Infeasible()),
)


def test_its_actions_are_ours_and_worth_1(tmp_path: Path) -> None:
    write_json(tmp_path / "steps.json", [step(action, number) for number, (action, _) in enumerate(ACTIONS)])
    steps = check_right_and_wrong(BENCHMARK, tmp_path)
    assert [one.actions for one in steps] == [(ours,) for _, ours in ACTIONS]
    assert steps[0].boxes[0] == pytest.approx((100 / 1.08, 200 / 2.4, 300 / 1.08, 300 / 2.4))
    assert steps[0].goal == "Send the mail."
    assert [len(one.earlier) for one in steps] == list(range(len(ACTIONS)))


def test_episodes_are_read_too(tmp_path: Path) -> None:
    episode = {
        "episode_id": 17,
        "goal": "Send the mail.",
        "actions": [action for action, _ in ACTIONS],
        "step_instructions": [f"Do {number}." for number in range(len(ACTIONS))],
        "screenshots": [f"17/screenshot_{number}.png" for number in range(len(ACTIONS) + 1)],
        "screenshot_widths": [SIZE[0]] * (len(ACTIONS) + 1),
        "screenshot_heights": [SIZE[1]] * (len(ACTIONS) + 1),
        "accessibility_trees": [TREE] * (len(ACTIONS) + 1),
    }
    write_json(tmp_path / "sample_raw.json", [episode])
    steps = check_right_and_wrong(BENCHMARK, tmp_path)
    assert [one.actions for one in steps] == [(ours,) for _, ours in ACTIONS]
    low = steps_of(find_benchmark(f"android-control-low:{tmp_path}")[0], tmp_path)
    assert [one.goal for one in low][:2] == ["Do 0.", "Do 1."]
    assert low[0].notice.endswith("Send the mail.")
    write_json(tmp_path / "sample_raw.json", [{**episode, "screenshots": []}])
    assert "fewer screenshots" in skipped_of(BENCHMARK, tmp_path)[0].reason


def test_the_pictures_size_is_taken_where_none_is_recorded(tmp_path: Path) -> None:
    write_json(tmp_path / "steps.json", [step(touch("click", 54, 240), screenshot_width=None)])
    assert skipped_of(BENCHMARK, tmp_path)[0].reason == "the screenshot screenshot_0.png is missing."
    write_picture(tmp_path / "images" / "17" / "screenshot_0.png", (108, 480))
    assert steps_of(BENCHMARK, tmp_path)[0].actions == (Click(box_2d=Box.at(500, 500)),)


def judged(folder: Path, recorded: dict[str, Any], action: Action, **how: Any) -> tuple[bool, float]:
    write_json(folder / "steps.json", [recorded])
    verdict = BENCHMARK.judge(steps_of(BENCHMARK, folder)[0], Predicted((action,)), **how)
    return verdict.correct, verdict.parts["near"]


@pytest.mark.parametrize(
    ("x", "y", "right", "near"),
    [
        (300, 300, True, True),  # the corner of the smallest element
        (301, 300, False, True),
        (150, 618, False, True),  # 368 pixels away are 14 % of the diagonal
        (150, 619, False, False),
    ],
)
def test_a_touch_is_right_inside_the_smallest_element(x: int, y: int, right: bool, near: bool, tmp_path: Path) -> None:
    assert judged(tmp_path, step(touch("click", 150, 250)), Click(box_2d=box(x, y))) == (right, near)


def test_without_an_element_the_distance_decides_and_as_published_nothing_is_right(tmp_path: Path) -> None:
    recorded, click = step(touch("click", 150, 250), tree=[]), Click(box_2d=box(150, 600))
    assert judged(tmp_path, recorded, click) == (True, True)
    assert judged(tmp_path, recorded, click, as_published=True) == (False, True)


def test_text_must_be_the_same_and_have_half_its_words_by_the_wider_rule(tmp_path: Path) -> None:
    recorded = step({"action_type": "input_text", "text": "new york city"})
    assert judged(tmp_path, recorded, TypeText(text="new york city")) == (True, True)
    assert judged(tmp_path, recorded, TypeText(text="New York")) == (False, True)
    assert judged(tmp_path, recorded, TypeText(text="york minster abbey")) == (False, False)
    assert words_in_common("new york", "new york city") == 2 * 2 / 5
    assert words_in_common("", "a") == 0


@pytest.mark.parametrize(
    ("recorded", "action", "right", "published"),
    [
        ({"action_type": "open_app", "app_name": "gmail"}, Click(box_2d=box(400, 350)), True, True),
        ({"action_type": "open_app", "app_name": "Maps"}, Click(box_2d=box(400, 350)), False, False),
        ({"action_type": "navigate_back"}, Click(box_2d=box(150, 250)), True, True),
        (touch("click", 400, 350), OpenApp(app_name="Gmail"), True, False),
        (touch("click", 400, 350), OpenApp(app_name="Maps"), False, False),
        (touch("click", 150, 250), PressKeys(keys=("alt", "left")), True, False),
        (touch("click", 400, 350), PressKeys(keys=("alt", "left")), False, False),
    ],
)
def test_a_touch_of_what_is_so_named_comes_to_the_same(
    recorded: dict[str, Any], action: Action, right: bool, published: bool, tmp_path: Path
) -> None:
    assert judged(tmp_path, step(recorded), action)[0] == right
    assert judged(tmp_path, step(recorded), action, as_published=True)[0] == published


def test_bad_records_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    bad = [
        step({"action_type": "fly"}),
        step(touch("click", 1500, 3)),
        step({"action_type": "click"}),
        step({"action_type": "scroll", "direction": "sideways"}),
        {name: value for name, value in step({"action_type": "wait"}).items() if name != "goal"},
        step({"action_type": "wait"}, screenshot="/etc/passwd"),
        step({"action_type": "wait"}, 7),
    ]
    write_lines(tmp_path / "steps.jsonl", [step({"action_type": "wait"}, 6), *bad])
    with (tmp_path / "steps.jsonl").open("ab") as file:
        file.write('{"goal": "ü"}\n'.encode("latin-1"))
    assert [skipped.reason for skipped in skipped_of(BENCHMARK, tmp_path)] == [
        "the action fly is not known.",
        "the place (1500, 3) lies outside the image of 1080x2400.",
        "the action has no x and y.",
        "the direction 'sideways' of scroll is none.",
        "the field goal is missing.",
        "the screenshot's name '/etc/passwd' leads out of the folder.",
        "it holds bytes that are no UTF-8: save the file as UTF-8.",
    ]
    assert [one.id for one in BENCHMARK.steps(tmp_path) if hasattr(one, "id")] == ["17/6", "17/7"]

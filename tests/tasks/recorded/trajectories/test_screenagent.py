"""ScreenAgent's sessions, and CC-Score: by hand, and against the documented formula, written down here by itself."""

import itertools
import math
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from actions.schema import Box, Click, Drag, Hover, PressKeys, Scroll, TypeText, Wait
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.steps import RecordedStep
from tasks.recorded.trajectories.notations.screenagent import read_act
from tasks.recorded.trajectories.notations.screenagent_ours import as_acts
from tasks.recorded.trajectories.rules.screenagent import agreed, bleu, points
from tasks.recorded.trajectories.screenagent import ScreenAgent
from tests.tasks.recorded.trajectories.making import check_right_and_wrong, write_json, write_picture
from tests.tasks.recorded.writing import skipped_of, steps_of

BENCHMARK = ScreenAgent()
SIZE = (1000, 500)


def mouse(kind: str, x: int | None = None, y: int = 0, button: str = "left", **other: Any) -> dict[str, Any]:
    place = {} if x is None else {"mouse_position": {"width": x, "height": y}}
    held = {"mouse_button": button} if kind in ("click", "double_click", "drag", "down", "up") else {}
    return {"action_type": "MouseAction", "mouse_action_type": kind, **held, **place, **other}


def press(keys: Any) -> dict[str, Any]:
    return {"action_type": "KeyboardAction", "keyboard_action_type": "press", "keyboard_key": keys}


def text(words: str) -> dict[str, Any]:
    return {"action_type": "KeyboardAction", "keyboard_action_type": "text", "keyboard_text": words}


def area(x1: int, y1: int, x2: int, y2: int) -> dict[str, Any]:
    return {
        "upper_left_position": {"width": x1, "height": y1},
        "lower_right_position": {"width": x2, "height": y2},
    }


WAIT = {"action_type": "WaitAction", "wait_time": 1.5}
PLAN = {"action_type": "PlanAction", "element": "打开浏览器"}


def step(*actions: Any, **other: Any) -> dict[str, Any]:
    return {
        "session_id": "task1",
        "task_prompt": "写一篇文章",
        "send_prompt": '总体目标是 "写一篇文章"。\n现在的子任务是 "点击保存"。\n请输出',
        "video_width": SIZE[0],
        "video_height": SIZE[1],
        "saved_image_name": "a.jpg",
        "actions": list(actions),
        **other,
    }


def written(folder: Path, *steps: Any) -> Path:
    for number, value in enumerate(steps):
        write_json(folder / "task1" / f"2024-01-03_14-0{number}_translate.json", value)
    write_picture(folder / "task1" / "images" / "a.jpg", SIZE)
    return folder


def test_what_was_right_is_worth_1(tmp_path: Path) -> None:
    data = written(
        tmp_path,
        step(mouse("click", 500, 250)),
        step(mouse("double_click", 500, 250)),
        step(mouse("click", 500, 250, "right")),
        step(mouse("move", 100, 100), mouse("drag", 300, 300)),
        step(mouse("scroll_down", scroll_repeat=5)),
        step(press(["Control_L", "s"]), WAIT, text("hello.odt"), press("Return")),
        step(press("Ctrl+A"), text("你好")),
        step(mouse("click", 500, 250, clickable_area=area(490, 240, 900, 260))),
        step(mouse("down", 100, 100), WAIT, mouse("up", 300, 300)),
        step(mouse("down", 100, 100)),
    )
    steps = check_right_and_wrong(BENCHMARK, data)
    assert steps[0].goal == "点击保存"
    assert "写一篇文章" in steps[0].notice
    assert steps[3].actions == (
        Hover(box_2d=Box.at(100, 200)),
        Drag(box_2d=Box.at(100, 200), to_box_2d=Box.at(300, 600)),
    )
    assert steps[5].actions[1] == Wait(seconds=1.5)
    assert steps[8].actions == (Wait(seconds=1.5), Drag(box_2d=Box.at(100, 200), to_box_2d=Box.at(300, 600)))
    assert [len(one.earlier) for one in steps] == list(range(10))
    assert find_benchmark(str(data))[0].name == "screenagent"


def only(folder: Path, *actions: Any) -> RecordedStep[Any]:
    return steps_of(BENCHMARK, written(folder, step(*actions)))[0]


def test_a_click_brings_a_point_each_for_mouse_kind_button_and_place(tmp_path: Path) -> None:
    one = only(tmp_path, mouse("click", 500, 250))
    for click, expected in (
        (Click(box_2d=Box.at(520, 540)), 1.0),  # 20 pixels away in both directions
        (Click(box_2d=Box.at(521, 500)), 0.75),
        (Click(box_2d=Box.at(500, 500), button="right"), 0.75),
        (Click(box_2d=Box.at(500, 500), clicks=2), 0.75),
        (Click(box_2d=Box.at(1, 1), button="right", clicks=1), 0.5),
    ):
        assert BENCHMARK.judge(one, Predicted((click,))).score == expected
    assert BENCHMARK.judge(one, Predicted((Hover(box_2d=Box.at(500, 500)),))).score == 0.5
    assert BENCHMARK.judge(one, Predicted((TypeText(text="a"),))).score == 0


def test_a_recorded_area_counts_instead_of_the_square(tmp_path: Path) -> None:
    one = only(tmp_path, mouse("click", 500, 250, clickable_area=area(490, 240, 900, 260)))
    assert BENCHMARK.judge(one, Predicted((Click(box_2d=Box.at(899, 500)),))).score == 1
    assert BENCHMARK.judge(one, Predicted((Click(box_2d=Box.at(485, 500)),))).score == 0.75


def test_how_far_it_scrolls_makes_no_difference(tmp_path: Path) -> None:
    one = only(tmp_path, mouse("scroll_down", scroll_repeat=5))
    assert BENCHMARK.judge(one, Predicted((Scroll(direction="down", notches=1),))).score == 1
    assert BENCHMARK.judge(one, Predicted((Scroll(direction="up", notches=5),))).score == 0.5


def test_some_of_several_actions_bring_some_of_the_points(tmp_path: Path) -> None:
    one = only(tmp_path, mouse("click", 500, 250), text("hello"), press("Return"))
    assert BENCHMARK.judge(one, Predicted((Click(box_2d=Box.at(500, 500)),))).score == 4 / 8
    into = TypeText(text="hello", box_2d=Box.at(500, 500), press_enter=True)
    assert BENCHMARK.judge(one, Predicted((into,))).score == 1
    backwards = (PressKeys(keys=("enter",)), Click(box_2d=Box.at(500, 500)))
    assert BENCHMARK.judge(one, Predicted(backwards)).score == 4 / 8, "the order is kept"


def test_keys_are_the_same_however_they_are_called(tmp_path: Path) -> None:
    one = only(tmp_path, press(["control", "s"]))
    saved = Predicted((PressKeys(keys=("ctrl", "s")),))
    assert BENCHMARK.judge(one, saved).score == 1
    as_published = BENCHMARK.judge(one, saved, as_published=True)
    assert as_published.score == pytest.approx((1 + bleu("Control_L+s", "control+s")) / 2)


def test_bleu_by_hand() -> None:
    assert bleu("abcd", "abcd") == pytest.approx(1)
    assert bleu("abcde", "abcdx") == pytest.approx((4 / 5 * 3 / 4 * 2 / 3 * 1 / 2) ** 0.25)
    assert bleu("abcd", "abcdefgh") == pytest.approx(math.exp(1 - 2))
    assert bleu("abc", "abc") == 0, "there is no run of four"
    assert bleu("", "abc") == bleu("abc", "") == 0


def test_only_steps_that_act_are_asked_about(tmp_path: Path) -> None:
    data = written(tmp_path, step(PLAN), step(mouse("click", 1, 1)), step({"action_type": "EvaluateSubTaskAction"}))
    write_json(tmp_path / "task1" / "2024_translate_neg_eval.json", step(mouse("click", 2, 2)))
    assert [one.place.file for one in steps_of(BENCHMARK, data)] == ["task1/2024-01-03_14-01_translate.json"]


def test_bad_records_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    beyond = mouse("click", 500, 250, clickable_area=area(1100, 240, 1200, 260))
    bad = [
        step(mouse("fly", 1, 1)),
        step(mouse("click", 1001, 1)),
        step(beyond),
        step(WAIT),
        step(mouse("click")),
        step({**text("a"), "keyboard_text": None}),
        step(press("no key")),
        {name: value for name, value in step(mouse("click", 1, 1)).items() if name != "video_width"},
        step(mouse("click", 1, 1)),
    ]
    data = written(tmp_path, *bad)
    (data / "task1" / "2024_x.json").write_bytes('{"task_prompt": "ü", "actions": [1]}'.encode("latin-1"))
    assert [skipped.reason for skipped in skipped_of(BENCHMARK, data)] == [
        "the mouse action 'fly' is not known.",
        "the place (1001, 1) lies outside the image of 1000x500.",
        "the box [1100.0, 240.0, 1200.0, 260.0] lies outside the image of 1000x500.",
        "it only waits, which CC-Score gives no points for.",
        "the mouse action click has no mouse_position.",
        "the field keyboard_text is missing.",
        "an action cannot be: there is no key named “no key”.",
        "the field video_width is missing.",
        "it holds bytes that are no UTF-8: save the file as UTF-8.",
    ]
    assert sum(isinstance(one, RecordedStep) for one in BENCHMARK.steps(data)) == 1


# The documented formula, on the published records: all order-keeping pairings are tried.


def documented(answered: list[dict[str, Any]], right: list[dict[str, Any]]) -> float:
    best = 0.0
    for size in range(min(len(answered), len(right)) + 1):
        for ours in itertools.combinations(range(len(answered)), size):
            for theirs in itertools.combinations(range(len(right)), size):
                pairs = zip(ours, theirs, strict=True)
                best = max(best, sum(brings(answered[i], right[j]) for i, j in pairs))
    return best / sum(map(maximum, right))


def maximum(right: dict[str, Any]) -> int:
    if right["action_type"] == "KeyboardAction":
        return 2
    kind = right["mouse_action_type"]
    return {"move": 3, "scroll_up": 2, "scroll_down": 2}.get(kind, 4)


def brings(given: dict[str, Any], right: dict[str, Any]) -> float:
    if given["action_type"] != right["action_type"]:
        return 0
    if right["action_type"] == "KeyboardAction":
        one, other = (written_keys(action) for action in (given, right))
        return 1 + (1 if one == other else documented_bleu(one, other))
    sum_: float = 1.0 + (given["mouse_action_type"] == right["mouse_action_type"])
    if "mouse_button" in right:
        sum_ += bool(given.get("mouse_button", "") == right["mouse_button"])
    if "mouse_position" in right and "mouse_position" in given:
        x, y = given["mouse_position"]["width"], given["mouse_position"]["height"]
        corner, opposite = right["clickable_area"].values()
        sum_ += bool(corner["width"] <= x <= opposite["width"] and corner["height"] <= y <= opposite["height"])
    return sum_


def written_keys(action: dict[str, Any]) -> str:
    keys = action.get("keyboard_key")
    return "+".join(keys) if keys else str(action["keyboard_text"])


def documented_bleu(given: str, right: str) -> float:
    precisions = []
    for n in (1, 2, 3, 4):
        grams = [Counter(t[i : i + n] for i in range(len(t) - n + 1)) for t in (given, right)]
        precisions.append(sum((grams[0] & grams[1]).values()) / max(sum(grams[0].values()), 1))
    if min(precisions) == 0:
        return 0
    return min(1, math.exp(1 - len(right) / len(given))) * math.prod(precisions) ** 0.25


def some_action(chance: random.Random) -> dict[str, Any]:
    kind = chance.choice(("click", "click", "double_click", "drag", "move", "scroll_up", "text", "press"))
    if kind == "text":
        return text(chance.choice(("hello world", "hello there", "hello worlds", "你好世界啊", "x")))
    if kind == "press":
        return press(chance.choice((["Control_L", "s"], ["Control_L", "a"], ["Return"], ["Alt_L", "F4"])))
    x, y = chance.randrange(100, 900), chance.randrange(100, 400)
    if kind == "scroll_up":
        return mouse(kind, scroll_repeat=3)
    return mouse(
        kind, x, y, chance.choice(("left", "left", "right")), clickable_area=area(x - 30, y - 9, x + 30, y + 9)
    )


def some_answer(right: list[dict[str, Any]], chance: random.Random) -> list[dict[str, Any]]:
    answered = [dict(action) if chance.random() < 0.6 else some_action(chance) for action in right]
    for action in answered:
        if "mouse_position" in action:
            place, reach = action["mouse_position"], chance.choice((0, 30, 60))
            action["mouse_position"] = {edge: value + chance.randint(-reach, reach) for edge, value in place.items()}
        action.pop("clickable_area", None)
    if chance.random() < 0.2:
        chance.shuffle(answered)
    return answered[: chance.randint(0, 4)]


def test_cc_score_as_published_agrees_with_the_documented_one_on_random_predictions() -> None:
    chance = random.Random(3)
    values = []
    for _ in range(1500):
        right = [some_action(chance) for _ in range(chance.choice((1, 1, 2, 3, 4)))]
        answered = some_answer(right, chance)
        gold = [read_act(action, SIZE) for action in right]
        given = [read_act(action, SIZE) for action in answered]
        expected = documented(answered, right)
        assert agreed(given, gold, as_published=True) / sum(map(points, gold)) == pytest.approx(expected)
        values.append(expected)
    assert values.count(0) > 50
    assert values.count(1) > 50
    assert sum(0 < value < 1 for value in values) > 500


def test_a_long_answer_takes_no_time() -> None:
    gold = [read_act(some_action(random.Random(n)), SIZE) for n in range(18)]
    answered = as_acts(Predicted((Click(box_2d=Box.at(500, 500)),) * 2000), SIZE)
    assert agreed(answered, gold) > 0

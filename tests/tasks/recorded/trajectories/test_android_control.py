"""AndroidControl's conversions, and its rules: by hand, and against the documented ones, written down here."""

import math
import random
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
from tasks.recorded.trajectories.android_control import AndroidControl
from tasks.recorded.trajectories.rules.android_control import words_in_common
from tests.tasks.recorded.trajectories.making import check_right_and_wrong, write_json, write_lines, write_picture
from tests.tasks.recorded.writing import skipped_of, steps_of

BENCHMARK = AndroidControl()
SIZE = (1080, 2400)


def node(x1: float, y1: float, x2: float, y2: float, text: Any = None, description: Any = None) -> dict[str, Any]:
    box = {"x_min": x1, "y_min": y1, "x_max": x2, "y_max": y2}
    return {"bbox_pixels": box, "text": text, "content_description": description}


TREE = [
    node(0, 0, 1080, 2400, "all of it"),
    node(100, 200, 500, 400, "Gmail"),
    [node(100, 200, 300, 300, None, "Navigate Back")],
    {"bbox_pixels": None},
]


def step(action: dict[str, Any], number: int = 0, tree: Any = TREE, **other: Any) -> dict[str, Any]:
    return {
        "episode_id": 17,
        "step": number,
        "goal": "Send the mail.",
        "step_instruction": "Tap on it.",
        "previous_actions": [],
        "action": action,
        "accessibility_tree": tree,
        "screenshot": f"17/screenshot_{number}.png",
        "screenshot_width": SIZE[0],
        "screenshot_height": SIZE[1],
        **other,
    }


def touch(kind: str, x: float, y: float, **other: Any) -> dict[str, Any]:
    return {"action_type": kind, "x": x, "y": y, **other}


def box(x: float, y: float) -> Box:
    """Return a place in pixels as a box."""
    return Box.at(x / SIZE[0] * 1000, y / SIZE[1] * 1000)


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


# The documented rules on the published records. A prediction is {"action_type": …} with x and y in pixels.


def documented(given: dict[str, Any], right: dict[str, Any], nodes: list[dict[str, Any]]) -> bool:
    """UGround's: the smallest node around the recorded place, or all of the recorded keys alike."""
    kind, wanted = given["action_type"], right["action_type"]
    if kind == wanted and kind in ("click", "long_press", "type_text"):
        around = smallest(nodes, right["x"], right["y"])
        return around is not None and inside(around, given["x"], given["y"]) and given.get("text") == right.get("text")
    if kind == wanted:
        return all(given.get(key) == value for key, value in right.items())
    if kind == "click" and wanted in ("open_app", "navigate_back"):
        touched = smallest(nodes, given["x"], given["y"])
        name = right.get("app_name", "back").lower()
        says = [touched["text"], touched["content_description"]] if touched else []
        return any(name in text.lower() for text in says if text)
    return False


def documented_near(given: dict[str, Any], right: dict[str, Any]) -> bool:
    """ClawGUI's and OS-Atlas's, without the candidate boxes of ClawGUI's own data."""
    if given["action_type"] != right["action_type"]:
        return False
    if right["action_type"] in ("click", "long_press"):
        away = math.hypot(given["x"] - right["x"], given["y"] - right["y"])
        return away <= math.sqrt((1080 * 0.14) ** 2 + (2400 * 0.14) ** 2)
    if right["action_type"] in ("type_text", "open_app"):
        key = "text" if right["action_type"] == "type_text" else "app_name"
        one, other = (set(action[key].lower().split()) for action in (given, right))
        precision, recall = (len(one & other) / max(len(words), 1) for words in (one, other))
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0
        return given[key] == right[key] or f1 > 0.5
    return given == right


def inside(found: dict[str, Any], x: float, y: float) -> bool:
    edges = found["bbox_pixels"]
    return bool(edges["x_min"] <= x <= edges["x_max"] and edges["y_min"] <= y <= edges["y_max"])


def smallest(nodes: list[dict[str, Any]], x: float, y: float) -> dict[str, Any] | None:
    found, least = None, math.inf
    for one in nodes:
        edges = one["bbox_pixels"]
        size = (edges["x_max"] - edges["x_min"]) * (edges["y_max"] - edges["y_min"])
        if inside(one, x, y) and size < least:
            found, least = one, size
    return found


def ours(action: dict[str, Any]) -> Action:
    at = box(action["x"], action["y"]) if "x" in action else None
    match action["action_type"]:
        case "click":
            assert at
            return Click(box_2d=at)
        case "long_press":
            assert at
            return LongPress(box_2d=at)
        case "type_text":
            return TypeText(text=action["text"], box_2d=at)
        case "scroll":
            return Scroll.model_validate({"direction": action["direction"]})
        case "open_app":
            return OpenApp(app_name=action["app_name"])
        case "navigate_back":
            return PressKeys(keys=("alt", "left"))
        case _:
            return Wait()


def some_action(chance: random.Random, nodes: list[dict[str, Any]]) -> dict[str, Any]:
    kind = chance.choice(
        ("click", "click", "click", "long_press", "type_text", "scroll", "open_app", "navigate_back", "wait")
    )
    edges = chance.choice(nodes)["bbox_pixels"]
    place = {"x": chance.randint(edges["x_min"], edges["x_max"]), "y": chance.randint(edges["y_min"], edges["y_max"])}
    words = " ".join(chance.choices(("gmail", "maps", "back", "new"), k=chance.choice((1, 2))))
    more: dict[str, dict[str, Any]] = {
        "click": place,
        "long_press": place,
        "type_text": {**place, "text": words},
        "scroll": {"direction": chance.choice(("up", "down"))},
        "open_app": {"app_name": words},
    }
    return {"action_type": kind, **more.get(kind, {})}


def test_the_rules_agree_with_the_documented_ones_on_random_predictions(tmp_path: Path) -> None:
    chance = random.Random(6)
    rows, answers = [], []
    for number in range(1500):
        corners = [(chance.randrange(900), chance.randrange(2200), chance.choice((30, 90, 180)), 60) for _ in range(6)]
        names = [chance.choice(("Gmail", "Maps", "Go back", None)) for _ in corners]
        nodes = [node(x, y, x + w, y + h, name) for (x, y, w, h), name in zip(corners, names, strict=True)]
        right = some_action(chance, nodes)
        given = some_action(chance, nodes)
        if chance.random() < 0.7:
            given = {**right, **{edge: right[edge] + chance.randint(-30, 30) for edge in ("x", "y") if edge in right}}
            given.update({edge: min(max(given[edge], 0), 1000) for edge in ("x", "y") if edge in given})
        rows.append(step(right, number, nodes, episode_id=number))
        answers.append(given)
    write_json(tmp_path / "steps.json", rows)
    verdicts = []
    for one, row, given in zip(steps_of(BENCHMARK, tmp_path), rows, answers, strict=True):
        verdict = BENCHMARK.judge(one, Predicted((ours(given),)), as_published=True)
        expected = documented(given, row["action"], row["accessibility_tree"])
        assert verdict.correct == expected, (given, row)
        if row["action"]["action_type"] != "type_text" or "x" in given:
            assert verdict.parts["near"] == documented_near(given, row["action"]), (given, row)
        verdicts.append(expected)
    assert 300 < sum(verdicts) < 1200

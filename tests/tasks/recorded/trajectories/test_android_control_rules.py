"""AndroidControl's rules against the documented ones, written down here by themselves.

A prediction is {"action_type": …} with x and y in pixels.
"""

import math
import random
from pathlib import Path
from typing import Any

from actions.schema import (
    Action,
    Click,
    LongPress,
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)
from tasks.recorded.predictions.prediction import Predicted
from tests.tasks.recorded.trajectories.android import BENCHMARK, box, node, step
from tests.tasks.recorded.trajectories.making import write_json
from tests.tasks.recorded.writing import steps_of


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

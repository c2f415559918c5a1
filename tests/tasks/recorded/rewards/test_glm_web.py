"""GLM's reward for calls on web pages: by hand, and against its published formula, written down here by itself."""

import random
import re
from typing import Any

import pytest

from actions.dialects.glm_web import GLM_WEB
from actions.schema import Action, Answer, Box, Click, Done, Drag, Infeasible, PressKeys, Scroll, TypeText, Wait
from tasks.recorded.grounding.screenspot import ScreenSpot
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.rewards.glm_web import web_reward
from tasks.recorded.scores.metrics import measured_by
from tests.tasks.recorded.rewards.test_glm_rewards import lcs
from tests.tasks.recorded.writing import screenspot, steps_of, write_screenspot

TRIES = 1000
TEXTS = ("Save", "save as", "", "It's", "It is", "你好", "aaaa")
HERE, THERE = Box.at(214, 100), Box.at(230, 100)


def some_action(chance: random.Random) -> Action:
    place = chance.choice((HERE, THERE))
    return chance.choice(
        (
            Click(box_2d=place),
            TypeText(text=chance.choice(TEXTS), box_2d=place),
            PressKeys(keys=chance.choice((("ctrl", "c"), ("c", "ctrl"), ("enter",)))),
            Scroll(direction=chance.choice(("up", "down")), notches=chance.randrange(1, 12), box_2d=place),
            Answer(text=chance.choice(TEXTS[:2] + TEXTS[3:])),
        )
    )


def formula(one: Action, other: Action) -> float:
    """The published rule on the calls as they are written."""
    (name, given), (right_name, right) = _parts(GLM_WEB.write(one)), _parts(GLM_WEB.write(other))
    if name != right_name or not name:
        return 0.0
    same_place = given.get("point") == right.get("point")
    match name:
        case "CLICK":
            return 1.0 if same_place else 0.05
        case "TYPE":
            worth = _likeness(given["text"], right["text"])
            if same_place:
                return worth
            return worth * 0.95 if worth > 0.05 else 0.05
        case "KEY_PRESS":
            return float(given["key"] == right["key"])
        case "ANSWER":
            return _likeness(given["content"], right["content"])
        case _:
            far, right_far = float(given.get("distance", 0.5)), float(right.get("distance", 0.5))
            return max(0.0, 1 - abs(far - right_far) / max(far, right_far)) if same_place else 0.0


def _parts(call: str) -> tuple[str, dict[str, Any]]:
    """A call's name and arguments; none where a text has an apostrophe, which its patterns do not get past."""
    argument = r"(\w+)=(?:'([^']*)'|(\([^)]*\)|[\d.]+))"
    if not re.fullmatch(rf"\w+\({argument}(?:, {argument})*\)", call):
        return "", {}
    found = re.findall(argument, call)
    return call.partition("(")[0], {name: text or value for name, text, value in found}


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    return lcs(one, other) / max(len(one), len(other)) if one and other else 0.0


def test_it_agrees_with_the_published_formula_on_random_actions() -> None:
    chance, worth = random.Random(5), []
    for _ in range(TRIES):
        one, other = some_action(chance), some_action(chance)
        if chance.random() < 0.6:
            while type(other) is not type(one):
                other = some_action(chance)
        worth.append(web_reward(one, other, as_published=True))
        assert worth[-1] == pytest.approx(formula(one, other)), (one, other)
    assert any(0 < value < 1 for value in worth)


@pytest.mark.parametrize(
    ("action", "other", "worth"),
    [
        (Click(box_2d=HERE), Click(box_2d=HERE), 1),
        (Click(box_2d=Box(213, 99, 215, 101)), Click(box_2d=HERE), 1),
        (Click(box_2d=HERE), Click(box_2d=THERE), 0),
        (Click(box_2d=HERE), TypeText(text="x", box_2d=HERE), 0),
        (TypeText(text="bcd", box_2d=HERE), TypeText(text="abcd", box_2d=THERE), 0.75 * 0.95),
        (TypeText(text="xyz", box_2d=HERE), TypeText(text="abcd", box_2d=THERE), 0),
        (TypeText(text="It's so", box_2d=HERE), TypeText(text="It's no", box_2d=HERE), 6 / 7),
        (PressKeys(keys=("a", "ctrl")), PressKeys(keys=("ctrl", "a")), 1),
        (Scroll(direction="down", notches=5, box_2d=HERE), Scroll(direction="down", notches=10, box_2d=HERE), 0.5),
        (Scroll(direction="down", box_2d=HERE), Scroll(direction="up", box_2d=HERE), 0),
        (Scroll(direction="down"), Scroll(direction="down"), 1),
        (Drag(box_2d=HERE, to_box_2d=THERE), Drag(box_2d=HERE, to_box_2d=HERE), 0),
        (Answer(text="42"), Answer(text="42"), 1),
        (Wait(seconds=1), Wait(seconds=9), 1),
        (Done(), Infeasible(), 0),
    ],
)
def test_by_hand(action: Action, other: Action, worth: float) -> None:
    assert web_reward(action, other) == pytest.approx(worth)


def test_what_is_mended_and_what_it_was_as_published() -> None:
    for action, other, mended, published in (
        (Click(box_2d=HERE), Click(box_2d=THERE), 0.0, 0.05),
        (TypeText(text="It's", box_2d=HERE), TypeText(text="It is", box_2d=HERE), 3 / 5, 0.0),
        (TypeText(text="It is"), TypeText(text="It is"), 1.0, 0.0),
        (TypeText(text="xy", box_2d=HERE), TypeText(text="ab", box_2d=THERE), 0.0, 0.05),
        (PressKeys(keys=("a", "ctrl")), PressKeys(keys=("ctrl", "a")), 1.0, 0.0),
    ):
        assert web_reward(action, other) == pytest.approx(mended)
        assert web_reward(action, other, as_published=True) == pytest.approx(published)


def test_it_measures_any_benchmark(tmp_path: Any) -> None:
    data = write_screenspot(tmp_path / "data", [screenspot(0)])
    benchmark = measured_by("glm-web", ScreenSpot())
    (step,) = steps_of(benchmark, data)
    assert benchmark.judge(step, Predicted(step.actions)).score == 1
    assert benchmark.judge(step, Predicted((Infeasible(),))).score == 0

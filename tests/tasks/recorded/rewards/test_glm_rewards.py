"""GLM's rewards against their documented formulas, written down here by themselves, and the mended defects."""

import random
import string
from math import hypot, prod
from typing import Any

import pytest

from actions.dialects.forms import form_of
from actions.dialects.glm_forms import CALL_FORMS
from actions.schema import (
    Action,
    Box,
    Click,
    Done,
    Drag,
    Infeasible,
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)
from tasks.recorded.rewards.glm_json import json_reward
from tasks.recorded.rewards.glm_pc import pc_reward, text_likeness

TRIES = 1000
WORDS = ("Save", "save as", "notes.txt", "Hello World!", "你好", "aaaaaaaaaaaa", "", "ab" * 9, " x ", "Goodbye")


def some_action(chance: random.Random) -> Action:
    box = Box(chance.randrange(500), chance.randrange(400), chance.randrange(500, 1000), chance.randrange(400, 999))
    near = Box.at(*(chance.randrange(480, 520) for _ in range(2)))
    text = chance.choice(WORDS) + chance.choice(("", chance.choice(string.ascii_letters)))
    return chance.choice(
        (
            Click(box_2d=chance.choice((box, near)), button=chance.choice(("left", "right"))),
            Drag(box_2d=near, to_box_2d=box),
            TypeText(text=text, box_2d=chance.choice((None, box)), override=chance.random() < 0.5),
            PressKeys(keys=chance.choice((("ctrl", "c"), ("c", "ctrl"), ("enter",)))),
            Scroll(direction=chance.choice(("up", "down")), notches=chance.randrange(1, 12), box_2d=near),
            Wait(),
            Done(),
            OpenApp(app_name=chance.choice(("GIMP", "gimp", "VLC"))),
        )
    )


def test_the_json_reward_agrees_with_its_formula_on_random_actions() -> None:
    chance, worth = random.Random(5), []
    for _ in range(TRIES):
        one, other = some_action(chance), some_action(chance)
        if chance.random() < 0.6:  # of the same kind
            while type(other) is not type(one):
                other = some_action(chance)
        worth.append(json_reward(one, other))
        assert worth[-1] == pytest.approx(json_formula(one, other))
    assert any(0 < value < 1 for value in worth)


def json_formula(answered: Action, right: Action) -> float:
    """Return the product over the keys of the dictionaries, which have to be the same."""
    one, other = (action.model_dump(mode="json", exclude_defaults=True) for action in (answered, right))
    if one.keys() != other.keys() or type(answered) is not type(right):
        return 0.0
    return prod(_member(name, one[name], other[name]) for name in other)


def _member(name: str, given: Any, gold: Any) -> float:
    if given == gold:
        return 1.0
    if name == "text":
        return lcs(given, gold) / max(len(given), len(gold))
    if name.endswith("box_2d"):
        return iou(given[0], gold[0])
    return 0.0


def iou(a: list[float], b: list[float]) -> float:
    across = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    down = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    areas = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1])
    return across * down / (areas - across * down) if areas - across * down else 0.0


def lcs(one: str, other: str) -> int:
    lengths = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            lengths[i + 1][j + 1] = lengths[i][j] + 1 if a == b else max(lengths[i][j + 1], lengths[i + 1][j])
    return lengths[-1][-1]


@pytest.mark.parametrize("as_published", [False, True])
def test_the_desktop_reward_agrees_with_its_formula_on_random_actions(as_published: bool) -> None:
    chance, worth = random.Random(6), []
    for _ in range(TRIES):
        one, other = some_action(chance), some_action(chance)
        if chance.random() < 0.6:
            while type(other) is not type(one):
                other = some_action(chance)
        if isinstance(one, OpenApp):  # which the published rule does not know
            continue
        worth.append(pc_reward(one, other, as_published=as_published))
        assert worth[-1] == pytest.approx(pc_formula(one, other, as_published)), (one, other)
    assert any(0 < value < 1 for value in worth)


def pc_formula(one: Action, other: Action, as_published: bool) -> float:
    if form_of(one, CALL_FORMS).name != form_of(other, CALL_FORMS).name:
        return 0.0
    match one, other:
        case Click(), Click():
            return near(one.box_2d, other.box_2d)
        case Drag(), Drag():
            return float((near(one.box_2d, other.box_2d) * near(one.to_box_2d, other.to_box_2d)) ** 0.5)
        case Scroll(box_2d=Box() as a), Scroll(box_2d=Box() as b):
            steps = max(0.0, 1 - abs(one.notches - other.notches) / (other.notches * 2))
            return near(a, b) * (one.direction == other.direction) * steps
        case TypeText(), TypeText():
            return alike(one.text, other.text, as_published)
        case PressKeys(), PressKeys():
            return float(one.keys == other.keys if as_published else set(one.keys) == set(other.keys))
        case _:
            return 1.0


def near(one: Box, other: Box) -> float:
    (x1, y1), (x2, y2) = one.centre, other.centre
    away = hypot(x1 - x2, y1 - y2)
    return 1 - away / 20 * 0.2 if away <= 20 else max(0.0, 1 - away / 50)


def alike(one: str, other: str, as_published: bool) -> float:
    one, other = one.strip().lower(), other.strip().lower()
    if one == other and not as_published:
        return 1.0
    if not one or not other:
        return 0.0
    length = min(len(one), len(other)) / max(len(one), len(other))
    pairs = [{text[i : i + 2] for i in range(len(text) - 1)} for text in (one, other)]
    jaccard = len(pairs[0] & pairs[1]) / len(pairs[0] | pairs[1]) if pairs[0] or pairs[1] else 1.0
    edit = 1 - edits(one, other) / max(len(one), len(other))
    penalty = 0.3 if repetitive(one) or repetitive(other) else 1.0
    return (0.6 * edit + 0.4 * jaccard) * (length if length < 0.3 else 1.0) * penalty


def edits(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], before if a == b else 1 + min(before, row[j], row[j - 1])
    return row[-1]


def repetitive(text: str) -> bool:
    if len(text) < 10:
        return False
    for size in (1, 2, 3, 4):
        pieces = [text[i : i + size] for i in range(len(text) - size + 1)]
        if max(map(pieces.count, pieces)) * size / len(text) > 0.7:
            return True
    return False


@pytest.mark.parametrize(
    ("action", "other", "worth"),
    [
        (Click(box_2d=Box.at(100, 200)), Click(box_2d=Box.at(110, 200)), 0.9),
        (Click(box_2d=Box.at(100, 200)), Click(box_2d=Box.at(130, 200)), 0.4),
        (Click(box_2d=Box.at(100, 200)), Click(box_2d=Box.at(160, 200)), 0.0),
        (Click(box_2d=Box.at(1, 1)), Click(box_2d=Box.at(1, 1), button="right"), 0.0),
        (Click(box_2d=Box.at(1, 1)), Click(box_2d=Box.at(1, 1), clicks=2), 0.0),
        (Scroll(direction="down", box_2d=Box.at(1, 1)), Scroll(direction="up", box_2d=Box.at(1, 1)), 0.0),
        (Scroll(direction="down", notches=3), Scroll(direction="down", notches=6), 0.75),
        (Scroll(direction="down", box_2d=Box.at(1, 1)), Scroll(direction="down"), 0.0),
        (OpenApp(app_name="gimp"), OpenApp(app_name="GIMP"), 1.0),
        (Infeasible(), Infeasible(reason="no"), 1.0),
        (Done(), Infeasible(), 0.0),
    ],
)
def test_desktop_rewards_by_hand(action: Action, other: Action, worth: float) -> None:
    assert pc_reward(action, other) == pytest.approx(worth)


def test_what_is_mended_and_what_it_was_as_published() -> None:
    apostrophe = "It's a long sentence that goes on for a while"
    other = "It's something else"
    assert text_likeness(apostrophe, apostrophe) == 1
    assert text_likeness(apostrophe, other) < 0.6
    assert text_likeness(apostrophe, other, as_published=True) == 1  # both end at the apostrophe

    repetitive = "=" * 20
    assert text_likeness(repetitive, repetitive) == 1
    assert text_likeness(repetitive, repetitive, as_published=True) == pytest.approx(0.3)

    assert text_likeness("", "") == 1
    assert text_likeness("", "", as_published=True) == 0

    copy, turned = PressKeys(keys=("ctrl", "c")), PressKeys(keys=("c", "ctrl"))
    assert pc_reward(turned, copy) == 1
    assert pc_reward(turned, copy, as_published=True) == 0

    exact, whole = Click(box_2d=Box(0, 0, 500.5, 1000)), Click(box_2d=Box(0, 0, 500, 999))
    assert json_reward(exact, whole) > 0.99
    assert json_reward(exact, whole, as_published=True) == 0


def test_json_rewards_by_hand() -> None:
    box = Box(0, 0, 100, 100)
    typed = TypeText(text="abcd", box_2d=box, override=True)
    assert json_reward(typed, typed) == 1
    assert json_reward(typed.model_copy(update={"text": "abxd"}), typed) == pytest.approx(0.75)
    assert json_reward(typed.model_copy(update={"box_2d": Box(0, 0, 50, 100)}), typed) == pytest.approx(0.5)
    assert json_reward(typed.model_copy(update={"override": False}), typed) == 0  # other keys
    assert json_reward(Click(box_2d=box), typed) == 0
    assert json_reward(Infeasible(), Done()) == 0


def test_a_very_long_text_is_compared_in_no_time() -> None:
    text = "".join(random.Random(0).choices(string.ascii_letters, k=20_000))
    assert json_reward(TypeText(text=text), TypeText(text=text[::-1])) < 1
    assert 0 < pc_reward(TypeText(text=text), TypeText(text=text[:-1])) < 1

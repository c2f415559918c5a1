"""AgentNetBench's rule: by hand, and against the documented formula, written down here by itself."""

import math
import random
from collections.abc import Sequence
from typing import Any

import pytest

from actions.schema import Point
from tasks.recorded.grounding.target import Rectangle
from tasks.recorded.trajectories.notations.call import Call
from tasks.recorded.trajectories.rules.calls import text_worth, worth

P = Point(0.3, 0.6)
BOX = Rectangle(0.2, 0.5, 0.4, 0.62)
CLICK = Call("click", P, boxes=(BOX,))


def total(predicted: Sequence[Call], *options: Sequence[Call], as_published: bool = False) -> float:
    return worth(predicted, options, as_published=as_published).total


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Point(0.2, 0.5), 1.0),  # a corner is inside
        (Point(0.4, 0.62), 1.0),
        (Point(0.31, 0.63), math.exp(-120 * (math.hypot(0.01, 0.03) - 0.01 * math.sqrt(2)))),
        (Point(0.3, 0.9), math.exp(-120 * (0.3 - 0.01 * math.sqrt(2)))),
    ],
)
def test_a_place_inside_is_worth_1_and_less_and_less_away_from_it(place: Point, expected: float) -> None:
    assert total([Call("click", place)], [CLICK]) == pytest.approx(expected)


def test_without_a_box_the_distance_decides() -> None:
    right = Call("click", P)
    assert total([Call("click", Point(0.31, 0.609))], [right]) == 1
    assert total([Call("click", Point(0.32, 0.6))], [right]) == pytest.approx(math.exp(-120 * (0.02 - 0.0141421356)))


def test_the_first_kind_must_be_one_of_the_right_ones() -> None:
    assert total([Call("doubleClick", P)], [CLICK]) == 0
    assert total([Call("moveTo", P), CLICK], [CLICK]) == 0


def test_the_mean_of_the_kinds_is_taken() -> None:
    right = [Call("moveTo", P, boxes=(BOX,)), Call("scroll", amount=-3)]
    assert total([Call("moveTo", Point(0.9, 0.9)), Call("scroll", amount=9)], right) == pytest.approx(0.5)
    assert total([Call("scroll", amount=-3)], right) == 0  # it stands in the place of the move
    assert total([Call("moveTo", P), Call("scroll")], right) == 1


def test_of_several_options_the_best_counts() -> None:
    other = Call("click", Point(0.9, 0.1))
    found = worth([Call("click", Point(0.9, 0.1))], ([CLICK], [other]))
    assert found.total == 1
    assert found.kinds == {"click": 1}


def test_the_end_must_be_of_the_right_kind() -> None:
    assert total([Call("terminate", text="success")], [Call("terminate", text="success")]) == 1
    assert total([Call("terminate", text="failure")], [Call("terminate", text="success")]) == 0


@pytest.mark.parametrize(
    ("given", "right", "expected"),
    [
        ("Spotify", "SPOTIFY", 1.0),
        (" spotify\n", "SPOTIFY\n", 1.0),
        ("spotif", "spotify", 1.0),  # 6/7 of it
        ("spot", "spotify", 4 / 7 / 0.8),
        ("", "", 1.0),
        ("", "a", 0.0),
    ],
)
def test_texts_are_worth_what_edits_leave(given: str, right: str, expected: float) -> None:
    assert text_worth(given, right) == pytest.approx(expected)
    assert text_worth(given, right, as_published=True) == pytest.approx(expected)


def test_whether_enter_follows_costs_a_tenth_and_nothing_as_published() -> None:
    given, right = "abcdef", "abcdxx\n"
    assert text_worth(given, right) == pytest.approx(4 / 6 * 0.9 / 0.8)
    assert text_worth(given, right, as_published=True) == pytest.approx(4 / 6 / 0.8)
    assert text_worth("abcdef", "abcdef\n") == 1  # alike enough in any case


def test_keys_count_as_a_set() -> None:
    assert total([Call("hotkey", keys=("c", "CTRL"))], [Call("hotkey", keys=("ctrl", "c"))]) == 1
    assert total([Call("hotkey", keys=("ctrl", "v"))], [Call("hotkey", keys=("ctrl", "c"))]) == 0


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (Call("press", keys=("return",)), Call("press", keys=("enter",))),
        (Call("hotkey", keys=("ctrl", "a")), Call("hotkey", keys=("cmd", "a"))),
        (Call("press", keys=("win",)), Call("hotkey", keys=("win",))),
        (Call("triple_click", P), Call("tripleClick", P)),
        (Call("hscroll", amount=3), Call("hscroll", amount=3)),
        (Call("middleClick", P), Call("middleClick", P)),
    ],
)
def test_what_the_published_scorer_gets_wrong_is_right_here(given: Call, right: Call) -> None:
    assert total([given], [right]) == 1
    assert total([given], [right], as_published=True) == 0


def test_keys_pressed_twice_are_the_same_in_one_call_or_two() -> None:
    twice = [Call("press", keys=("tab",)), Call("press", keys=("enter",))]
    once = [Call("press", keys=("tab", "enter"))]
    assert total(twice, once) == total(once, twice) == 1
    assert total(twice, once, as_published=True) == 0


def test_text_and_enter_are_one_text() -> None:
    right = [Call("write", text="abc\n")]
    assert total([Call("write", text="abc"), Call("press", keys=("enter",))], right) == 1
    assert total(right, [Call("write", text="abc"), Call("hotkey", keys=("Return",))]) == 1


def test_nothing_is_worth_nothing() -> None:
    assert total([], [CLICK]) == total([CLICK], []) == 0


# The documented formula, on plain values: predictions are (name, value), right calls (name, value, boxes of x y w h).

Given = tuple[str, Any]
Right = tuple[str, Any, list[list[float]]]


def documented(predicted: list[Given], right: list[Right]) -> float:
    given = joined([(name, value, []) for name, value in predicted], ["press"])
    wanted = joined(right, ["press", "hotkey"])
    if wanted[0][0] == "terminate":
        return float(given[0][:2] == wanted[0][:2])
    if given[0][0].lower() not in [name.lower() for name, _, _ in wanted]:
        return 0.0
    sums: dict[str, float] = {}
    counts: dict[str, int] = {}
    for number, (name, value, boxes) in enumerate(wanted):
        kind = name.lower()
        counts[kind] = counts.get(kind, 0) + 1
        if number >= len(given) or given[number][0].lower() != kind:
            sums[kind] = sums.get(kind, 0.0)
        elif kind in ("click", "doubleclick", "rightclick", "tripleclick", "moveto", "dragto"):
            (px, py), (gx, gy) = given[number][1], value
            inside = any(x <= px <= x + w and y <= py <= y + h for x, y, w, h in boxes)
            away = ((px - gx) ** 2 + (py - gy) ** 2) ** 0.5 - 0.01 * 2**0.5
            sums[kind] = sums.get(kind, 0.0) + (1.0 if inside or away <= 0 else math.exp(-120 * away))
        elif kind == "write":
            one, other = given[number][1].lower().strip(), value.lower().strip()
            likeness = 1 - edits(one, other) / max(len(one), len(other)) if one or other else 1.0
            sums[kind] = sums.get(kind, 0.0) + (1.0 if likeness >= 0.8 else likeness / 0.8)
        elif kind in ("press", "hotkey"):
            same = {key.lower() for key in given[number][1]} == {key.lower() for key in value}
            sums[kind] = sums.get(kind, 0.0) + same
        elif kind == "scroll":
            sums[kind] = sums.get(kind, 0.0) + 1
    return sum(sums[kind] / counts[kind] for kind in sums) / len(sums) if sums else 0.0


def joined(calls: list[Right], enter: list[str]) -> list[Right]:
    """Text and Enter are one; the scorer does it once, for two calls that stand beside each other."""
    result: list[Right] = []
    number = 0
    while number < len(calls):
        name, value, boxes = calls[number]
        following = calls[number + 1] if number + 1 < len(calls) else ("", [], [])
        pressed = following[1] if following[0].lower() in enter else []
        is_one = name.lower() == "write" and [key.lower() for key in pressed] in (["enter"], ["return"])
        result.append((name, value + "\n" if is_one else value, boxes))
        number += 2 if is_one else 1
    return result


def edits(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row = row, [i]
        for j, b in enumerate(other, 1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b)))
    return row[-1]


NAMES = ("click", "doubleClick", "rightClick", "tripleClick", "moveTo", "dragTo", "write", "press", "hotkey", "scroll")


def some_call(chance: random.Random) -> Right:
    name = chance.choice(
        (*NAMES, "hscroll", "terminate") if chance.random() < 0.3 else ("click", "write", "press", "moveTo")
    )
    if name in ("write", "terminate"):
        texts = (
            ("success", "failure")
            if name == "terminate"
            else ("spotify", "Spotify\n", "spot", "", "abcdefgh", "abcdefg ")
        )
        return name, chance.choice(texts), []
    if name in ("press", "hotkey"):
        return name, chance.choices(("enter", "ctrl", "C", "c", "tab", "Return"), k=chance.choice((1, 1, 2))), []
    if "scroll" in name:
        return name, chance.randint(-5, 5), []
    x, y = round(chance.random(), 4), round(chance.random(), 4)
    box = [x - 0.02, y - 0.01, 0.05, 0.03]
    return name, [x, y], [box] if chance.random() < 0.6 else []


def some_prediction(right: list[Right], chance: random.Random) -> list[Given]:
    """Return calls that are often the right ones, or nearly."""
    predicted: list[Given] = []
    for name, value, _ in right:
        if chance.random() < 0.2:
            other = some_call(chance)
            predicted.append(other[:2])
        elif isinstance(value, list) and value and isinstance(value[0], float):
            reach = chance.choice((0, 0.01, 0.02, 0.05))
            predicted.append((name, [edge + chance.uniform(-reach, reach) for edge in value]))
        elif isinstance(value, str) and name == "write":
            predicted.append((name, value[: chance.randint(0, len(value))]))
        else:
            predicted.append((name, value))
    return predicted[: chance.randint(1, len(predicted))] or predicted


def call(name: str, value: Any, boxes: list[list[float]]) -> Call:
    made = Call.from_json(name, value)
    return Call(
        made.name, made.place, made.text, made.keys, made.amount,
        tuple(Rectangle(x, y, x + w, y + h) for x, y, w, h in boxes),
    )  # fmt: skip


def test_the_rule_as_published_agrees_with_the_documented_one_on_random_predictions() -> None:
    chance = random.Random(11)
    values = []
    for _ in range(2000):
        right = [some_call(chance) for _ in range(chance.choice((1, 1, 2, 3)))]
        predicted = some_prediction(right, chance)
        expected = documented(predicted, right)
        found = worth([Call.from_json(*one) for one in predicted], [[call(*one) for one in right]], as_published=True)
        assert found.total == pytest.approx(expected, abs=1e-12), (predicted, right)
        values.append(expected)
    assert 200 < values.count(1) < 1800
    assert 200 < values.count(0) < 1800
    assert sum(0 < value < 1 for value in values) > 200


def test_where_none_of_the_defects_matters_both_ways_agree() -> None:
    chance = random.Random(12)
    for _ in range(1000):
        right = [
            (name, value, boxes) for name, value, boxes in [some_call(chance)] if name in ("click", "moveTo", "scroll")
        ]
        if right:
            calls = [Call.from_json(*one) for one in some_prediction(right, chance)]
            options = [[call(*one) for one in right]]
            assert worth(calls, options).total == worth(calls, options, as_published=True).total

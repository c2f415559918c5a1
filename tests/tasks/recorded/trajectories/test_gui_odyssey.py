"""GUI-Odyssey's episodes, and its rule: by hand, and against the documented one, written down here by itself."""

import random
from pathlib import Path
from typing import Any

import pytest

from actions.schema import Action, Box, Click, Done, Infeasible, LongPress, PressKeys, Scroll, TypeText
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.predictions.prediction import Predicted, Prediction
from tasks.recorded.scores.scoring import score
from tasks.recorded.trajectories.gui_odyssey import GUIOdyssey
from tasks.recorded.trajectories.rules.gui_odyssey import same_text
from tests.tasks.recorded.trajectories.making import check_right_and_wrong, write_json, write_picture
from tests.tasks.recorded.writing import skipped_of, steps_of, write_predictions

BENCHMARK = GUIOdyssey()


def step(action: str, info: Any = "", box: Any = None, **other: Any) -> dict[str, Any]:
    return {
        "screenshot": "e_0.png",
        "action": action,
        "info": info,
        "sam2_bbox": box if box is not None else [],
        "low_level_instruction": "Tap it.",
        "intention": "It opens.",
        **other,
    }


def episode(name: str, *steps: Any, category: str = "Multi_Apps") -> dict[str, Any]:
    return {
        "episode_id": name,
        "device_info": {"device_name": "Pixel Fold", "w": 1840, "h": 2208},
        "task_info": {"category": category, "instruction": "Set a reminder."},
        "step_length": len(steps),
        "steps": list(steps),
    }


def written(folder: Path, *episodes: dict[str, Any]) -> Path:
    for one in episodes:
        write_json(folder / "annotations" / f"{one['episode_id']}.json", one)
    return folder


@pytest.mark.parametrize(
    ("action", "info", "ours"),
    [
        ("CLICK", [[500, 300]], Click(box_2d=Box.at(500, 300))),
        ("LONG_PRESS", [[500, 300]], LongPress(box_2d=Box.at(500, 300))),
        ("CLICK", "KEY_HOME", PressKeys(keys=("super", "d"))),
        ("CLICK", "KEY_BACK", PressKeys(keys=("alt", "left"))),
        ("CLICK", "KEY_APPSELECT", PressKeys(keys=("alt", "tab"))),
        ("SCROLL", [[500, 800], [510, 200]], Scroll(direction="down")),  # the finger goes up
        ("SCROLL", [[800, 500], [100, 510]], Scroll(direction="right")),
        ("TEXT", "https://a.b: 会议", TypeText(text="https://a.b: 会议")),
        ("COMPLETE", "", Done()),
        ("INCOMPLETE", "", Infeasible()),
    ],
)
def test_its_actions_are_ours_and_worth_1(action: str, info: Any, ours: Action, tmp_path: Path) -> None:
    (one,) = check_right_and_wrong(BENCHMARK, written(tmp_path, episode("e", step(action, info))))
    assert one.actions == (ours,)


def judged(folder: Path, recorded: dict[str, Any], action: Action, *, as_published: bool = False) -> bool:
    (one,) = steps_of(BENCHMARK, written(folder, episode("e", recorded)))
    return BENCHMARK.judge(one, Predicted((action,)), as_published=as_published).correct


@pytest.mark.parametrize(
    ("x", "y", "right"), [(900, 300, True), (640, 300, True), (641, 300, False), (600, 398, False), (599, 398, True)]
)
def test_a_click_is_right_inside_the_element_or_near_the_place(x: int, y: int, right: bool, tmp_path: Path) -> None:
    recorded = step("CLICK", [[500, 300]], [850, 290, 910, 310])
    assert judged(tmp_path, recorded, Click(box_2d=Box.at(x, y))) == right


def test_a_click_without_an_element_goes_by_its_place_and_is_wrong_as_published(tmp_path: Path) -> None:
    recorded, click = step("CLICK", [[500, 300]]), Click(box_2d=Box.at(500, 300))
    assert judged(tmp_path, recorded, click)
    assert not judged(tmp_path, recorded, click, as_published=True)


@pytest.mark.parametrize(
    ("given", "right", "same", "published"),
    [
        ("new york", "New York Fashion", False, False),
        ("New York", "New York Fashion", True, True),
        ("fashoin week", "fashion week", True, True),
        ("abcd", "abxy", True, True),  # half alike
        ("abc", "abxyz", False, False),
        ("", "abc", False, True),  # an empty text stands in every other
        ("https://x.org", "https://y.com/very/long", True, True),
        ("note: milk", "note: a quite different text", False, True),  # cut at the colon
    ],
)
def test_texts_are_the_same_where_one_holds_the_other_or_half_is(
    given: str, right: str, same: bool, published: bool
) -> None:
    assert same_text(given, right) == same
    assert same_text(given, right, as_published=True) == published


def test_a_swipe_goes_by_its_direction_alone(tmp_path: Path) -> None:
    recorded = step("SCROLL", [[500, 800], [510, 200]])
    assert judged(tmp_path, recorded, Scroll(direction="down", notches=50))
    assert not judged(tmp_path, recorded, Scroll(direction="up"))


def test_the_score_is_the_mean_of_the_categories_and_episodes_count_whole(tmp_path: Path) -> None:
    done = step("COMPLETE")
    data = written(
        tmp_path,
        episode("a", done, done, done, done, category="General_Tool"),
        episode("b", done, category="Web_Shopping"),
    )
    answers = [Prediction(id=f"a/{n}", action=(Done() if n else Infeasible(),)) for n in range(4)]
    predictions = write_predictions(tmp_path / "p.jsonl", [*answers, Prediction(id="b/0", action=(Done(),))])
    report = score(BENCHMARK, data, predictions)
    assert report.score == (0.75 + 1) / 2
    assert report.averages == {"AMS, mean over steps": 0.8, "SR, episodes right throughout": 0.5}
    assert score(GUIOdyssey("app"), data, write_predictions(tmp_path / "q.jsonl", answers)).score == 0.75


def test_only_the_test_episodes_of_a_split_are_asked_about(tmp_path: Path) -> None:
    data = written(tmp_path, *(episode(name, step("COMPLETE")) for name in "abc"))
    write_json(tmp_path / "splits" / "random_split.json", {"train": ["a.json"], "test": ["b.json"]})
    write_json(tmp_path / "splits" / "app_split.json", {"train": [], "test": ["c.json"]})
    assert [one.id for one in steps_of(BENCHMARK, data)] == ["b/0"]
    assert [one.id for one in steps_of(find_benchmark(f"gui-odyssey-app:{data}")[0], data)] == ["c/0"]


def test_steps_can_be_told(tmp_path: Path) -> None:
    data = written(tmp_path, episode("e", step("COMPLETE")))
    write_picture(data / "screenshots" / "e_0.png", (80, 160))
    assert find_benchmark(str(data))[0].name == "gui-odyssey"
    (low,) = steps_of(find_benchmark(f"gui-odyssey-low:{data}")[0], data)
    assert low.goal == "Tap it."
    assert low.notice.endswith("Set a reminder.")
    assert low.screenshot.size == (80, 160)


def test_bad_records_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    bad = (
        step("FLY"),
        step("CLICK", [[1500, 3]]),
        step("CLICK", [[500, 300]], [1100, 1, 1200, 2]),
        step("CLICK", [[500, 300]], [1, 2, 3]),
        {"action": "COMPLETE"},
        7,
        step("CLICK", "eval('1')"),
        step("COMPLETE"),
    )
    data = written(tmp_path, episode("e", *bad))
    (tmp_path / "annotations" / "f.json").write_bytes('{"episode_id": "ü"}'.encode("latin-1"))
    write_json(tmp_path / "annotations" / "g.json", {"episode_id": "g", "steps": []})
    assert [skipped.reason for skipped in skipped_of(BENCHMARK, data)] == [
        "the action FLY with '' is not known.",
        "the place [1500, 3] is no point from 0 to 1000.",
        "the box [1100.0, 1.0, 1200.0, 2.0] lies outside the image, which is 0 to 1000.",
        "sam2_bbox has 3 numbers, and not four.",
        "the field screenshot is missing.",
        "it is no JSON object.",
        "the action CLICK with \"eval('1')\" is not known.",
        "it holds bytes that are no UTF-8: save the file as UTF-8.",
        "the field task_info is missing.",
    ]
    assert [one.id for one in BENCHMARK.steps(data) if hasattr(one, "id")] == ["e/7"]


def documented(given: tuple[str, Any], right: tuple[str, Any], box: list[int]) -> bool:
    """The published rule, on its own words: (action, place, text or direction)."""
    if given[0] != right[0]:
        return False
    if right[0] in ("CLICK", "LONG_PRESS"):
        (px, py), (gx, gy) = given[1], right[1]
        inside = box[0] <= px <= box[2] and box[1] <= py <= box[3]
        return bool(inside or ((px / 1000 - gx / 1000) ** 2 + (py / 1000 - gy / 1000) ** 2) ** 0.5 <= 0.14)
    if right[0] == "TYPE":
        one, other = given[1].strip(), right[1].strip()
        row = list(range(len(other) + 1))
        for i, a in enumerate(one, 1):
            before, row = row, [i]
            for j, b in enumerate(other, 1):
                row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b)))
        return one in other or other in one or 1 - row[-1] / max(len(one), len(other)) >= 0.5
    return bool(given[1] == right[1])


FINGER = {"UP": "down", "DOWN": "up", "LEFT": "right", "RIGHT": "left"}


def test_the_rule_agrees_with_the_documented_one_on_random_predictions(tmp_path: Path) -> None:
    chance = random.Random(4)
    recorded, wanted, given, ours, boxes = [], [], [], [], []
    for _ in range(1000):
        x, y = chance.randrange(1000), chance.randrange(1000)
        box = [max(x - 9, 0), max(y - 9, 0), min(x + chance.choice((9, 300)), 1000), min(y + 9, 1000)]
        kind = chance.choice(("CLICK", "CLICK", "LONG_PRESS", "TYPE", "SCROLL", "COMPLETE"))
        finger, words = chance.choice(tuple(FINGER)), "".join(chance.choices("ab ", k=6)) + "c"
        right = {"TYPE": words, "SCROLL": finger, "COMPLETE": ""}.get(kind, (x, y))
        ends = {
            "UP": [[500, 900], [500, 1]],
            "DOWN": [[5, 1], [5, 9]],
            "LEFT": [[9, 5], [1, 5]],
            "RIGHT": [[1, 5], [9, 5]],
        }
        recorded.append(
            step(
                "TEXT" if kind == "TYPE" else kind,
                ends[finger] if kind == "SCROLL" else [[x, y]] if isinstance(right, tuple) else right,
                box,
            )
        )
        near = tuple(min(max(edge + chance.randint(-200, 200), 0), 1000) for edge in (x, y))
        answers: dict[str, tuple[Any, Action]] = {
            "CLICK": (near, Click(box_2d=Box.at(*near))),
            "LONG_PRESS": (near, LongPress(box_2d=Box.at(*near))),
            "TYPE": ((said := words[: chance.randint(1, 7)][::-1] + "ab"), TypeText(text=said)),
            "SCROLL": ((swiped := chance.choice(tuple(FINGER))), Scroll.model_validate({"direction": FINGER[swiped]})),
            "COMPLETE": ("", Done()),
        }
        answered = kind if chance.random() < 0.85 else chance.choice(tuple(answers))
        wanted.append((kind, right))
        given.append((answered, answers[answered][0]))
        ours.append(answers[answered][1])
        boxes.append(box)
    steps = steps_of(BENCHMARK, written(tmp_path, episode("e", *recorded)))
    verdicts = []
    for one, action, answer, gold, box in zip(steps, ours, given, wanted, boxes, strict=True):
        expected = documented(answer, gold, box)
        assert BENCHMARK.judge(one, Predicted((action,))).correct == expected, (answer, gold, box)
        assert BENCHMARK.judge(one, Predicted((action,)), as_published=True).correct == expected, (answer, gold, box)
        verdicts.append(expected)
    assert 200 < sum(verdicts) < 800

"""AndroidControl as it is published: TFRecords that another package wrote, asked about and scored as a whole."""

import json
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from actions.schema import Action, Infeasible
from model.base import Request
from tasks.recorded.asking.run import Asked, predict
from tasks.recorded.benchmark import Benchmark
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.predictions.prediction import Header
from tasks.recorded.scores.scoring import score
from tasks.recorded.steps import RecordedStep
from tasks.recorded.whole_numbers import in_whole_numbers
from tests.tasks.recorded.fakes import FakeModel, FakeWatcher
from tests.tasks.recorded.formats.published import forest, node, picture, write_shard
from tests.tasks.recorded.trajectories.android import SIZE
from tests.tasks.recorded.trajectories.making import check_right_and_wrong, write_json
from tests.tasks.recorded.trajectories.test_android_control import ACTIONS
from tests.tasks.recorded.writing import skipped_of, steps_of

SMALL = (108, 240)

NODES = [
    node(0, 0, 1080, 2400, "all of it", child_ids=[1, 2, 3, 4], is_scrollable=True),
    node(100, 200, 500, 400, "Gmail"),
    node(100, 200, 300, 300, description="Navigate Back"),
    node(140, 240, 160, 260, "not seen", is_visible_to_user=False),
    node(145, 245, 155, 255, "a group, whose text its children show", child_ids=[5]),
    node(148, 248, 152, 252),  # says nothing
    node(-300, -200, 0, 0, "beside the screen"),
]


def episode(number: int = 17, actions: Any = None, **other: Any) -> dict[str, Any]:
    """Return an episode in the published fields, whose pictures are smaller than they are said to be."""
    done = [action for action, _ in ACTIONS] if actions is None else actions
    seen = len(done) + 1
    return {
        "episode_id": number,
        "goal": "Send the mail. 发邮件",
        "screenshots": [picture(SMALL, 100 + n) for n in range(seen)],
        "accessibility_trees": [forest([], NODES)] * seen,
        "screenshot_widths": [SIZE[0]] * seen,
        "screenshot_heights": [SIZE[1]] * seen,
        "actions": [one if isinstance(one, str) else json.dumps(one) for one in done],
        "step_instructions": [f"Do {n}." for n in range(len(done))],
        **other,
    }


def published(folder: Path, *episodes: dict[str, Any]) -> Path:
    for number, one in enumerate(episodes):
        write_shard(folder / f"android_control-{number:05}-of-{len(episodes):05}", [one])
    return folder


def test_every_action_is_read_with_its_picture_and_elements(tmp_path: Path) -> None:
    steps = check_right_and_wrong(find_benchmark(str(published(tmp_path, episode())))[0], tmp_path)
    assert [one.actions for one in steps] == [(ours,) for _, ours in ACTIONS]
    assert [one.id for one in steps] == [f"17/{n}" for n in range(len(ACTIONS))]
    assert steps[0].goal == "Send the mail. 发邮件"
    assert steps[3].reason == "Do 3."
    assert steps[1].screenshot.open().getpixel((0, 0)) == (101, 101, 101)
    assert [element.says for element in steps[0].gold.elements] == [("all of it",), ("gmail",), ("navigate back",)]
    assert steps[0].boxes[0] == pytest.approx((100 / 1.08, 200 / 2.4, 300 / 1.08, 300 / 2.4))


def test_the_low_level_asks_for_each_step(tmp_path: Path) -> None:
    published(tmp_path, episode())
    low = steps_of(find_benchmark(f"android-control-low:{tmp_path}")[0], tmp_path)
    assert [step.goal for step in low[:2]] == ["Do 0.", "Do 1."]


def test_splits_keep_the_test_episodes_alone(tmp_path: Path) -> None:
    published(tmp_path, *(episode(number, [{"action_type": "wait"}]) for number in (3, 4, 5)))
    benchmark, _ = find_benchmark(str(tmp_path))
    assert [step.task for step in steps_of(benchmark, tmp_path)] == ["3", "4", "5"]
    write_json(tmp_path / "splits.json", {"train": [3], "validation": [], "test": [4, 5]})
    assert [step.task for step in steps_of(benchmark, tmp_path)] == ["4", "5"]
    assert [step.task for step in steps_of(benchmark, tmp_path / "android_control-00001-of-00003")] == ["4"]


def whole_score(benchmark: Benchmark[Any], data: Path, folder: Path, answers: dict[str, Action]) -> float:
    """Ask a model about all steps, score what it answered, and check that it saw each screenshot."""
    steps = steps_of(benchmark, data)
    order = iter(steps)

    def answer(request: Request) -> Action:
        step = next(order)
        assert request.screenshot is not None
        assert request.screenshot.getpixel((0, 0)) == step.screenshot.open().getpixel((0, 0))
        return answers[step.id]

    folder.mkdir()
    asked = Asked(benchmark, data, Header(benchmark=benchmark.name, model="fake", dialect="json"))
    report = score(benchmark, data, predict(asked, [FakeModel(answer)], folder, FakeWatcher(), Event()))
    assert report.total == len(steps)
    assert report.skipped_count == 0
    return report.score


def test_a_perfect_model_scores_1_and_a_wrong_one_0(tmp_path: Path) -> None:
    data = published(tmp_path / "data", episode())
    benchmark, _ = find_benchmark(str(data))
    right = {step.id: in_whole_numbers(step.actions[0]) for step in steps_of(benchmark, data)}
    assert whole_score(benchmark, data, tmp_path / "right", right) == 1
    wrong: dict[str, Action] = {
        id: Infeasible() if not isinstance(action, Infeasible) else ACTIONS[0][1] for id, action in right.items()
    }
    assert whole_score(benchmark, data, tmp_path / "wrong", wrong) == 0


def test_bad_records_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    bad_text = episode(5, goal="ü".encode("latin-1"))
    actions = [{"action_type": "fly"}, "{no JSON", {"action_type": "click", "x": 2000, "y": 1}, {"action_type": "wait"}]
    some = episode(6, actions)
    broken_tree = episode(7, [{"action_type": "wait"}] * 2, accessibility_trees=[b"\xff", forest(NODES), forest(NODES)])
    short = episode(8, [{"action_type": "wait"}], screenshots=[])
    nameless = {name: value for name, value in episode(9).items() if name != "goal"}
    cut = episode(10, [{"action_type": "wait"}])
    published(tmp_path, bad_text, some, broken_tree, short, nameless, cut)
    last = tmp_path / "android_control-00005-of-00006"
    last.write_bytes(last.read_bytes()[:-100])
    benchmark, _ = find_benchmark(str(tmp_path))
    assert [(*skipped.place, skipped.reason) for skipped in skipped_of(benchmark, tmp_path)] == [
        ("android_control-00000-of-00006", "1", "goal: it holds bytes that are no UTF-8."),
        ("android_control-00001-of-00006", "1, step 0", "the action fly is not known."),
        ("android_control-00001-of-00006", "1, step 1", "action: input should be a valid dictionary."),
        ("android_control-00001-of-00006", "1, step 2", "the place (2000, 1) lies outside the image of 1080x2400."),
        (
            "android_control-00002-of-00006",
            "1, step 0",
            "it is no message of Protocol Buffers, or it breaks off.",
        ),
        ("android_control-00003-of-00006", "1", "it has 1 actions and fewer screenshots or instructions."),
        ("android_control-00004-of-00006", "1", "the field goal is missing."),
        (
            "android_control-00005-of-00006",
            "1 and all after it",
            "the file cannot be read on: Compressed file ended before the end-of-stream marker was reached.",
        ),
    ]
    assert [step.id for step in benchmark.steps(tmp_path) if isinstance(step, RecordedStep)] == ["6/3", "7/1"]


def test_a_broken_picture_is_skipped_when_it_is_asked_about(tmp_path: Path) -> None:
    whole = picture(SMALL)
    data = published(tmp_path / "data", episode(screenshots=[whole, whole[:-30], *[whole] * len(ACTIONS)]))
    benchmark, _ = find_benchmark(str(data))
    asked = Asked(benchmark, data, Header(benchmark=benchmark.name, model="fake", dialect="json"))
    path = predict(asked, [FakeModel(lambda _request: ACTIONS[0][1])], tmp_path, FakeWatcher(), Event())
    report = score(benchmark, data, path)
    assert report.total == len(ACTIONS) - 1
    ((record, reason),) = [(one.record, one.reason) for one in report.skipped]
    assert record == "1, step 1"
    assert reason.startswith("the screenshot in the record cannot be read: ")

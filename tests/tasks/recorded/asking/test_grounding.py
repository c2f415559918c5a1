"""Ways of asking about recorded steps: exact places, their cost, and going on where it was."""

import json
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pydantic import ValidationError

from actions.dialects.glm_json import GLM_JSON
from actions.schema import Action, Box, Click, Infeasible
from model.base import Request
from model.scripted import ScriptedModel
from tasks.recorded.asking.run import PREDICTIONS, Asked, predict
from tasks.recorded.errors import ScoreError
from tasks.recorded.grounding.screenspot import ScreenSpot
from tasks.recorded.predictions.prediction import Header, Prediction
from tasks.recorded.scores.scoring import score
from tests.tasks.recorded.fakes import FakeModel, FakeTasks, FakeWatcher
from tests.tasks.recorded.writing import reply, screenspot, steps_of, write_screenspot


def asked(data: Path, grounding: str = "zoom", **other: Any) -> Asked:
    header = Header(benchmark="screenspot", model="fake", dialect="json", grounding=grounding, **other)
    return Asked(ScreenSpot(), data, header)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_screenspot(tmp_path / "data", [screenspot(number) for number in range(4)])


def predictions(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / PREDICTIONS).read_text(encoding="utf-8").splitlines()[1:]]


def aside_and_then_right(request: Request) -> Action:
    """Miss the target on the whole screenshot, and hit it in the crop around the miss."""
    closer = any(isinstance(part, str) and "enlarged" in part for part in request.content)
    return Click(box_2d=Box.at(125, 267)) if closer else Click(box_2d=Box.at(200, 150))


@pytest.mark.parametrize(("way", "right"), [("plain", 0), ("zoom", 4)])
def test_the_closer_look_is_what_is_scored(data: Path, tmp_path: Path, way: str, right: int) -> None:
    model = FakeModel(aside_and_then_right)
    report = score(ScreenSpot(), data, predict(asked(data, way), [model], tmp_path, FakeWatcher(), Event()))
    assert (report.correct, report.total) == (right, 4)


def test_a_prediction_holds_the_exact_place_beside_the_reply(data: Path, tmp_path: Path) -> None:
    predict(asked(data), [FakeModel(aside_and_then_right)], tmp_path, FakeWatcher(), Event())
    (prediction, *_) = map(Prediction.model_validate, predictions(tmp_path))
    assert prediction.action == (Click(box_2d=Box.at(62.5, 133.5)),)
    assert prediction.grounding is not None
    assert prediction.grounding.first == Click(box_2d=Box.at(200, 150))


def test_the_cost_of_all_looks_is_counted(data: Path, tmp_path: Path) -> None:
    path = predict(asked(data), [FakeModel(aside_and_then_right)], tmp_path, FakeWatcher(), Event())
    report = score(ScreenSpot(), data, path)
    assert (report.calls_per_step, report.tokens_per_step, report.seconds_per_step) == (2, 14, 1.0)
    assert report.run is not None
    assert report.run.grounding == "zoom"
    assert {line["grounding"]["calls"] for line in predictions(tmp_path)} == {2}


def test_a_plain_score_costs_one_call_and_says_nothing_of_looks(data: Path, tmp_path: Path) -> None:
    path = predict(asked(data, "plain"), [FakeModel(aside_and_then_right)], tmp_path, FakeWatcher(), Event())
    assert score(ScreenSpot(), data, path).calls_per_step == 1
    assert all("grounding" not in line and "action" not in line for line in predictions(tmp_path))


@pytest.mark.parametrize("after", [1, 2, 3])
def test_a_script_goes_on_with_the_look_that_comes_next(data: Path, tmp_path: Path, after: int) -> None:
    """Answers without a place take one call and others two: what is written tells how many were played."""
    replies = []
    for number, step in enumerate(steps_of(ScreenSpot(), data)):
        gold = step.actions[0]
        assert isinstance(gold, Click)
        replies += [reply(Infeasible())] if number % 2 else [reply(gold), reply(Click(box_2d=Box.at(number, number)))]
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    for folder in (whole, parts):
        folder.mkdir()
    predict(asked(data), [ScriptedModel(replies)], whole, FakeWatcher(), Event())
    stop = Event()
    predict(asked(data), [ScriptedModel(replies)], parts, FakeWatcher(stop, after=after), stop)
    predict(asked(data), [ScriptedModel(replies)], parts, FakeWatcher(), Event())
    kept = [[line["action"] for line in predictions(folder)] for folder in (whole, parts)]
    assert len(kept[0]) == 4
    assert kept[0] == kept[1]


def test_a_score_goes_on_only_in_the_way_it_was_begun(data: Path, tmp_path: Path) -> None:
    predict(asked(data), [FakeModel(aside_and_then_right)], tmp_path, FakeWatcher(), Event())
    with pytest.raises(ScoreError, match="grounding: 'zoom' there, 'plain' here"):
        predict(asked(data, "plain"), [FakeModel(aside_and_then_right)], tmp_path, FakeWatcher(), Event())


def test_a_header_of_before_is_a_plain_one() -> None:
    assert Header.model_validate_json('{"predictions": 1, "benchmark": "screenspot"}').grounding == "plain"


def test_the_own_history_tells_what_the_looks_came_to(tmp_path: Path) -> None:
    tasks = FakeTasks(tmp_path / "tasks", tasks=1)
    header = Header(benchmark="fake-tasks", model="fake", dialect="json", grounding="zoom", history="own")
    model = FakeModel(lambda _request: Click(box_2d=Box.at(600, 600)))
    predict(Asked(tasks, tmp_path / "tasks", header), [model], tmp_path, FakeWatcher(), Event())
    (turn,) = model.asked[2].turns
    assert GLM_JSON.read(turn.answer).action == Click(box_2d=Box.at(650, 650))


def test_an_answer_that_cannot_be_read_stays_one(data: Path, tmp_path: Path) -> None:
    path = predict(asked(data), [FakeModel(lambda _request: "hm")], tmp_path, FakeWatcher(), Event())
    report = score(ScreenSpot(), data, path)
    assert (report.unreadable, report.calls_per_step) == (4, 1)


def test_several_models_work_at_once(data: Path, tmp_path: Path) -> None:
    models = [FakeModel(aside_and_then_right, seconds=0.02) for _ in range(2)]
    predict(asked(data, "samples:3"), models, tmp_path, FakeWatcher(), Event())
    assert sum(len(model.asked) for model in models) == 12


def test_a_reply_and_an_action_are_one_prediction_only_after_several_looks() -> None:
    both = {"id": "a", "reply": "hm", "action": {"action_type": "done"}}
    with pytest.raises(ValidationError, match="one of"):
        Prediction.model_validate(both)
    assert Prediction.model_validate({**both, "grounding": {"calls": 2}}).reply == "hm"

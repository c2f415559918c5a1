"""Asking models: each step once, several at once, and on from where it was."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from actions.schema import Action, Box, Click, Done
from model.base import ModelError, Request
from model.scripted import ScriptedModel
from tasks.recorded.asking.run import Asked, predict
from tasks.recorded.errors import ScoreError
from tasks.recorded.grounding.screenspot import ScreenSpot
from tasks.recorded.predictions.prediction import Header
from tasks.recorded.scores.report import Report
from tasks.recorded.scores.scoring import score
from tasks.recorded.steps import RecordedStep, Skipped
from tests.tasks.recorded.fakes import FakeModel, FakeTasks, FakeWatcher
from tests.tasks.recorded.writing import reply, screenspot, steps_of, write_screenspot


def header(**other: object) -> Header:
    return Header.model_validate({"benchmark": "fake-tasks", "model": "fake", "dialect": "json", **other})


def always_click(_request: Request) -> Action:
    return Click(box_2d=Box.at(10, 10))


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(FakeTasks(tmp_path / "data", tasks=4), tmp_path / "data", header())


def lines(folder: Path) -> list[str]:
    return (folder / "predictions.jsonl").read_text(encoding="utf-8").splitlines()[1:]


def test_every_step_is_asked_once_and_scored_from_what_was_written(asked: Asked, tmp_path: Path) -> None:
    model, watcher = FakeModel(always_click), FakeWatcher()
    path = predict(asked, [model], tmp_path, watcher, Event())
    report = score(asked.benchmark, asked.data, path)
    assert len(model.asked) == 12
    assert (watcher.total, len(watcher.verdicts)) == (12, 12)
    assert (report.correct, report.total) == (1, 12)
    assert report.seconds_per_step == 0.5
    assert report.tokens_per_step == 7
    assert report.tasks == {"correct": 0, "total": 4, "score": pytest.approx(1 / 12, abs=1e-6)}


def test_it_goes_on_where_it_was_stopped_and_the_figures_are_the_same(asked: Asked, tmp_path: Path) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    for folder in (whole, parts):
        folder.mkdir()
    predict(asked, [FakeModel(always_click)], whole, FakeWatcher(), Event())
    stop = Event()
    predict(asked, [FakeModel(always_click)], parts, FakeWatcher(stop, after=5), stop)
    assert len(lines(parts)) == 5
    second, watcher = FakeModel(always_click), FakeWatcher()
    predict(asked, [second], parts, watcher, Event())
    assert (watcher.answered, len(second.asked)) == (5, 7)
    assert figures(asked, whole) == figures(asked, parts)


def figures(asked: Asked, folder: Path) -> Report:
    report = score(asked.benchmark, asked.data, folder / "predictions.jsonl")
    return report.model_copy(update={"predictions": ""})


def test_a_script_goes_on_with_the_reply_that_comes_next(asked: Asked, tmp_path: Path) -> None:
    replies = [reply(step.gold) for step in steps_of(asked.benchmark, asked.data)]
    stop = Event()
    predict(asked, [ScriptedModel(replies)], tmp_path, FakeWatcher(stop, after=5), stop)
    predict(asked, [ScriptedModel(replies)], tmp_path, FakeWatcher(), Event())
    assert figures(asked, tmp_path).score == 1


def test_several_models_work_at_once_and_each_step_is_asked_once(asked: Asked, tmp_path: Path) -> None:
    models = [FakeModel(always_click, seconds=0.02) for _ in range(3)]
    predict(asked, models, tmp_path, FakeWatcher(), Event())
    assert all(model.asked for model in models)
    assert sum(len(model.asked) for model in models) == 12
    assert len(set(lines(tmp_path))) == 12


def test_a_model_that_fails_ends_the_run_and_what_was_answered_is_written(asked: Asked, tmp_path: Path) -> None:
    def fails_at_last(request: Request) -> Action:
        if len(model.asked) > 4:
            raise ModelError("The server is gone.")
        return always_click(request)

    model = FakeModel(fails_at_last)
    with pytest.raises(ModelError, match="The server is gone"):
        predict(asked, [model], tmp_path, FakeWatcher(), Event())
    assert len(lines(tmp_path)) == 4


def test_a_question_that_a_model_fails_at_is_skipped_and_the_others_are_asked(asked: Asked, tmp_path: Path) -> None:
    def fails_at_one(request: Request) -> Action:
        if (request.goal == "reach the goal 3" and len(request.turns) == 2) or len(model.asked) == 2:
            raise ModelError("The prompt is too long.")
        return always_click(request)

    model, watcher = FakeModel(fails_at_one), FakeWatcher()
    path = predict(asked, [model], tmp_path, watcher, Event())
    report = score(asked.benchmark, asked.data, path)
    assert len(model.asked) == 12
    assert watcher.verdicts.count(None) == 2
    assert (report.total, report.skipped_count) == (10, 2)
    assert {skipped.record for skipped in report.skipped} == {"0-1", "3-2"}
    assert report.skipped[0].reason == "the model failed at it: The prompt is too long."


def test_a_model_that_answers_nothing_is_told_however_little_is_asked(asked: Asked, tmp_path: Path) -> None:
    def fails(_request: Request) -> Action:
        raise ModelError("The server is gone.")

    one = Asked(asked.benchmark, asked.data, header(limit=1))
    with pytest.raises(ModelError, match="The server is gone"):
        predict(one, [FakeModel(fails)], tmp_path, FakeWatcher(), Event())
    assert lines(tmp_path) == []


def test_a_stop_reaches_a_model_that_is_thinking(asked: Asked, tmp_path: Path) -> None:
    stop = Event()
    quick, slow = FakeModel(always_click), FakeModel(always_click, seconds=60)
    predict(asked, [quick, slow], tmp_path, FakeWatcher(stop, after=1), stop)
    assert len(lines(tmp_path)) < 12


def test_a_broken_screenshot_is_told_and_not_counted(tmp_path: Path) -> None:
    data = write_screenspot(tmp_path / "data", [screenspot(number) for number in range(3)])
    picture = data / "screenspot_imgs" / "pc_1.png"
    picture.write_bytes(picture.read_bytes()[:60])  # its head, and so its size, is whole
    asked = Asked(ScreenSpot(), data, header(benchmark="screenspot"))
    model, watcher = FakeModel(always_click), FakeWatcher()
    path = predict(asked, [model], tmp_path, watcher, Event())
    report = score(asked.benchmark, data, path)
    assert len(model.asked) == 2
    assert watcher.verdicts.count(None) == 1
    assert (report.total, report.skipped_count) == (2, 1)
    assert report.skipped[0].record == "2"
    assert "pc_1.png cannot be read" in report.skipped[0].reason


def test_the_history_is_what_was_right_to_do(asked: Asked, tmp_path: Path) -> None:
    model = FakeModel(always_click)
    predict(asked, [model], tmp_path, FakeWatcher(), Event())
    turns = [request.turns for request in model.asked if request.goal == "reach the goal 2"]
    assert [len(told) for told in turns] == [0, 1, 2]
    assert turns[2][1].answer == ('Reason: reason 2-1\nAction: {"action_type": "click", "box_2d": [[30,20,30,20]]}')


def test_the_own_history_is_what_it_answered_itself(asked: Asked, tmp_path: Path) -> None:
    def first_unreadable(request: Request) -> Action | str:
        return "I do not know." if not request.turns else Done()

    own = Asked(asked.benchmark, asked.data, header(history="own"))
    model = FakeModel(first_unreadable)
    predict(own, [model], tmp_path, FakeWatcher(), Event())
    turns = next(request.turns for request in model.asked if len(request.turns) == 2)
    assert turns[0].answer == "I do not know."
    assert turns[0].failed
    assert '"goal_status": "complete"' in turns[1].answer


def test_an_own_history_survives_being_stopped(asked: Asked, tmp_path: Path) -> None:
    own, stop = Asked(asked.benchmark, asked.data, header(history="own")), Event()
    predict(own, [FakeModel(always_click)], tmp_path, FakeWatcher(stop, after=2), stop)
    model = FakeModel(always_click)
    predict(own, [model], tmp_path, FakeWatcher(), Event())
    assert [len(request.turns) for request in model.asked[:3]] == [2, 0, 1]


def test_earlier_screenshots_are_shown_where_the_dialect_shows_them(asked: Asked, tmp_path: Path) -> None:
    pc = Asked(asked.benchmark, asked.data, header(dialect="pc"))
    model = FakeModel(always_click)
    predict(pc, [model], tmp_path, FakeWatcher(), Event())
    sizes = [[part.size for part in request.content if not isinstance(part, str)] for request in model.asked[:3]]
    assert sizes == [[(64, 48)], [(64, 48), (32, 24)], [(64, 48), (32, 24), (32, 24)]]


def test_a_limit_takes_the_first_or_some_by_chance(asked: Asked, tmp_path: Path) -> None:
    for name, other, first in (("a", {}, True), ("b", {"seed": 3}, False), ("c", {"seed": 3}, False)):
        (tmp_path / name).mkdir()
        limited = Asked(asked.benchmark, asked.data, header(limit=4, **other))
        predict(limited, [FakeModel(always_click)], tmp_path / name, FakeWatcher(), Event())
        ids = sorted(line.split('"')[3] for line in lines(tmp_path / name))
        assert len(ids) == 4
        assert (ids == ["task0-0", "task0-1", "task0-2", "task1-0"]) == first
    assert lines(tmp_path / "b") == lines(tmp_path / "c")


def test_answers_of_another_benchmark_are_refused(asked: Asked, tmp_path: Path) -> None:
    path = predict(asked, [FakeModel(always_click)], tmp_path, FakeWatcher(), Event())
    data = write_screenspot(tmp_path / "ss", [screenspot()])
    with pytest.raises(ScoreError, match="holds predictions for fake-tasks, and not for screenspot"):
        score(ScreenSpot(), data, path)


def test_no_more_of_the_data_is_read_than_is_asked_about(tmp_path: Path) -> None:
    class Read(FakeTasks):
        count = 0

        def steps(self, data: Path) -> Iterator[RecordedStep[Action] | Skipped]:
            for step in super().steps(data):
                self.count += 1
                yield step

    benchmark = Read(tmp_path / "data", tasks=10)
    predict(
        Asked(benchmark, tmp_path / "data", header(limit=2)),
        [FakeModel(always_click)],
        tmp_path,
        FakeWatcher(),
        Event(),
    )
    assert benchmark.count == 4  # once to choose, once to ask

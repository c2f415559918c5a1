"""Figures: what counts, what does not, and how it is parted."""

import json
from pathlib import Path

import pytest

from actions.schema import Box, Click, Infeasible
from tasks.recorded.asking.choosing import choose
from tasks.recorded.errors import ScoreError
from tasks.recorded.grounding.screenspot import ScreenSpot
from tasks.recorded.predictions.prediction import Prediction
from tasks.recorded.scores.folder import kept_verdicts
from tasks.recorded.scores.metrics import measured_by
from tasks.recorded.scores.report import JudgedStep
from tasks.recorded.scores.scoring import score
from tasks.recorded.tally import Tally
from tasks.recorded.verdict import Verdict
from tests.tasks.recorded.fakes import FakeTasks
from tests.tasks.recorded.writing import reply, screenspot, steps_of, write_predictions, write_screenspot


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Icons and texts in turn, the size annotated, no pictures."""
    rows = [screenspot(number, img_size=[400, 300]) for number in range(6)]
    return write_screenspot(tmp_path / "data", rows, pictures=False)


def test_the_breakdown_adds_up(data: Path, tmp_path: Path) -> None:
    steps = steps_of(ScreenSpot(), data)
    answers = [*(Prediction(id=step.id, reply=reply(step.actions[0])) for step in steps[:3])]
    answers += [Prediction(id=step.id, reply="no idea") for step in steps[3:]]
    report = score(ScreenSpot(), data, write_predictions(tmp_path / "p.jsonl", answers))
    assert (report.correct, report.total, report.score, report.unreadable) == (3, 6, 0.5, 3)
    assert report.breakdown["type"] == {
        "icon": {"correct": 2, "total": 3, "score": pytest.approx(2 / 3, abs=1e-6)},
        "text": {"correct": 1, "total": 3, "score": pytest.approx(1 / 3, abs=1e-6)},
    }
    assert report.averages == {"mean of the cells of platform and type": pytest.approx(0.5)}


def test_steps_without_a_prediction_and_predictions_without_a_step_are_told(data: Path, tmp_path: Path) -> None:
    first = steps_of(ScreenSpot(), data)[0]
    answers = [Prediction(id=first.id, action=first.actions), Prediction(id="other", action=first.actions)]
    report = score(ScreenSpot(), data, write_predictions(tmp_path / "p.jsonl", answers))
    assert (report.total, report.unanswered, report.unknown) == (1, 5, 1)


def test_predictions_for_other_data_are_told_at_once(data: Path, tmp_path: Path) -> None:
    path = write_predictions(tmp_path / "p.jsonl", [Prediction(id="other", reply="x")])
    with pytest.raises(ScoreError, match="None of the predictions"):
        score(ScreenSpot(), data, path)


@pytest.mark.parametrize("content", [b"", b"[1, 2]", b"\xff\xfe{\x00", b'{"id": 1, "reply": "x"}\n'])
def test_a_file_without_any_prediction_is_told(content: bytes, data: Path, tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_bytes(content)
    with pytest.raises(ScoreError, match="holds no predictions that can be read"):
        score(ScreenSpot(), data, tmp_path / "p.jsonl")


def test_a_record_with_the_id_of_another_does_not_count(tmp_path: Path) -> None:
    class Twice(FakeTasks):
        def steps(self, data: Path):  # type: ignore[no-untyped-def]  # noqa: ANN202
            yield from super().steps(data)
            yield from super().steps(data)

    benchmark = Twice(tmp_path / "data", tasks=1)
    answers = [Prediction(id=f"task0-{n}", action=(Infeasible(),)) for n in range(3)]
    report = score(benchmark, tmp_path / "data", write_predictions(tmp_path / "p.jsonl", answers))
    assert (report.total, report.skipped_count) == (3, 3)
    assert report.skipped[0].reason == "its id task0-0 is that of an earlier record."


def test_each_step_is_kept_with_its_verdict_and_why(data: Path, tmp_path: Path) -> None:
    step = steps_of(ScreenSpot(), data)[0]
    path = write_predictions(tmp_path / "p.jsonl", [Prediction(id=step.id, reply=reply(step.actions[0]), seconds=2)])
    with kept_verdicts(tmp_path) as keep:
        score(ScreenSpot(), data, path, keep=keep)
    (line,) = (tmp_path / "verdicts.jsonl").read_text(encoding="utf-8").splitlines()
    kept = JudgedStep.model_validate_json(line)
    assert kept.id == step.id
    assert kept.gold == kept.actions == step.actions
    assert kept.boxes == step.boxes
    assert kept.thought == "I see it."
    assert kept.why.endswith("inside.")
    assert kept.seconds == 2
    assert kept.size == (400, 300)
    assert Path(kept.screenshot).is_absolute()
    assert json.loads(line)["groups"][0] == ["platform", "desktop"]


def test_glms_rewards_go_by_the_right_action(data: Path, tmp_path: Path) -> None:
    steps = steps_of(ScreenSpot(), data)
    answers = [Prediction(id=steps[0].id, action=steps[0].actions)]
    answers += [Prediction(id=steps[1].id, action=(Infeasible(),)), Prediction(id=steps[2].id, pixels=(27, 40))]
    path = write_predictions(tmp_path / "p.jsonl", answers)
    report = score(measured_by("glm-pc", ScreenSpot()), data, path, metric="glm-pc")
    assert (report.correct, report.total) == (2, 3)  # 27, 40 is the centre of the third
    assert report.score == pytest.approx(2 / 3)
    report = score(measured_by("glm-json", ScreenSpot()), data, path, metric="glm-json")
    assert report.correct == 1  # a point overlaps nothing


def test_a_tally_counts_tasks_and_means_of_means() -> None:
    tally = Tally()
    for task, group, value, part in (("a", "x", 1, 0.5), ("a", "x", 0, 1), ("b", "x", 1, 1), ("b", "y", 1, 1)):
        tally.add(task, (("kind", group),), Verdict(value, value == 1, "", {"element": part}))
    tally.close()
    assert tally.whole.mean == 0.75
    assert (tally.tasks.total, tally.tasks.correct, tally.tasks.mean) == (2, 1, 0.75)
    assert tally.tasks.parts == {"element": 0.875}
    assert tally.mean_of("kind") == pytest.approx((2 / 3 + 1) / 2)
    assert tally.mean_of("nothing") == 0


def test_whole_tasks_are_chosen_until_there_are_enough(tmp_path: Path) -> None:
    benchmark = FakeTasks(tmp_path, tasks=5)
    choice = choose(benchmark.steps(tmp_path), 4, 1, whole_tasks=True)
    chosen = [step for step in steps_of(benchmark, tmp_path) if step in choice]
    assert choice.total == len(chosen) == 6
    assert len({step.task for step in chosen}) == 2


def test_steps_by_chance_stay_when_others_go(tmp_path: Path) -> None:
    steps = steps_of(FakeTasks(tmp_path, tasks=20), tmp_path)
    many = choose(steps, 20, 1, whole_tasks=False)
    fewer = choose([step for step in steps if step.task != "task0"], 20, 1, whole_tasks=False)
    assert many.names
    assert fewer.names
    assert {name for name in many.names if not name.startswith("task0-")} <= fewer.names


def test_an_answer_beside_the_box_says_by_how_much(data: Path, tmp_path: Path) -> None:
    step = steps_of(ScreenSpot(), data)[0]  # 10 to 40 by 20 to 60
    click = Click(box_2d=Box.at(200, 100))  # 80, 30
    kept: list[JudgedStep] = []
    path = write_predictions(tmp_path / "p.jsonl", [Prediction(id=step.id, action=(click,))])
    score(ScreenSpot(), data, path, keep=kept.append)
    assert kept[0].why == "It points at (80, 30), 40 px outside the box."

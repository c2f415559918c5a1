"""AgentNetBench as it is published: its tasks, its results, and what is wrong with a record."""

import math
import random
from pathlib import Path
from typing import Any

import pytest

from actions.schema import Box, Click, Hover, PressKeys, Scroll, TypeText
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.predictions.prediction import Predicted, Prediction
from tasks.recorded.scores.scoring import score
from tasks.recorded.trajectories.agentnetbench import AgentNetBench
from tests.tasks.recorded.trajectories.making import check_right_and_wrong, write_json, write_picture
from tests.tasks.recorded.writing import skipped_of, steps_of, write_predictions

BENCHMARK = AgentNetBench()


def right(name: str, **params: Any) -> dict[str, Any]:
    """Return a right call; `box` is x, y, width, height."""
    boxes = [{"category_id": 1, "rel_bbox": params.pop("box")}] if "box" in params else []
    return {"type": name, "params": params, "metadata": {"bboxes": boxes}}


def at(x: float, y: float) -> dict[str, float]:
    return {"x": x, "y": y}


CLICK = right("click", position=at(0.3, 0.6), box=[0.2, 0.5, 0.4, 0.2])
STEPS: tuple[Any, ...] = (
    ([CLICK], [[right("click", position=at(0.9, 0.1))]]),
    ([right("write", text="SPOTIFY\n")], []),
    ([right("moveTo", position=at(0.5, 0.7), box=[0.4, 0.6, 0.2, 0.2]), right("scroll", amount=-54)], []),
    ([right("moveTo", position=at(0.1, 0.1)), right("dragTo", position=at(0.5, 0.5))], []),
    ([right("moveTo", position=at(0.1, 0.1)), right("scroll", amount=-4), right("hscroll", amount=2)], []),
    ([right("hotkey", keys=["ctrl", "F"])], []),
    ([right("press", keys=["down", "down"])], []),
    ([right("tripleClick", position=at(0.2, 0.2))], []),
    ([right("rightClick", position=at(0.2, 0.2)), right("click", position=at(0.3, 0.3))], []),
    ([right("terminate", status="success")], []),
)


def task(*steps: Any, **other: Any) -> dict[str, Any]:
    written = [
        {
            "step_num": number * 2,  # some steps of a task were left out by its makers
            "image": f"t_{number}.png",
            "inner_monologue": {"low_level_instruction": f"Do {number}."},
            "ground_truth_actions": calls,
            "alternative_options": options,
        }
        for number, (calls, options) in enumerate(steps)
    ]
    meta = {"system": "Darwin", "domain": "Daily"}
    return {"task_id": "t", "high_level_task_description": "Play a song.", "meta_info": meta, "steps": written, **other}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write_json(tmp_path / "bench" / "t.json", task(*STEPS))
    return tmp_path / "bench"


def test_what_was_right_is_worth_1_and_nothing_else_anything(data: Path) -> None:
    steps = check_right_and_wrong(BENCHMARK, data)
    assert len(steps) == len(STEPS)
    assert find_benchmark(str(data))[0].name == "agentnetbench"


def test_a_step_is_asked_about_in_the_words_of_its_task(data: Path) -> None:
    write_picture(data / "images" / "t_2.png")
    step = steps_of(BENCHMARK, data)[2]
    assert step.goal == "Play a song."
    assert step.id == "t/2"
    assert step.screenshot.size == (100, 50)
    assert step.actions == (Scroll(direction="down", notches=50, box_2d=Box.at(500, 700)),)
    assert step.boxes[0] == pytest.approx((400, 600, 600, 800))
    assert [earlier.id for earlier in step.earlier] == ["t/0", "t/1"]
    assert step.earlier[1].reason == "Do 1."
    assert dict(step.groups) == {"action": "moveto+scroll", "milestone": "no", "platform": "Darwin", "domain": "Daily"}


def test_each_step_can_be_told(data: Path) -> None:
    benchmark, path = find_benchmark(f"agentnetbench-low:{data}")
    step = steps_of(benchmark, path)[1]
    assert (step.goal, step.notice) == ("Do 1.", "This is a step of: Play a song.")


def judged(data: Path, number: int, *actions: Any) -> float:
    return BENCHMARK.judge(steps_of(BENCHMARK, data)[number], Predicted(actions)).score


def test_by_hand(data: Path) -> None:
    assert judged(data, 0, Click(box_2d=Box.at(900, 100))) == 1  # the alternative
    assert judged(data, 0, Click(box_2d=Box.at(650, 600))) == pytest.approx(math.exp(-120 * (0.35 - 0.01 * 2**0.5)))
    assert judged(data, 1, TypeText(text="spotify", press_enter=True)) == 1
    assert (
        judged(data, 1, TypeText(text="spotify", box_2d=Box.at(5, 5), press_enter=True)) == 1
    )  # where it has the focus
    assert judged(data, 2, Scroll(direction="up", box_2d=Box.at(999, 1))) == 0.5
    assert judged(data, 3, Hover(box_2d=Box.at(100, 100))) == 0.5  # and no drag
    assert judged(data, 6, PressKeys(keys=("down",))) == 1
    assert judged(data, 9, PressKeys(keys=("esc",))) == 0


def test_a_place_in_pixels_is_a_click(data: Path) -> None:
    write_picture(data / "images" / "t_0.png")
    assert BENCHMARK.judge(steps_of(BENCHMARK, data)[0], Predicted(pixels=(30, 30))).score == 1


def test_bad_records_are_told_and_the_rest_is_scored(tmp_path: Path) -> None:
    good: Any = ([CLICK], [])
    steps = task(good, good, good, good, good, good)["steps"]
    del steps[0]["image"]
    steps[1]["ground_truth_actions"] = [right("fly", position=at(0.1, 0.1))]
    steps[2]["ground_truth_actions"] = [right("click", position=at(0.1, 0.1), box=[1.2, 0.1, 0.1, 0.1])]
    steps[3]["image"] = "../../etc/passwd"
    steps[4] = "no step"
    write_json(tmp_path / "t.json", task() | {"steps": steps})
    (tmp_path / "u.json").write_bytes('{"task_id": "ü", "steps": [{"ground_truth_actions": []}]}'.encode("latin-1"))
    (tmp_path / "v.json").write_text('{"task_id": "v", "steps": [{"ground_truth_actions": [', encoding="utf-8")
    write_json(tmp_path / "w.json", {"steps": [{"ground_truth_actions": []}]})
    told = {(skipped.place.file, skipped.place.record): skipped.reason for skipped in skipped_of(BENCHMARK, tmp_path)}
    assert told["t.json", "step 0"] == "the field image is missing."
    assert told["t.json", "step 1"] == "the action fly is not known."
    assert told["t.json", "step 2"] == "the box [1.2, 0.1, 0.1, 0.1] lies outside the image, which is 0 to 1."
    assert told["t.json", "step 3"] == "the screenshot's name '../../etc/passwd' leads out of the folder."
    assert told["t.json", "step 4"] == "it is no JSON object."
    assert "no UTF-8" in told["u.json", "1"]
    assert "no JSON" in told["v.json", "1"]
    assert told["w.json", "1"] == "the field task_id is missing."
    report = score(BENCHMARK, tmp_path, write_predictions(tmp_path / "p.jsonl", [answer("t/5")]))
    assert (report.correct, report.total, report.skipped_count) == (1, 1, 8)


def answer(step: str) -> Prediction:
    return Prediction(id=step, action=(Click(box_2d=Box.at(300, 600)),))


def test_the_results_that_others_publish_are_scored(data: Path, tmp_path: Path) -> None:
    answers: list[Any] = [[["click", [0.3, 0.6]]], [["write", "spotify"], ["press", ["enter"]]], []]
    results = [
        {
            "task_id": "t",
            "step_num": number,
            "raw_response": "…",
            "predicted_actions": given,
            "evaluation": {"total": 0},
        }
        for number, given in enumerate(answers)
    ]
    write_json(tmp_path / "eval" / "t.json", results)
    write_json(tmp_path / "eval" / "metric.json", {"average_score": 0})
    for path in (tmp_path / "eval", tmp_path / "eval" / "t.json"):
        report = score(BENCHMARK, data, path)
        assert (report.correct, report.total, report.unanswered, report.unreadable) == (2, 3, 7, 1)
        assert report.parts == {"click": 1, "write": 1}


def test_results_are_scored_by_their_first_reading_alone(data: Path, tmp_path: Path) -> None:
    """Others' calls are literal: a click and a text are no text that has a place."""
    results = [{"task_id": "t", "step_num": 1, "predicted_actions": [["click", [0.3, 0.6]], ["write", "spotify"]]}]
    report = score(BENCHMARK, data, write_json(tmp_path / "r" / "t.json", results))
    assert report.score == 0


def test_random_results_are_worth_the_same_however_they_come(data: Path, tmp_path: Path) -> None:
    chance = random.Random(2)
    places = [(chance.random(), chance.random()) for _ in range(50)]
    step = steps_of(BENCHMARK, data)[0]
    for x, y in places:
        ours = BENCHMARK.judge(step, Predicted((Click(box_2d=Box.at(x * 1000, y * 1000)),)))
        theirs = BENCHMARK.judge(step, Predicted(calls=(("click", [x, y]),)))
        assert ours.score == pytest.approx(theirs.score)

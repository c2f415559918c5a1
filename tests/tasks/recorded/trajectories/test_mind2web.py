"""Multimodal-Mind2Web in its published forms, and its rule: by hand, and against the documented one."""

import json
import random
import string
from pathlib import Path
from typing import Any

import pytest

from actions.schema import Action, Box, Click, Hover, PressKeys, TypeText
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.predictions.prediction import Predicted, Prediction
from tasks.recorded.scores.scoring import score
from tasks.recorded.steps import RecordedStep
from tasks.recorded.trajectories.mind2web import Mind2Web
from tasks.recorded.trajectories.rules.mind2web import Operation, operation_f1
from tests.tasks.recorded.trajectories.making import check_right_and_wrong, write_json, write_lines, write_picture
from tests.tasks.recorded.writing import skipped_of, steps_of, write_predictions

BENCHMARK = Mind2Web()
SIZE = (200, 1000)


def row(
    uid: str, operation: str = "CLICK", value: str = "", boxes: Any = ((20, 100, 40, 50),), **other: Any
) -> dict[str, Any]:
    """Return a step in UGround's form."""
    return {
        "annotation_id": "task-1",
        "action_uid": uid,
        "image": f"task-1_{uid}.png",
        "task": "Rent a truck.",
        "website": "budget",
        "domain": "Travel",
        "operation": operation,
        "value": value,
        "bbox": boxes,
        "split": "task",
        **other,
    }


def own_row(uid: str, operation: str, value: str, *boxes: str) -> dict[str, Any]:
    """Return a step in the data set's own form, texts of JSON within."""
    candidates = [json.dumps({"tag": "a", "attributes": json.dumps({"bounding_box_rect": box})}) for box in boxes]
    return {
        "annotation_id": "task-1",
        "action_uid": uid,
        "confirmed_task": "Rent a truck.",
        "operation": json.dumps({"original_op": operation, "op": operation, "value": value}),
        "pos_candidates": candidates,
        "action_reprs": ["[link] Trucks -> CLICK", "[textbox] Zip -> TYPE: 08817"],
        "target_action_index": "1",
        "website": "budget",
    }


def written(folder: Path, *rows: dict[str, Any]) -> Path:
    write_lines(folder / "cross_task" / "sample.jsonl", rows)
    for uid in {str(one.get("action_uid", "x")) for one in rows}:
        write_picture(folder / "cross_task" / "images" / f"task-1_{uid}.png", SIZE)
    return folder


@pytest.mark.parametrize(
    ("operation", "value", "ours"),
    [
        ("CLICK", "", Click(box_2d=Box(100, 100, 300, 150))),
        ("HOVER", "", Click(box_2d=Box(100, 100, 300, 150))),
        ("TYPE", "08817 会议", TypeText(text="08817 会议", box_2d=Box(100, 100, 300, 150))),
        ("SELECT", "2:30 pm", TypeText(text="2:30 pm", box_2d=Box(100, 100, 300, 150))),
    ],
)
def test_what_was_right_is_worth_1(operation: str, value: str, ours: Action, tmp_path: Path) -> None:
    (step,) = check_right_and_wrong(BENCHMARK, written(tmp_path, row("a", operation, value)))
    assert step.actions == (ours,)
    assert dict(step.groups)["split"] == "task"


def test_the_data_sets_own_rows_are_read(tmp_path: Path) -> None:
    data = written(
        tmp_path, own_row("a", "CLICK", "", "20,100,40,50", "0,0,5,5"), own_row("b", "TYPE", "x", "1.5,2,3,4")
    )
    first, second = check_right_and_wrong(BENCHMARK, data)
    assert len(first.gold.boxes) == 2
    assert second.reason == "[textbox] Zip -> TYPE: 08817"
    assert find_benchmark(str(data))[0].name == "multimodal-mind2web"


def test_seeclicks_tasks_are_read(tmp_path: Path) -> None:
    action = {
        "action_uid": "a",
        "operation": {"original_op": "ENTER", "op": "CLICK", "value": ""},
        "bbox": {"x": 20, "y": 100, "width": 40, "height": 50},
    }
    task = {
        "annotation_id": "task-1",
        "confirmed_task": "Rent a truck.",
        "actions": [action, {"action_uid": "b", "operation": action["operation"]}, {**action, "action_uid": "c"}],
    }
    write_json(tmp_path / "mind2web_data_test_website.json", [task])
    for uid in "abc":
        write_picture(tmp_path / "mind2web_images" / f"task-1-{uid}.jpg", SIZE)
    steps = [step for step in BENCHMARK.steps(tmp_path) if isinstance(step, RecordedStep)]
    assert [step.id for step in steps] == ["task-1/a", "task-1/c"]
    assert [len(step.earlier) for step in steps] == [0, 1]
    assert dict(steps[0].groups)["split"] == "website"
    assert [skipped.reason for skipped in skipped_of(BENCHMARK, tmp_path)] == [
        "no element that was meant has a place on the page."
    ]


def judged(folder: Path, recorded: dict[str, Any], action: Action) -> tuple[float, float, float]:
    (step,) = steps_of(BENCHMARK, written(folder, recorded))
    verdict = BENCHMARK.judge(step, Predicted((action,)))
    return verdict.parts["element"], verdict.parts["operation F1"], verdict.score


def test_by_hand(tmp_path: Path) -> None:
    inside, edge, outside = Box.at(200, 120), Box.at(300, 150), Box.at(301, 120)
    click, typed = row("a"), row("a", "TYPE", "new york city")
    assert judged(tmp_path, click, Click(box_2d=inside)) == (1, 1, 1)
    assert judged(tmp_path, click, Hover(box_2d=edge)) == (1, 1, 1)
    assert judged(tmp_path, click, Click(box_2d=outside)) == (0, 1, 0)
    assert judged(tmp_path, click, TypeText(text="x", box_2d=inside)) == (1, 0, 0)
    assert judged(tmp_path, typed, TypeText(text="New York City", box_2d=inside)) == (1, 1, 1)
    assert judged(tmp_path, typed, TypeText(text="new york city")) == (0, 1, 0)
    element, f1, worth = judged(tmp_path, typed, TypeText(text="york", box_2d=inside))
    assert (element, worth) == (1, 0)
    assert f1 == pytest.approx(2 * 1 * 0.5 / 1.5)
    assert judged(tmp_path, click, PressKeys(keys=("enter",))) == (0, 0, 0)


def test_the_score_is_the_mean_of_the_tasks(tmp_path: Path) -> None:
    rows = [row(uid) for uid in "abcd"] + [row("e", annotation_id="task-2", image="task-1_e.png")]
    data = written(tmp_path, *rows)
    right, wrong = Click(box_2d=Box.at(200, 120)), Click(box_2d=Box.at(900, 900))
    answers = [Prediction(id=f"task-1/{uid}", action=(right if uid == "a" else wrong,)) for uid in "abcd"]
    path = write_predictions(tmp_path / "p.jsonl", [*answers, Prediction(id="task-2/e", action=(right,))])
    report = score(BENCHMARK, data, path)
    assert report.score == (0.25 + 1) / 2
    assert report.averages == {
        "element, mean of the tasks": 0.625,
        "operation F1, mean of the tasks": 1,
        "step success, mean over steps": 0.4,
        "tasks right throughout": 0.5,
    }


def test_bad_records_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    bad = (
        row("a", "FLY"),
        row("b", boxes=[[300, 1, 5, 5]]),
        row("c", boxes=[[1, 2, 3]]),
        row("d", boxes=[]),
        {name: value for name, value in row("e").items() if name != "task"},
        own_row("f", "CLICK", "", "1,2,three,4"),
        {**own_row("g", "CLICK", ""), "pos_candidates": ["no JSON"]},
        row("h", image="../x.png"),
        row("i"),
    )
    data = written(tmp_path, row("z"), *bad)
    with (data / "cross_task" / "sample.jsonl").open("ab") as file:
        file.write('{"task": "ü"}\n'.encode("latin-1"))
    (data / "cross_task" / "images" / "task-1_i.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert [skipped.reason for skipped in skipped_of(BENCHMARK, data)] == [
        "the operation 'FLY' is not known.",
        "the box [300.0, 1.0, 305.0, 6.0] lies outside the image of 200x1000.",
        "the field bbox.0.3 is missing.",
        "no element that was meant has a place on the page.",
        "the field task is missing.",
        "bbox.0.2: input should be a valid number, unable to parse string as a number.",
        "a candidate has no bounding_box_rect.",
        "the screenshot's name '../x.png' leads out of the folder.",
        "the screenshot task-1_i.png is no picture.",
        "it holds bytes that are no UTF-8: save the file as UTF-8.",
    ]
    assert [step.id for step in BENCHMARK.steps(data) if hasattr(step, "id")] == ["task-1/z"]


def documented(pred: str, label: str) -> float:
    """The published F1, which takes texts such as `TYPE new york`."""
    one, other = ({w for w in text.lower().strip().split() if w not in string.punctuation} for text in (pred, label))
    if not one or not other:
        return float(one == other)
    hits = len(one & other)
    if not hits:
        return 0.0
    precision, recall = hits / len(one), hits / len(other)
    return 2 * precision * recall / (precision + recall)


def test_the_operations_agree_with_the_documented_ones_at_random() -> None:
    chance = random.Random(8)
    values = []
    for _ in range(1000):
        said, right = (
            (
                chance.choice(("CLICK", "TYPE", "SELECT")),
                " ".join(chance.choices(("New", "york", "2:30", "&", "?", "$5"), k=2)),
            )
            for _ in range(2)
        )
        if said[0] == "CLICK":
            said = ("CLICK", "")
        if right[0] == "CLICK":
            right = ("CLICK", "")
        expected = documented(" ".join(said), " ".join(right))
        assert operation_f1(Operation.read(*said), Operation.read(*right)) == pytest.approx(expected)
        values.append(expected)
    assert values.count(0) > 50
    assert values.count(1) > 50


def test_the_rule_agrees_with_the_documented_one_on_random_predictions(tmp_path: Path) -> None:
    chance = random.Random(9)
    rows, answers = [], []
    for number in range(1000):
        boxes = [
            [chance.randrange(150), chance.randrange(900), chance.randrange(1, 50), 60]
            for _ in range(chance.choice((1, 2)))
        ]
        operation = chance.choice(("CLICK", "TYPE"))
        value = "" if operation == "CLICK" else chance.choice(("new york", "New", "08817"))
        rows.append(row("a", operation, value, boxes, annotation_id=f"task-{number}"))
        x, y, w, h = chance.choice(boxes)
        answers.append(
            (
                chance.choice((operation, operation, "CLICK", "TYPE")),
                chance.choice(("new york", "york new", "08817")),
                min(x + chance.choice((0, w, w + 1, 5)), 200),
                min(y + chance.choice((0, h, h + 2)), 1000),
            )
        )
    data = written(tmp_path, *rows)
    right = 0
    for step, recorded, (name, said, x, y) in zip(steps_of(BENCHMARK, data), rows, answers, strict=True):
        at = Box.at(x / SIZE[0] * 1000, y / SIZE[1] * 1000)
        action = Click(box_2d=at) if name == "CLICK" else TypeText(text=said, box_2d=at)
        element = any(bx <= x <= bx + w and by <= y <= by + h for bx, by, w, h in recorded["bbox"])
        answered = name if name == "CLICK" else f"{name} {said}"
        f1 = documented(answered, f"{recorded['operation']} {recorded['value']}")
        verdict = BENCHMARK.judge(step, Predicted((action,)))
        assert verdict.parts == {"element": float(element), "operation F1": pytest.approx(f1)}, (recorded, x, y)
        assert verdict.correct == (element and f1 == 1)
        right += verdict.correct
    assert 100 < right < 900

"""Multimodal-Mind2Web as it is published: Parquet with the pictures within, asked about and scored as a whole."""

import json
from pathlib import Path
from typing import Any

import pytest

from actions.schema import Action, Box, Click, PressKeys, TypeText
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.steps import RecordedStep
from tests.tasks.recorded.formats.published import picture, write_parquet
from tests.tasks.recorded.trajectories.making import check_right_and_wrong
from tests.tasks.recorded.trajectories.test_android_control_shards import whole_score
from tests.tasks.recorded.writing import skipped_of, steps_of

SIZE = (200, 1000)
REPRS = ["[link]  Trucks -> CLICK", "[textbox]  Zip -> TYPE: 08817"]


def row(uid: str, operation: str = "CLICK", value: str = "", *boxes: str, **other: Any) -> dict[str, Any]:
    """Return a row in the published columns."""
    candidates = [
        json.dumps({"tag": "a", "attributes": json.dumps({"bounding_box_rect": box}), "is_original_target": True})
        for box in boxes or ("20,100,40,50",)
    ]
    return {
        "action_uid": uid,
        "raw_html": "<html>" * 50,
        "cleaned_html": "<html>",
        "operation": json.dumps({"original_op": operation, "value": value, "op": operation}),
        "pos_candidates": candidates,
        "neg_candidates": ["{}"],
        "website": "budget",
        "domain": "Travel",
        "subdomain": "Car rental",
        "annotation_id": "task-1",
        "confirmed_task": "Rent a truck in 上海.",
        "screenshot": {"bytes": picture(SIZE, 100 + len(uid)), "path": None},
        "action_reprs": REPRS,
        "target_action_index": "1",
        "target_action_reprs": REPRS[1],
        **other,
    }


ROWS = [row("a", "CLICK", "", "20,100,40,50", "0,0,5,5"), row("bb", "TYPE", "08817"), row("ccc", "SELECT", "2:30 pm")]


def published(folder: Path, *rows: dict[str, Any], split: str = "task") -> Path:
    write_parquet(folder / "data" / f"test_{split}-00000-of-00003-0123456789abcdef.parquet", rows, rows_in_a_group=2)
    return folder


def test_every_row_is_read_with_its_picture(tmp_path: Path) -> None:
    benchmark, data = find_benchmark(str(published(tmp_path, *ROWS)))
    first, second, third = check_right_and_wrong(benchmark, data)
    assert first.id == "task-1/a"
    assert first.goal == "Rent a truck in 上海."
    assert len(first.gold.boxes) == 2
    assert second.actions == (TypeText(text="08817", box_2d=Box(100, 100, 300, 150)),)
    assert second.reason == REPRS[1]
    assert third.screenshot.open().getpixel((0, 0)) == (103, 103, 103)
    assert [len(step.earlier) for step in (first, second, third)] == [0, 1, 2]
    assert dict(first.groups) == {"split": "task", "operation": "CLICK", "website": "budget", "domain": "Travel"}


@pytest.mark.parametrize("name", ["data/test_website-00000-of-00001.parquet", "default/test_website/0000.parquet"])
def test_files_are_found_where_they_lie_and_by_themselves(name: str, tmp_path: Path) -> None:
    path = write_parquet(tmp_path / name, ROWS[:1])
    for data in (tmp_path, path.parent, path):
        benchmark, _ = find_benchmark(str(data))
        (step,) = steps_of(benchmark, data)
        assert step.id == "task-1/a"
    (step,) = steps_of(benchmark, tmp_path)
    assert dict(step.groups)["split"] == "website"


def test_a_perfect_model_scores_1_and_a_wrong_one_0(tmp_path: Path) -> None:
    benchmark, data = find_benchmark(str(published(tmp_path / "data", *ROWS)))
    right: dict[str, Action] = {step.id: step.actions[0] for step in steps_of(benchmark, data)}
    assert whole_score(benchmark, data, tmp_path / "right", right) == 1
    wrong: dict[str, Action] = {id: PressKeys(keys=("esc",)) for id in right}
    assert whole_score(benchmark, data, tmp_path / "wrong", wrong) == 0
    beside: dict[str, Action] = {id: Click(box_2d=Box.at(900, 900)) for id in right}
    assert whole_score(benchmark, data, tmp_path / "beside", beside) == 0


def test_bad_rows_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    whole = picture(SIZE)
    published(
        tmp_path,
        row("a", "FLY"),
        row("b", "CLICK", "", "190,990,500,500", screenshot={"bytes": whole[:20], "path": None}),
        row("c", "CLICK", "", "300,2000,10,10"),
        row("d", pos_candidates=[]),
        row("e", pos_candidates=["{"]),
        row("f", confirmed_task=None),
        row("g", website=None),
    )
    benchmark, data = find_benchmark(str(tmp_path))
    told = [(skipped.place.record, skipped.reason) for skipped in skipped_of(benchmark, data)]
    assert told == [
        ("1", "the operation 'FLY' is not known."),
        ("2", "the screenshot in the record cannot be read: Truncated File Read."),
        ("3", "the box [300.0, 2000.0, 310.0, 2010.0] lies outside the image of 200x1000."),
        ("4", "no element that was meant has a place on the page."),
        ("5", "a candidate has no bounding_box_rect."),
        ("6", "the field task is missing."),
    ]
    assert [step.id for step in benchmark.steps(data) if isinstance(step, RecordedStep)] == ["task-1/g"]

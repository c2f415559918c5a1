"""Each benchmark's rule against the documented one, which `forms` writes down by itself."""

import random
from pathlib import Path

import pytest

from actions.schema import Box, Click, Infeasible, PressKeys
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.predictions.prediction import Predicted
from tests.tasks.recorded.grounding.forms import FORMS, HEIGHT, IDS, WIDTH, Form, mangled
from tests.tasks.recorded.writing import steps_of

TRIES = 1000


@pytest.mark.parametrize("form", FORMS, ids=IDS)
def test_the_rule_agrees_with_the_published_one_on_random_predictions(form: Form, tmp_path: Path) -> None:
    chance = random.Random(7)
    rows = [form.row(number, chance) for number in range(TRIES)]
    verdicts = []
    for step, row in zip(steps_of(form.benchmark, form.write(tmp_path, rows)), rows, strict=True):
        point, predicted = answered(row, chance)
        verdict = form.benchmark.judge(step, predicted)
        assert verdict.correct == form.rule(row, point), (row, point, verdict.why)
        verdicts.append(verdict.correct)
    assert 100 < sum(verdicts) < 900, "both outcomes are tried"


def answered(row: dict[str, object], chance: random.Random) -> tuple[tuple[float, float] | None, Predicted]:
    """Return a point near the record's numbers, often on an edge, or a refusal; and the prediction that means it."""
    if chance.random() < 0.2:
        return None, Predicted((Infeasible(),)) if chance.random() < 0.5 else Predicted(pixels=(-1, -1))
    numbers = row.get("bbox") or row["box_coordinates"]
    assert isinstance(numbers, list)
    sides = (WIDTH, HEIGHT) * 9
    edges = [number * side if number < 1 else number for number, side in zip(numbers, sides, strict=False)]
    x = chance.choice((edges[0], edges[2], chance.uniform(edges[0] - 9, edges[0] + 99)))
    y = chance.choice((edges[1], edges[3], chance.uniform(edges[1] - 9, edges[1] + 99)))
    return (x, y), Predicted(pixels=(x, y))


@pytest.mark.parametrize("form", FORMS, ids=IDS)
def test_what_was_right_is_worth_1_and_another_place_0(form: Form, tmp_path: Path) -> None:
    chance = random.Random(3)
    data = form.write(tmp_path, [form.row(number, chance) for number in range(100)])
    for step in steps_of(form.benchmark, data):
        assert form.benchmark.judge(step, Predicted(step.actions)).score == 1
        wrong = Click(box_2d=Box.at(999, 999)) if isinstance(step.actions[0], Infeasible) else Infeasible()
        assert form.benchmark.judge(step, Predicted((wrong,))).score == 0


@pytest.mark.parametrize("form", FORMS, ids=IDS)
def test_the_files_tell_which_benchmark_it_is(form: Form, tmp_path: Path) -> None:
    form.write(tmp_path, [form.row(0, random.Random(0))])
    assert find_benchmark(str(tmp_path))[0].name == form.benchmark.name


@pytest.mark.parametrize("form", FORMS, ids=IDS)
def test_ids_are_the_same_at_each_reading_and_no_two_alike(form: Form, tmp_path: Path) -> None:
    data = form.write(tmp_path, [form.row(number, random.Random(number)) for number in range(20)])
    ids = [step.id for step in steps_of(form.benchmark, data)]
    assert ids == [step.id for step in steps_of(form.benchmark, data)]
    assert len(set(ids)) == 20


def test_a_box_points_at_its_centre(tmp_path: Path) -> None:
    step, benchmark = one_step(tmp_path)  # its box is 100 to 130 by 200 to 220 pixels of 1920x1080
    inside = Box(50 / 1.92, 190 / 1.08, 180 / 1.92, 230 / 1.08)  # centre 115, 210
    beside = Box(100 / 1.92, 200 / 1.08, 170 / 1.92, 220 / 1.08)  # centre 135, 210
    assert benchmark.judge(step, Predicted((Click(box_2d=inside),))).correct
    verdict = benchmark.judge(step, Predicted((Click(box_2d=beside),)))
    assert not verdict.correct
    assert verdict.why == "It points at (135, 210), 5 px outside the box."


@pytest.mark.parametrize(
    ("x", "y", "right"), [(100, 200, True), (130, 220, True), (99.9, 200, False), (115, 220.1, False)]
)
def test_edges_are_inside(x: float, y: float, right: bool, tmp_path: Path) -> None:
    step, benchmark = one_step(tmp_path)
    assert benchmark.judge(step, Predicted(pixels=(x, y))).correct == right


def test_an_answer_that_points_nowhere_or_cannot_be_read_is_wrong(tmp_path: Path) -> None:
    step, benchmark = one_step(tmp_path)
    assert (
        "nowhere, or not just once (press_keys)" in benchmark.judge(step, Predicted((PressKeys(keys=("enter",)),))).why
    )
    assert not benchmark.judge(step, Predicted(step.actions * 2)).correct
    assert "no action" in benchmark.judge(step, Predicted()).why
    assert benchmark.judge(step, Predicted(complaint="It breaks off.")).why == "It breaks off."


def test_mai_uis_copy_as_published_takes_polygons_and_refusals_for_boxes(tmp_path: Path) -> None:
    polygon = {"box_type": "polygon", "box_coordinates": [100, 100, 200, 100, 200, 200, 100, 200]}
    refusal = {"box_type": "refusal", "box_coordinates": [0, 0, 0, 0]}
    form = next(form for form in FORMS if form.file == "OS_G_data.json")
    original = next(form for form in FORMS if form.file == "OSWorld-G.json").row(0, random.Random(1))
    rows = [mangled({**original, **kind, "id": str(n)}) for n, kind in enumerate((polygon, refusal))]
    first, second = steps_of(form.benchmark, form.write(tmp_path, rows))
    assert rows[0]["bbox"][:4] == [100, 100, 300, 200]  # the second corner taken for a width and a height

    beside = Predicted(pixels=(250, 150))
    assert not form.benchmark.judge(first, beside).correct
    assert form.benchmark.judge(first, beside, as_published=True).correct

    refused, corner = Predicted((Infeasible(),)), Predicted(pixels=(0, 0))
    assert form.benchmark.judge(second, refused).correct
    assert not form.benchmark.judge(second, refused, as_published=True).correct
    assert form.benchmark.judge(second, corner, as_published=True).correct


def one_step(folder: Path):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """Return a step of ScreenSpot-Pro whose box is 100 to 130 by 200 to 220, and the benchmark."""
    form = next(form for form in FORMS if form.file == "made_windows.json")
    row = {**form.row(0, random.Random(0)), "bbox": [100, 200, 130, 220]}
    return steps_of(form.benchmark, form.write(folder, [row]))[0], form.benchmark

"""Recorded benchmark steps, and a model's right answers to them, as examples."""

from pathlib import Path

import pytest

from actions.schema import Box, Click, Infeasible
from tasks.export.dataset import write_dataset
from tasks.export.errors import ExportError
from tasks.export.example import Example
from tasks.export.recordings import Wanted
from tasks.export.sources import examples_of
from tasks.recorded.errors import ScoreError
from tasks.recorded.predictions.prediction import Prediction
from tasks.recorded.steps import Skipped
from tests.tasks.recorded.scored import change_verdicts, write_score
from tests.tasks.recorded.writing import reply, screenspot, write_screenspot


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_screenspot(tmp_path / "data", [*(screenspot(number) for number in range(3)), screenspot(3, bbox=...)])


def both(source: Path, wanted: Wanted) -> tuple[list[Example], list[Skipped]]:
    found = list(examples_of(str(source), wanted))
    return [x for x in found if isinstance(x, Example)], [x for x in found if isinstance(x, Skipped)]


@pytest.mark.parametrize("dialect", ["json", "pc"])
def test_what_was_right_is_learnt_in_whole_thousandths(data: Path, dialect: str) -> None:
    examples, left_out = both(data, Wanted(dialect=dialect))
    assert [example.source for example in examples] == [f"screenspot_desktop_{n}" for n in range(3)]
    assert [skipped.reason for skipped in left_out] == ["the field bbox is missing."]
    written = {"json": '"box_2d": [[25,67,100,200]]', "pc": "start_box='[62,133]'"}[dialect]
    assert written in examples[0].reply
    assert 'click "press button 0"' in examples[0].text


def test_a_place_that_whole_thousandths_miss_is_left_out(tmp_path: Path) -> None:
    data = write_screenspot(tmp_path / "thin", [screenspot(0, bbox=[10.5, 20, 0.1, 40])])
    examples, left_out = both(data, Wanted())
    assert examples == []
    assert "in whole thousandths" in left_out[0].reason


def test_of_a_score_the_right_answers_are_learnt_in_the_models_own_words(data: Path, tmp_path: Path) -> None:
    answers = [
        Prediction(id="screenspot_desktop_0", reply=reply(Click(box_2d=Box.at(60, 133)), thought="想一想")),
        Prediction(id="screenspot_desktop_1", action=(Infeasible(),)),
    ]
    folder = write_score(tmp_path / "score", data, answers)
    examples, left_out = both(folder, Wanted())
    assert [example.source for example in examples] == ["screenspot_desktop_0"]
    assert examples[0].reply.startswith("<think>想一想</think><answer>Memory: None\nReason: ")
    assert "[[60,133,60,133]]" in examples[0].reply
    assert "it was not answered, or not rightly." in [skipped.reason for skipped in left_out]


def test_a_lower_score_can_be_enough(data: Path, tmp_path: Path) -> None:
    answers = [Prediction(id=f"screenspot_desktop_{n}", action=(Infeasible(),)) for n in range(2)]
    folder = write_score(tmp_path / "score", data, answers)
    change_verdicts(folder, score=0.5)
    assert len(both(folder, Wanted(min_score=0.5))[0]) == 2
    assert both(folder, Wanted(min_score=0.6))[0] == []


def test_nothing_to_export_is_said_with_the_first_reason(data: Path, tmp_path: Path) -> None:
    folder = write_score(tmp_path / "s", data, [Prediction(id="screenspot_desktop_0", action=(Infeasible(),))])
    with pytest.raises(ExportError, match=r"Nothing is left to export: 4 steps.*not rightly"):
        write_dataset(examples_of(str(folder), Wanted()), tmp_path / "out")
    assert not list((tmp_path / "out").iterdir())


def test_a_folder_that_holds_something_is_left_alone(data: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_text("kept")
    with pytest.raises(ExportError, match="holds something already"):
        write_dataset(examples_of(str(data), Wanted()), tmp_path / "out")


def test_a_source_of_nothing_is_said_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(ScoreError, match="holds no benchmark that is known"):
        write_dataset(examples_of(str(tmp_path), Wanted()), tmp_path / "out")
    assert not (tmp_path / "out").exists()

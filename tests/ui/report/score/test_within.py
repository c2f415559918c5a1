"""Pictures that stand in records, and answers in a benchmark's own words, on the page of a score."""

from pathlib import Path

import pytest

from actions.schema import Box, Click
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.predictions.prediction import Prediction
from tasks.recorded.scores.folder import kept_verdicts, write_report
from tasks.recorded.scores.scoring import score
from tests.tasks.recorded.scored import change_verdicts, write_score
from tests.tasks.recorded.trajectories.test_mind2web_parquet import ROWS, published
from tests.tasks.recorded.writing import screenspot, steps_of, write_predictions, write_screenspot
from tests.ui.report.score.test_page import ScorePage
from ui.report.score.gathering import Bounds
from ui.report.score.page import render_score_report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A score of Parquet: the first step is right, the others are wrong."""
    benchmark, data = find_benchmark(str(published(tmp_path / "data", *ROWS)))
    first, *others = steps_of(benchmark, data)
    wrong = [Prediction(id=step.id, action=(Click(box_2d=Box.at(900, 900)),)) for step in others]
    folder = tmp_path / "score"
    folder.mkdir()
    answers = [Prediction(id=first.id, action=first.actions), *wrong]
    path = write_predictions(folder / "predictions.jsonl", answers)
    with kept_verdicts(folder) as keep:
        report = score(benchmark, data, path, keep=keep)
    write_report(report, folder)
    return folder


def page_of(folder: Path, **bounds: int) -> ScorePage:
    return ScorePage(render_score_report([folder], bounds=Bounds(**bounds)))


def test_pictures_in_parquet_are_shown_in_their_shape(folder: Path) -> None:
    page = page_of(folder)
    assert [sorted(picture) for picture in page.pictures().values()] == [["url"]] * 3
    figures = [found for tag, found in page.elements if tag == "figure" and found.get("data-picture")]
    assert [figure["style"] for figure in figures] == ["--shape:0.2"] * 3


def test_the_bound_holds_for_them_too(folder: Path) -> None:
    page = page_of(folder, pictures=1)
    assert len(page.pictures()) == 1
    assert "2 steps are shown without their screenshot" in page.text


def test_data_that_is_gone_is_told_in_the_pictures_place(folder: Path) -> None:
    (file,) = (folder.parent / "data" / "data").iterdir()
    file.rename(folder.parent / "elsewhere.parquet")
    assert [picture["lack"] for picture in page_of(folder).pictures().values()] == [
        "The screenshot stands in the data, which is not where it was, or not as it was."
    ] * 3


def test_others_calls_are_drawn_and_said(tmp_path: Path) -> None:
    data = write_screenspot(tmp_path / "data", [screenspot(0)])
    folder = write_score(tmp_path / "s", data, [Prediction(id="screenspot_desktop_0", pixels=(20, 30))])
    change_verdicts(folder, pixels=None, calls=(("click", [0.25, 1.5]), ("write", "<b>会议</b>")))
    page = page_of(folder)
    assert page.boxes("box point") == ["left:25.0%;top:100.0%;width:0.0%;height:0.0%"]
    assert 'click [0.25, 1.5], write "<b>会议</b>"' in page.text

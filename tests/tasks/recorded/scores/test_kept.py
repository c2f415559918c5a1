"""Folders of scores read back, and what is said of damaged ones."""

from pathlib import Path

import pytest

from actions.schema import Infeasible
from tasks.recorded.errors import ScoreError
from tasks.recorded.predictions.prediction import Prediction
from tasks.recorded.scores.folder import SCORE, VERDICTS
from tasks.recorded.scores.kept import KeptScore, is_score
from tests.tasks.recorded.scored import write_score
from tests.tasks.recorded.writing import screenspot, write_screenspot


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = write_screenspot(tmp_path / "数据", [screenspot(0), screenspot(1)])
    answers = [
        Prediction(id="screenspot_desktop_0", pixels=(20, 30)),
        Prediction(id="screenspot_desktop_1", action=(Infeasible(),)),
    ]
    return write_score(tmp_path / "a score", data, answers)


def test_figures_and_steps_are_read_back(folder: Path) -> None:
    kept = KeptScore(folder)
    assert is_score(folder)
    assert (kept.report.correct, kept.report.total, kept.name) == (1, 2, "a score")
    assert [step.correct for step in kept.steps()] == [True, False]


def test_a_folder_of_something_else_is_said(tmp_path: Path) -> None:
    assert not is_score(tmp_path)
    with pytest.raises(ScoreError, match="holds no score: name a folder that `deskhand score` made"):
        _ = KeptScore(tmp_path).report


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"\xff", b'{"format":2}'])
def test_damaged_figures_are_said_with_their_cure(folder: Path, text: bytes) -> None:
    (folder / SCORE).write_bytes(text)
    with pytest.raises(ScoreError, match=r"score\.json is damaged.*--resume"):
        _ = KeptScore(folder).report


def test_a_damaged_verdict_is_said_with_its_line(folder: Path) -> None:
    with (folder / VERDICTS).open("ab") as file:
        file.write(b'{"id":')
    with pytest.raises(ScoreError, match=r"Line 3 of .*verdicts\.jsonl is damaged.*--resume"):
        list(KeptScore(folder).steps())


def test_verdicts_that_are_gone_are_said(folder: Path) -> None:
    (folder / VERDICTS).unlink()
    with pytest.raises(ScoreError, match=r"verdicts\.jsonl cannot be read"):
        list(KeptScore(folder).steps())

"""Two scores compared: over what both have, with a test that can be computed by hand."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from actions.schema import Infeasible
from tasks.recorded.errors import ScoreError
from tasks.recorded.predictions.prediction import Prediction
from tasks.recorded.scores.compare import compare_kept
from tasks.recorded.scores.folder import SCORE
from tasks.recorded.scores.kept import KeptScore
from tests.tasks.recorded.scored import change_verdicts, write_score
from tests.tasks.recorded.writing import screenspot, write_screenspot


def answers(right: Sequence[bool]) -> list[Prediction]:
    return [
        Prediction(id=f"screenspot_desktop_{n}", pixels=(12 + n, 30))
        if is_right
        else Prediction(id=f"screenspot_desktop_{n}", action=(Infeasible(),))
        for n, is_right in enumerate(right)
    ]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_screenspot(tmp_path / "data", [screenspot(number) for number in range(10)])


def kept(folder: Path, data: Path, right: Sequence[bool]) -> KeptScore:
    return KeptScore(write_score(folder, data, answers(right)))


def test_what_differs_is_named_and_tested(tmp_path: Path, data: Path) -> None:
    first, second = kept(tmp_path / "a", data, [False] * 6 + [True] * 4), kept(tmp_path / "b", data, [True] * 10)
    compared = compare_kept(first, second)
    assert (compared.before, compared.after) == (0.4, 1.0)
    assert compared.difference.value == pytest.approx(0.6)
    assert (compared.counts.only_first, compared.counts.only_second) == (0, 6)
    assert compared.p == 2 / 2**6
    assert compared.p_scores is None
    assert [pair.after.id for pair in compared.differing] == [f"screenspot_desktop_{n}" for n in range(6)]
    low, high = compared.difference.interval
    assert 0 < low < 0.6 < high


def test_the_same_is_no_difference_yet_not_certain(tmp_path: Path, data: Path) -> None:
    first, second = (kept(tmp_path / name, data, [True] * 10) for name in "ab")
    compared = compare_kept(first, second)
    assert (compared.p, compared.differing, compared.difference.value) == (1.0, (), 0.0)
    assert compared.difference.interval.low < 0 < compared.difference.interval.high


def test_only_common_steps_count(tmp_path: Path, data: Path) -> None:
    first, second = kept(tmp_path / "a", data, [True] * 10), kept(tmp_path / "b", data, [True] * 3)
    compared = compare_kept(first, second)
    assert (compared.counts.pairs, compared.only_before, compared.only_after) == (3, 7, 0)


def test_partly_right_steps_have_a_sign_test(tmp_path: Path, data: Path) -> None:
    first, second = (kept(tmp_path / name, data, [True] * 10) for name in "ab")
    change_verdicts(first.folder, score=0.5)
    compared = compare_kept(first, second)
    assert compared.p_scores == 2 / 2**10
    assert compared.difference == (0.5, (0.5, 0.5))


def test_nothing_in_common_is_said(tmp_path: Path, data: Path) -> None:
    first, second = (kept(tmp_path / name, data, [True] * 2) for name in "ab")
    change_verdicts(first.folder, id="another")
    with pytest.raises(ScoreError, match="have no step in common"):
        compare_kept(first, second)


def test_scores_of_different_metrics_are_not_compared(tmp_path: Path, data: Path) -> None:
    first, second = (kept(tmp_path / name, data, [True] * 2) for name in "ab")
    other = second.report.model_copy(update={"metric": "glm-pc"})
    (second.folder / SCORE).write_text(other.model_dump_json())
    with pytest.raises(ScoreError, match="metric is own there and glm-pc here"):
        compare_kept(first, KeptScore(second.folder))

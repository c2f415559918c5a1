"""What a run tells when it is over; what cannot be told changes nothing of its results."""

from pathlib import Path

import pytest
from rich.console import Console

from tests.tasks.report.suites import FAILED, attempt, result, write
from ui.cli.suite.reporting import heard_by_people_alone, tell_of

ROWS = [result("a", attempt()), result("b", FAILED)]


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return write(tmp_path / "run", *ROWS)


def test_the_page_is_written_and_named(
    run: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    tell_of(ROWS, run, Console(), as_json=False)
    assert (run / "report.html").is_file()
    assert capsys.readouterr().out == f"Report: {run / 'report.html'}\n"


def test_on_github_each_failure_is_an_annotation_beside_json_too(
    run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    with heard_by_people_alone(as_json=True):
        tell_of(ROWS, run, Console(quiet=True), as_json=True)
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("::error file=")
    assert "**1 of 2**" in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written_is_said_and_nothing_else_happens(
    run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (run / "report.html").mkdir()
    tell_of(ROWS, run, Console(), as_json=False)
    assert "cannot be written" in capsys.readouterr().err

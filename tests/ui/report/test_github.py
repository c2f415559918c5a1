"""What GitHub is told: no text of a task ends a line, a property or a cell, and none becomes a command."""

import io
from pathlib import Path

import pytest

from tasks.runner.records import Status
from tasks.runner.results import ResultsError
from tests.tasks.report.suites import FAILED, attempt, result
from ui.report.github import annotations, is_github, job_summary, output_unheeded, tell_github

WORKSPACE = Path("/s")
HOSTILE = "50%\r\n::add-mask::x | <img src=x> [a](http://b) @me `c`"
GITHUB = {"GITHUB_ACTIONS": "true"}


def test_what_failed_is_an_error_in_its_file_and_what_is_flaky_a_warning() -> None:
    rows = [
        result("a", attempt()),
        result("b", FAILED),
        result("c", FAILED, attempt(), status=Status.FLAKY, reason="only at attempt 2"),
    ]
    assert list(annotations(rows, WORKSPACE)) == [
        "::error file=t.task.yaml,line=1,title=s/b%3A failed::Wanted a; saw b.",
        "::warning file=t.task.yaml,line=1,title=s/c%3A flaky::only at attempt 2",
    ]


def test_an_annotation_is_one_line_whatever_its_texts_are() -> None:
    hostile = result("a", FAILED, reason=HOSTILE).model_copy(update={"id": "a,b:c\nd#0", "file": "/x/ü,1.yaml"})
    (line,) = annotations([hostile], WORKSPACE)
    assert line.splitlines() == [line]
    assert line.startswith("::error file=/x/ü%2C1.yaml,line=1,title=a%2Cb%3Ac%0Ad%3A failed::50%25%0D%0A::add-mask")


def test_the_summary_has_the_figures_and_what_did_not_pass() -> None:
    text = job_summary([result("a", attempt()), result("b", FAILED)])
    assert "**1 of 2** tasks reached their goal: 50 % (95 % interval 9 to 91 %)" in text
    assert "A check does not hold: 1" in text
    assert "| ❌ | s/b | Wanted a; saw b. | 3 | 2.0 s |" in text
    assert "s/a" not in text


def test_a_text_stays_in_its_cell_and_is_no_markup() -> None:
    row = next(line for line in job_summary([result("a", FAILED, reason=HOSTILE)]).splitlines() if "❌ | s/a" in line)
    assert row.replace("\\|", "").count("|") == 6
    assert "<img" not in row
    assert "[a](" not in row
    assert "`c`" not in row.replace("\\`", "")


def test_a_run_of_nothing_is_said() -> None:
    assert "No task says anything of the agent." in job_summary([])


def test_the_summary_is_added_to_what_other_steps_wrote(tmp_path: Path) -> None:
    file, stream = tmp_path / "summary.md", io.StringIO()
    file.write_text("before\n")
    tell_github([result("b", FAILED)], {"GITHUB_STEP_SUMMARY": str(file)}, stream)
    assert file.read_text(encoding="utf-8").startswith("before\n### Deskhand\n")
    assert stream.getvalue().startswith("::error ")
    with pytest.raises(ResultsError, match="cannot be written"):
        tell_github([], {"GITHUB_STEP_SUMMARY": str(tmp_path)}, stream)


def test_while_a_run_prints_nothing_of_it_is_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert not is_github({})
    with output_unheeded({}):
        print("a")
    with output_unheeded(GITHUB):
        print("::error::x")
    first, stops, inside, resumes = capsys.readouterr().out.splitlines()
    assert (first, inside) == ("a", "::error::x")
    assert stops == f"::stop-commands::{resumes.strip(':')}"
    assert len(resumes) > 30

"""What GitHub Actions shows of a run: an annotation for each task that went wrong, and a summary of the job.

Annotations are lines of output that begin with `::`, so every text is escaped as GitHub's own toolkit does it, and no
other output of a run may be taken for one: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

import html
import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from tasks.report.summary import Summary, summarise
from tasks.runner.records import Result, Status
from tasks.runner.results import ResultsError
from ui.report.words import CAUSES, took
from ui.wording import printable

_KINDS = {Status.FAILED: "error", Status.ERROR: "error", Status.FLAKY: "warning"}
_MARKS = {
    Status.PASSED: "✅",
    Status.FAILED: "❌",
    Status.ERROR: "🛑",
    Status.FLAKY: "⚠️",
    Status.SKIPPED: "⏭️",
    Status.EXPECTED_FAILURE: "☑️",
}
_MOST_ROWS = 200  # a summary of more than 1 MiB is refused
_MOST_CHARACTERS = 600
_MARKDOWN = re.compile(r"([\\`*_\[\]|~$:])")


def is_github(environ: Mapping[str, str]) -> bool:
    """Say whether this runs as a step of GitHub Actions."""
    return environ.get("GITHUB_ACTIONS") == "true"


@contextmanager
def output_unheeded(environ: Mapping[str, str]) -> Iterator[None]:
    """While entered, no line of the standard output is taken for a command, whatever tasks and models say."""
    if not is_github(environ):
        yield
        return
    token = secrets.token_hex(16)
    print(f"::stop-commands::{token}", flush=True)  # noqa: T201
    try:
        yield
    finally:
        print(f"::{token}::", flush=True)  # noqa: T201


def annotations(results: Sequence[Result], workspace: Path) -> Iterator[str]:
    """Yield a line for each task that went wrong; files are named as they lie in the workspace."""
    for result in results:
        if kind := _KINDS.get(result.status):
            file = _property(_within(Path(result.file), workspace))
            title = _property(f"{result.id.removesuffix('#0')}: {result.status.value}")
            yield f"::{kind} file={file},line=1,title={title}::{_message(result.reason or result.status.value)}"


def job_summary(results: Sequence[Result]) -> str:
    """Return the run in GitHub's Markdown: its figures, and the tasks that did not pass."""
    summary = summarise(results)
    shown = [result for result in results if result.status is not Status.PASSED]
    lines = ["### Deskhand", "", _headline(summary), "", *_figures(summary), ""]
    if shown:
        lines += ["| | task | why | steps | time |", "| --- | --- | --- | ---: | ---: |"]
        lines += [_row(result) for result in shown[:_MOST_ROWS]]
    if len(shown) > _MOST_ROWS:
        lines += ["", f"and {len(shown) - _MOST_ROWS} more."]
    return "\n".join([*lines, ""])


def tell_github(results: Sequence[Result], environ: Mapping[str, str], stream: TextIO) -> None:
    """Print the annotations to a stream, and add the summary of the job. Raises `ResultsError`."""
    for line in annotations(results, Path(environ.get("GITHUB_WORKSPACE", "."))):
        print(line, file=stream, flush=True)
    if environ.get("GITHUB_STEP_SUMMARY"):
        _add_summary(results, Path(environ["GITHUB_STEP_SUMMARY"]))


def _add_summary(results: Sequence[Result], file: Path) -> None:
    try:
        with file.open("a", encoding="utf-8") as opened:
            opened.write(job_summary(results))
    except OSError as error:
        raise ResultsError(f"GitHub's summary cannot be written to {file}: {error.strerror}.") from error


def _headline(summary: Summary) -> str:
    if not summary.judged:
        return "No task says anything of the agent."
    low, high = (round(edge * 100) for edge in summary.success)
    rate = round(100 * summary.reached / summary.judged)
    reached = f"**{summary.reached} of {summary.judged}** tasks reached their goal"
    return f"{reached}: {rate} % (95 % interval {low} to {high} %)"


def _figures(summary: Summary) -> Iterator[str]:
    names = [f"{_MARKS[status]} {status.value}" for status, count in summary.counts.items() if count]
    values = [str(count) for count in summary.counts.values() if count]
    yield "| " + " | ".join([*names, "steps", "tokens", "time of work"]) + " |"
    yield "| " + " | ".join(["---:"] * (len(names) + 3)) + " |"
    yield "| " + " | ".join([*values, str(summary.steps), str(summary.tokens), took(summary.seconds)]) + " |"
    if summary.causes:
        yield ""
        yield "; ".join(f"{CAUSES[cause]}: {count}" for cause, count in summary.causes.items())


def _row(result: Result) -> str:
    steps = sum(attempt.steps for attempt in result.attempts)
    cells = (_MARKS[result.status], _text(result.id.removesuffix("#0")), _text(result.reason), str(steps))
    return "| " + " | ".join((*cells, took(result.seconds))) + " |"


def _text(text: str) -> str:
    """Return text as Markdown that shows it as it is: no link, no picture, no mention, no end of the cell."""
    line = " ".join(printable(text).split())
    short = line if len(line) <= _MOST_CHARACTERS else f"{line[:_MOST_CHARACTERS]}…"
    return html.escape(_MARKDOWN.sub(r"\\\1", short), quote=False)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _within(file: Path, workspace: Path) -> str:
    return str(file.relative_to(workspace)) if file.is_relative_to(workspace) else str(file)

"""`deskhand compare` of two folders of scores: sentences and a table, one JSON object, or a page."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tasks.recorded.errors import ScoreError
from tasks.recorded.scores.compare import Outcome, Pair, ScoreComparison, compare_kept
from tasks.recorded.scores.kept import KeptScore, is_score
from tasks.statistics import wilson
from ui.cli.suite.compare import chance
from ui.report.score.page import write_score_comparison
from ui.report.words import language_of
from ui.wording import printable

_MOST_ROWS = 40


def are_scores(before: Path, after: Path, html: Path | None) -> bool:
    """Say whether both folders are scores. Raises `ScoreError` where one is, or a page is asked for and none is."""
    both = is_score(before), is_score(after)
    if all(both):
        return True
    if any(both):
        raise ScoreError(f"{after if both[0] else before} holds no score, and the other does: name two of a kind.")
    if html:
        raise ScoreError("Only two scores are shown side by side as a page: leave --html away for runs of tasks.")
    return False


def compare_scores(before: Path, after: Path, *, seed: int, html: Path | None, as_json: bool) -> None:
    """Show how the second score differs from the first. Raises `ScoreError`."""
    compared = compare_kept(KeptScore(before), KeptScore(after), seed)
    page = write_score_comparison(before, after, html, language_of(os.environ)) if html else None
    if as_json:
        print(json.dumps(_as_data(compared), ensure_ascii=False))  # noqa: T201
        return
    console = Console(highlight=False)
    for line in _sentences(compared):
        console.print(line, markup=False, soft_wrap=True)
    if compared.differing:
        console.print(_table(compared.differing[:_MOST_ROWS]))
    if (more := len(compared.differing) - _MOST_ROWS) > 0:
        console.print(f"and {more} more: --json names all, and --html shows them.")
    if page:
        console.print(f"Side by side: {page}", markup=False, soft_wrap=True)


def _as_data(compared: ScoreComparison) -> dict[str, Any]:
    counts = compared.counts
    return {
        "steps": counts.pairs,
        "before": {
            "score": compared.before,
            "correct": counts.first,
            "interval": list(wilson(counts.first, counts.pairs)),
        },
        "after": {
            "score": compared.after,
            "correct": counts.second,
            "interval": list(wilson(counts.second, counts.pairs)),
        },
        "only_before": counts.only_first,
        "only_after": counts.only_second,
        "difference": {"value": compared.difference.value, "interval": list(compared.difference.interval)},
        "p": compared.p,
        "p_scores": compared.p_scores,
        "missing_before": compared.only_after,
        "missing_after": compared.only_before,
        "differing": [
            {"id": pair.after.id, "before": _side(pair.before), "after": _side(pair.after)}
            for pair in compared.differing
        ],
    }


def _side(outcome: Outcome) -> dict[str, Any]:
    return {"correct": outcome.correct, "score": outcome.score, "why": outcome.why}


def _sentences(compared: ScoreComparison) -> list[str]:
    counts, low, high = compared.counts, *compared.difference.interval
    lines = [
        f"{counts.pairs} steps are in both: {compared.before:.1%} before, {compared.after:.1%} after; difference "
        f"{round(100 * compared.difference.value, 1) + 0:+.1f} points (95 % bootstrap interval {100 * low:+.1f} to "
        f"{100 * high:+.1f}).",
        f"Right: {counts.first} before, {counts.second} after; {counts.only_second} won and {counts.only_first} lost, "
        f"{chance(compared.p)} (McNemar).",
    ]
    if compared.p_scores is not None:
        lines.append(f"Scores of single steps: {chance(compared.p_scores)} (sign test).")
    for count, where in ((compared.only_before, "first"), (compared.only_after, "second")):
        if count:
            lines.append(f"{count} steps are only in the {where}, and are left out.")
    return lines


def _table(pairs: Sequence[Pair]) -> Table:
    table = Table("step", "before", "after", "why", box=None, padding=(0, 2, 0, 0), header_style="bold")
    for pair in pairs:
        sides = (_worth(outcome) for outcome in (pair.before, pair.after))
        table.add_row(Text(printable(pair.after.id)), *sides, Text(printable(pair.after.why)))
    return table


def _worth(outcome: Outcome) -> Text:
    said = ("right" if outcome.correct else "wrong") if outcome.score in (0.0, 1.0) else f"{outcome.score:.2f}"
    return Text(said, style="green" if outcome.correct else "red")

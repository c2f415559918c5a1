"""`deskhand compare`: what differs between two runs, as a table or as one JSON object."""

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tasks.report.compare import Comparison, Measure, Pair, compare
from tasks.report.suite_run import SuiteRun
from tasks.report.summary import is_reached
from tasks.runner.records import Result
from tasks.statistics import wilson
from ui.wording import printable

_STYLES = {True: "green", False: "red", None: "bright_black"}


def compare_runs(before: Path, after: Path, *, seed: int, as_json: bool) -> None:
    """Show how the second run differs from the first. Raises `ResultsError`."""
    compared = compare(SuiteRun(before).results, SuiteRun(after).results, seed)
    if as_json:
        print(json.dumps(comparison_as_data(compared), ensure_ascii=False))  # noqa: T201
        return
    console = Console(highlight=False)
    if not compared.pairs:
        console.print("The two runs have no task in common, so there is nothing to compare.")
        return
    for line in _sentences(compared):
        console.print(line, markup=False, soft_wrap=True)
    if compared.differing:
        console.print(_table(compared.differing))


def comparison_as_data(compared: Comparison) -> dict[str, Any]:
    """Return all that is known of the difference, as JSON can hold it."""
    judged = compared.judged
    return {
        "tasks": len(compared.pairs),
        "judged": judged.pairs,
        "before": _share(judged.first, judged.pairs),
        "after": _share(judged.second, judged.pairs),
        "only_before": judged.only_first,
        "only_after": judged.only_second,
        "difference": {"value": compared.difference.value, "interval": list(compared.difference.interval)},
        "p": compared.p,
        "seconds": _measure(compared.seconds),
        "steps": _measure(compared.steps),
        "differing": [
            {"id": pair.id, "before": pair.before.status.value, "after": pair.after.status.value}
            for pair in compared.differing
        ],
        "per_task": [_pair(pair) for pair in compared.pairs],
        "missing_before": list(compared.only_after),
        "missing_after": list(compared.only_before),
    }


def _share(successes: int, trials: int) -> dict[str, Any]:
    rate = successes / trials if trials else None
    return {"reached": successes, "rate": rate, "interval": list(wilson(successes, trials))}


def _measure(measure: Measure | None) -> dict[str, Any] | None:
    if measure is None:
        return None
    return {
        "pairs": measure.pairs,
        "median_before": measure.before,
        "median_after": measure.after,
        "median_difference": measure.difference.value,
        "interval": [edge if math.isfinite(edge) else None for edge in measure.difference.interval],
        "p": measure.p,
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {"id": pair.id, "before": _side(pair.before), "after": _side(pair.after)}


def _side(result: Result) -> dict[str, Any]:
    steps = sum(attempt.steps for attempt in result.attempts)
    return {"status": result.status.value, "seconds": round(result.seconds, 3), "steps": steps}


def _sentences(compared: Comparison) -> list[str]:
    judged, low, high = compared.judged, *compared.difference.interval
    lines = [f"{len(compared.pairs)} tasks are in both runs, and {judged.pairs} of them say something of the agent."]
    if judged.pairs:
        lines.append(
            f"Success: {_rate(judged.first, judged.pairs)} before, {_rate(judged.second, judged.pairs)} after; "
            f"difference {100 * compared.difference.value:+.1f} points (95 % interval {100 * low:+.1f} to "
            f"{100 * high:+.1f}), {judged.only_second} won and {judged.only_first} lost, {chance(compared.p)}."
        )
    for name, unit, measure in (("Time", " s", compared.seconds), ("Steps", "", compared.steps)):
        if measure:
            lines.append(f"{name}: {_took(measure, unit)}.")
    for missing, where in ((compared.only_before, "first"), (compared.only_after, "second")):
        if missing:
            lines.append(f"Only in the {where} run: {_named(missing)}.")
    return lines


def _took(measure: Measure, unit: str) -> str:
    low, high = measure.difference.interval
    return (
        f"median {measure.before:.1f}{unit} before, {measure.after:.1f}{unit} after, over the {measure.pairs} tasks "
        f"that reached their goal in both; median difference {measure.difference.value:+.1f}{unit} (95 % interval "
        f"{low:+.1f} to {high:+.1f}), {chance(measure.p)}"
    )


def _rate(successes: int, trials: int) -> str:
    return f"{successes}/{trials} ({100 * successes / trials:.0f} %)"


def chance(p: float) -> str:
    """Return a p-value as it is read."""
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}"


def _named(ids: Sequence[str], most: int = 5) -> str:
    more = f" and {len(ids) - most} more" if len(ids) > most else ""
    return printable(", ".join(ids[:most])) + more


def _table(pairs: Sequence[Pair]) -> Table:
    table = Table("task", "before", "after", "why", box=None, padding=(0, 2, 0, 0), header_style="bold")
    for pair in pairs:
        statuses = (Text(side.status.value, style=_STYLES[is_reached(side)]) for side in (pair.before, pair.after))
        table.add_row(Text(printable(pair.id)), *statuses, Text(printable(pair.after.reason or pair.before.reason)))
    return table

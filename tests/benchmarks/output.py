"""How every benchmark prints: a table for people and, with --json, one JSON object on the last line."""

import argparse
import json
import statistics
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table


def wants_json(description: str) -> bool:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--json", action="store_true", help="print one JSON object on the last line")
    return bool(parser.parse_args().json)


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table; numbers are written as they are given."""
    table = Table(title=title)
    for column in columns:
        table.add_column(column, justify="left" if column == columns[0] else "right")
    for row in rows:
        table.add_row(*(f"{cell:.1f}" if isinstance(cell, float) else str(cell) for cell in row))
    Console().print(table)


def print_json(figures: Mapping[str, object]) -> None:
    """Print the figures on one line."""
    print(json.dumps(figures))


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the value that `percent` of 100 do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]

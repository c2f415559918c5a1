"""`deskhand score --list`: what each benchmark needs, and what was published for it."""

import json
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from tasks.recorded.catalogue import BENCHMARKS, ON_REQUEST
from tasks.recorded.figures import LOOKED_AT, figures_for, without_figures
from ui.cli.score.view import in_words


def list_benchmarks(*, as_json: bool) -> None:
    """Print the benchmarks, for people or as one JSON object by their names."""
    if as_json:
        print(json.dumps(_as_data(), ensure_ascii=False))  # noqa: T201
    else:
        _show(Console(highlight=False))


def _as_data() -> dict[str, object]:
    return {
        benchmark.name: {
            **asdict(benchmark.card),
            "published": [figure.model_dump() for figure in figures_for(benchmark.name)],
            "none_found": without_figures(benchmark.name),
            "looked_at": LOOKED_AT,
        }
        for benchmark in (*BENCHMARKS, *ON_REQUEST)
    }


def _show(console: Console) -> None:
    """Show each benchmark: what it needs, how big it is, its licence, and what was published for it."""
    for benchmark in (*BENCHMARKS, *ON_REQUEST):
        card = benchmark.card
        table = Table.grid(padding=(0, 2))
        for label, text in (
            ("measures", card.measures),
            ("needs", card.needs),
            ("size", card.size),
            ("licence", card.licence),
            ("source", card.source),
            ("metric", card.metric),
            *(("as published", defect) for defect in card.defects),
            *((figure.model, in_words(figure)) for figure in figures_for(benchmark.name)),
            ("no figure of", ", ".join(without_figures(benchmark.name))),
        ):
            if text:
                table.add_row(f"  {label}", text)
        console.print(f"{benchmark.name}: {card.title}", style="bold", markup=False)
        console.print(table, markup=False)
    console.print(f"Figures were looked for in {'; '.join(LOOKED_AT)}, as they stood in 2026, and nowhere else.")

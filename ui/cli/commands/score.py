"""`deskhand score` as it is typed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from agent.grounding.way import PLAIN
from tasks.recorded.options import History, Metric
from ui.cli.commands.options import AsJson, Dialect, Grounding, Model, taking


@dataclass(frozen=True)
class ScoreArguments:
    """What was typed."""

    data: Annotated[
        str,
        typer.Argument(metavar="DATA", help="The folder of a benchmark as it is published; NAME:FOLDER says which."),
    ] = ""
    model: Model = "reader"
    dialect: Dialect = None
    name: Annotated[str, typer.Option("--as", help="Which benchmark DATA is, where its files do not tell.")] = ""
    limit: Annotated[int | None, typer.Option(min=1, help="Only so many steps: the first ones.")] = None
    seed: Annotated[int | None, typer.Option(help="With --limit, steps by chance, the same for the same seed.")] = None
    workers: Annotated[
        str,
        typer.Option(
            help="How many are asked about at once: a number, or 50% of the cores. A served model batches them; a "
            "local GLM writes one reply at a time, into the one cache that it has."
        ),
    ] = "1"
    history: Annotated[
        History, typer.Option(help="What the model is told of earlier steps: what was right, or its own answers.")
    ] = "gold"
    grounding: Grounding = PLAIN
    metric: Annotated[Metric, typer.Option(help="The authors' own rule, or one of GLM's rewards.")] = "own"
    as_published: Annotated[bool, typer.Option("--as-published", help="With the defects of the published scorer.")] = (
        False
    )
    predictions: Annotated[
        Path | None, typer.Option(help="Score these answers, and ask no model.", show_default=False)
    ] = None
    resume: Annotated[
        Path | None,
        typer.Option(help="Go on in this folder, or begin one; with --predictions, report there.", show_default=False),
    ] = None
    root: Annotated[Path, typer.Option(help="Where folders of scores are made.")] = Path("deskhand-scores")
    list_only: Annotated[
        bool, typer.Option("--list", help="Say what each benchmark needs, and what was published.")
    ] = False
    as_json: AsJson = False


@taking(ScoreArguments)
def score(given: ScoreArguments) -> None:
    """Replay recorded benchmark tasks through the real prompt and parser, and score them as their authors do.

    Exit codes: 0 scored; 2 wrong usage; 3 stopped by you; 4 the model failed.
    """
    from ui.cli.failures import one_sentence
    from ui.cli.score.listing import list_benchmarks
    from ui.cli.score.score import run_score

    with one_sentence():
        if given.list_only:
            list_benchmarks(as_json=given.as_json)
        else:
            raise typer.Exit(run_score(given))

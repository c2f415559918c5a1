"""`deskhand export` as it is typed."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ui.cli.commands.options import AsJson


def export(
    source: Annotated[
        str,
        typer.Argument(metavar="SOURCE", help="A recorded run or a folder of them, results, a score, or a benchmark."),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write the data to; it is made.")],
    dialect: Annotated[
        Literal["json", "pc", "web"] | None,
        typer.Option(help="How GLM is to write actions: as the run did, else json."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also steps of runs that failed, and wrong answers of a score.")
    ] = False,
    min_score: Annotated[
        float, typer.Option(min=0, max=1, help="Of a score: the steps that are worth so much, or more.")
    ] = 1.0,
    thoughts: Annotated[bool, typer.Option(help="With what the model thought, or with empty thoughts.")] = True,
    limit: Annotated[int | None, typer.Option(min=1, help="Only so many examples: the first ones.")] = None,
    check: Annotated[
        str, typer.Option(metavar="CHECKPOINT", help="Build each example's tokens with this checkpoint's template.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Write what went well as data to fine-tune GLM-4.1V on, for LLaMA-Factory and ms-swift.

    Pictures go in as they were seen: look through them where a screen may have shown what nobody else is to see.
    """
    from tasks.export.recordings import Wanted
    from ui.cli.export import export_examples
    from ui.cli.failures import one_sentence

    with one_sentence():
        wanted = Wanted(dialect or "", everything, thoughts, min_score)
        export_examples(source, out, wanted, limit=limit, check=check, as_json=as_json)

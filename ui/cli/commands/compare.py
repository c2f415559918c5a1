"""`deskhand compare` and `deskhand merge` as they are typed."""

from pathlib import Path
from typing import Annotated

import typer

from ui.cli.commands.options import AsJson


def compare(
    before: Annotated[Path, typer.Argument(metavar="RUN_A", help="A folder of results, or of a score.")],
    after: Annotated[Path, typer.Argument(metavar="RUN_B", help="Another one, of the same tasks or data.")],
    seed: Annotated[int, typer.Option(help="Of the bootstrap: the same gives the same intervals.")] = 0,
    html: Annotated[
        Path | None, typer.Option(help="Of two scores: write them side by side as this page.", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say what differs between two runs of the same tasks, or two scores, and whether it is more than chance."""
    from ui.cli.failures import one_sentence
    from ui.cli.score.compare import are_scores, compare_scores
    from ui.cli.suite.compare import compare_runs

    with one_sentence():
        if are_scores(before, after, html):
            compare_scores(before, after, seed=seed, html=html, as_json=as_json)
        else:
            compare_runs(before, after, seed=seed, as_json=as_json)


def merge(
    folders: Annotated[list[Path], typer.Argument(metavar="DIR...", help="Folders of results.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to join them in; it is made.")],
) -> None:
    """Join the results of several folders, such as the shards of one run; of each task the newest result counts."""
    from ui.cli.failures import one_sentence
    from ui.cli.suite.merge import merge_results

    with one_sentence():
        merge_results(folders, out)

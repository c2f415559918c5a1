"""`deskhand show` and `deskhand report` as they are typed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from ui.cli.commands.options import taking
from ui.wording import Language


@dataclass(frozen=True)
class ShowArguments:
    """What was typed."""

    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="A folder of results, of one recorded run, or of a score.")
    ] = None
    task: Annotated[str, typer.Argument(metavar="TASK", help="With --animation: a part of one task's name.")] = ""
    animation: Annotated[
        bool, typer.Option("--animation", help="Write one animated picture (WebP) instead of the page.")
    ] = False
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file to write, if not in DIR.", show_default=False)
    ] = None
    root: Annotated[Path, typer.Option(help="Where the newest results are looked for.")] = Path("deskhand-results")
    language: Annotated[
        Language | None, typer.Option(help="en or zh; your terminal's by default.", show_default=False)
    ] = None
    opens: Annotated[bool, typer.Option("--open/--no-open", help="Show it in the browser.")] = True


@taking(ShowArguments)
def show(given: ShowArguments) -> None:
    """Show the results in DIR, or the newest ones, in the browser."""
    from ui.cli.failures import one_sentence
    from ui.cli.show import show_results

    with one_sentence():
        show_results(given)


def report(
    run: Annotated[Path, typer.Argument(help="The folder of a recorded run.", show_default=False)],
    out: Annotated[
        Path | None, typer.Option(help="Where to write the page; report.html in the folder.", show_default=False)
    ] = None,
) -> None:
    """Write one run as a self-contained HTML page."""
    from ui.cli.failures import one_sentence
    from ui.report.page import write_report

    with one_sentence():
        typer.echo(write_report(run, out))

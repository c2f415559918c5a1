"""`deskhand demo` as it is typed."""

from pathlib import Path
from typing import Annotated

import typer


def demo(
    out: Annotated[Path | None, typer.Option(help="Folder for the recording; it is made.", show_default=False)] = None,
) -> None:
    """Write and save a note in a text editor on a virtual display, and check the file."""
    from ui.cli.goal.demo import run_demo

    raise typer.Exit(run_demo(out))

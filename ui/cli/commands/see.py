"""`deskhand see` as it is typed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from ui.cli.commands.options import AsJson, Display, taking


@dataclass(frozen=True)
class SeeArguments:
    """What was typed."""

    image: Annotated[
        Path | None, typer.Argument(metavar="IMAGE", help="A picture to look at in place of the screen.")
    ] = None
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Where to draw it; screen-seen.png, or IMAGE's name with -seen.")
    ] = None
    display: Display = "here"
    monitor: Annotated[int, typer.Option(min=0, help="Monitor number from 1; 0 is the whole desktop.")] = 1
    as_json: AsJson = False


@taking(SeeArguments)
def see(given: SeeArguments) -> None:
    """Show what stands on the screen, or on IMAGE: its text, controls and icons with their labels and states."""
    from ui.cli.failures import one_sentence
    from ui.cli.see import see_screen

    with one_sentence():
        see_screen(given)

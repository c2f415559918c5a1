"""`deskhand doctor` as it is typed."""

import typer

from ui.cli.commands.options import Display


def doctor(display: Display = "here") -> None:
    """Check what a run needs on this machine, with a cure beside each fault."""
    from ui.cli.doctor import run_doctor

    raise typer.Exit(run_doctor(display))

"""`deskhand panel` as it is typed."""

import typer


def panel() -> None:
    """Open the panel: run goals in a window, watch, approve and stop."""
    from ui.cli.failures import one_sentence
    from ui.panel.app import run_panel

    with one_sentence():
        raise typer.Exit(run_panel())

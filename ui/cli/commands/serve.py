"""`deskhand serve` as it is typed."""

from typing import Annotated

import typer


def serve(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="glm[:FOLDER-OR-HUB-ID].")] = "glm",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Answer on this port of 127.0.0.1 too, to whoever knows its token.")
    ] = 0,
    idle: Annotated[
        float | None, typer.Option(min=1, help="Seconds after the last question when it frees the card and ends.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Say which engines there are.")] = False,
    stop: Annotated[bool, typer.Option("--stop", help="End them all.")] = False,
) -> None:
    """Hold a local model for all runs, the panel and task workers on this machine, which find it by themselves.

    They also start one when they need it. It answers on a socket of yours in the form of OpenAI's chat completions.
    """
    from ui.cli.failures import one_sentence
    from ui.cli.model.serve import list_engines, serve_model, stop_engines

    with one_sentence():
        if list_:
            list_engines()
        elif stop:
            stop_engines()
        else:
            raise typer.Exit(serve_model(model, port, idle))

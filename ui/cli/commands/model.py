"""`deskhand model` as it is typed."""

from pathlib import Path
from typing import Annotated

import typer

from model.glm.settings import DEFAULT_CHECKPOINT
from ui.cli.commands.options import AsJson

models = typer.Typer(help="See the models that are here, get a local GLM, and see what it needs.", no_args_is_help=True)


@models.command("list")
def list_models(as_json: AsJson = False) -> None:
    """Show the models that are here, as --model takes them: built in, downloaded, and held by local servers.

    Ollama, LM Studio, llama.cpp, vLLM and SGLang are asked on their usual ports.
    """
    from ui.cli.failures import one_sentence
    from ui.cli.model.listing import show_models

    with one_sentence():
        show_models(as_json=as_json)


@models.command()
def pull(
    model_id: Annotated[str, typer.Argument(help="The model's id on the hub.")] = DEFAULT_CHECKPOINT,
) -> None:
    """Download a model; a download that broke off goes on where it was."""
    from rich.console import Console

    from model.glm.weights.download import pull as download
    from ui.cli.failures import one_sentence
    from ui.cli.model.progress import shown_progress

    with one_sentence(), shown_progress(Console()) as on_progress:
        folder = download(model_id, on_progress)
    Console().print(str(folder), markup=False, highlight=False, soft_wrap=True)


@models.command()
def check(
    model: Annotated[
        str, typer.Argument(help="As --model says it; a folder or an id on the hub is a local GLM.")
    ] = f"glm:{DEFAULT_CHECKPOINT}",
    dialect: Annotated[str, typer.Option(help="How it is to write actions; its own way if not given.")] = "",
    size: Annotated[str, typer.Option(help="The screen on which targets are shown.")] = "1280x800",
    targets: Annotated[int, typer.Option(min=1, max=200, help="How many it is to click.")] = 16,
    picture: Annotated[Path, typer.Option(help="Where the picture of all clicks goes.")] = Path("model-check.png"),
    memory_only: Annotated[bool, typer.Option("--memory-only", help="Say only what a local GLM needs.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say whether a model fits, and whether it hits what it is told to click, on a virtual display, with a picture.

    Of a local GLM it first says what bf16, int8 and int4 weights need here with a screenshot of this screen, and how
    fast they are. What all misses have in common (a wrong canvas, swapped axes, …) is named.
    """
    from rich.console import Console

    from tasks.displays import parse_size
    from ui.cli.failures import WRONG_USAGE, one_sentence
    from ui.cli.model.aim import AimRequest, check_aim
    from ui.cli.model.memory import local_checkpoint, tell_memory

    with one_sentence():
        if checkpoint := local_checkpoint(model):
            fits = tell_memory(checkpoint, Console(stderr=as_json))
            if memory_only or not fits:
                raise typer.Exit(0 if fits else WRONG_USAGE)
        spec = f"glm:{checkpoint}" if checkpoint else model
        raise typer.Exit(check_aim(AimRequest(spec, dialect, parse_size(size), targets, picture, as_json)))

"""`deskhand model`: lists the models that are here, gets a local GLM, and says what it needs on this machine."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from model.glm.settings import DEFAULT_CHECKPOINT, GlmSettings
from model.glm.settings import Progress as OnProgress
from model.local_servers.engine import ENGINES
from ui.cli.failures import WRONG_USAGE, one_sentence

app = typer.Typer(help="See the models that are here, get a local GLM, and see what it needs.", no_args_is_help=True)

_DEFAULT_SCREEN = (1920, 1080)
_KINDS = ("reader", "scripted", "glm", "server", *ENGINES)


@app.command("list")
def list_models(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Show the models that are here, as --model takes them: built in, downloaded, and held by local servers.

    Ollama, LM Studio, llama.cpp, vLLM and SGLang are asked on their usual ports.
    """
    from model.available import available

    with one_sentence():
        found = available()
    if as_json:
        typer.echo(json.dumps({"models": [asdict(model) for model in found]}, ensure_ascii=False))
        return
    table = Table("--model", "family", "GiB", "context", "fits", "sees images")
    for model in found:
        size = f"{model.size / 2**30:.1f}" if model.size is not None else "?"
        context = str(model.context) if model.context is not None else "?"
        table.add_row(model.spec, model.family, size, context, _said(model.fits), _said(model.sees))
    console = Console(highlight=False)
    console.print(table)
    for note in dict.fromkeys(f"{model.spec.partition(':')[0]}: {model.note}" for model in found if model.note):
        console.print(note, markup=False)


def _said(answer: bool | None) -> str:
    return "?" if answer is None else "yes" if answer else "no"


@app.command()
def pull(
    model_id: Annotated[str, typer.Argument(help="The model's id on the hub.")] = DEFAULT_CHECKPOINT,
) -> None:
    """Download a model; a download that broke off goes on where it was."""
    from model.glm.weights.download import pull as download

    with one_sentence(), shown_progress(Console()) as on_progress:
        folder = download(model_id, on_progress)
    Console().print(str(folder), markup=False, highlight=False, soft_wrap=True)


@app.command()
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
    kind, _, source = model.partition(":")
    if kind not in _KINDS:
        kind, source = "glm", model
    with one_sentence():
        if kind == "glm":
            fits = _tell_memory(source or DEFAULT_CHECKPOINT, Console(stderr=as_json))
            if memory_only or not fits:
                raise typer.Exit(0 if fits else WRONG_USAGE)
        from tasks.displays import parse_size
        from ui.cli.model.aim import AimRequest, check_aim

        spec = f"glm:{source or DEFAULT_CHECKPOINT}" if kind == "glm" else model
        raise typer.Exit(check_aim(AimRequest(spec, dialect, parse_size(size), targets, picture, as_json)))


def _tell_memory(source: str, console: Console) -> bool:
    """Say what a local GLM needs on this machine; return whether it fits in some way."""
    from model.environment import settings_from
    from model.glm.weights.memory import check as check_memory
    from model.open import GLM_PREFIX

    settings = settings_from(os.environ, GlmSettings, GLM_PREFIX)
    found = check_memory(_screen_size(), settings, source)
    table = Table(title=f"{source}: GiB on the card, {found.image_tokens} tokens a screenshot")
    for column in ("weights", "size", "cache", "working", "in all", "tokens/s"):
        table.add_column(column, justify="right")
    for need in found.needs:
        sizes = (need.weights, need.cache, need.working, need.total)
        speed = f"{found.card.tokens_per_second(need):.0f}" if found.card else "?"
        kind = "bf16" if need.quantization == "none" else need.quantization
        table.add_row(kind, *(f"{size / 2**30:.1f}" for size in sizes), speed)
    console.print(table)
    console.print(found.sentence(), markup=False, highlight=False, soft_wrap=True)
    return found.choice is not None


@contextmanager
def shown_progress(console: Console) -> Iterator[OnProgress]:
    """Draw what is being done, and how far it is where that is known."""
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    progress = Progress(*columns, console=console, transient=True)
    task = progress.add_task("", total=None)

    def report(message: str, fraction: float | None) -> None:
        progress.start()  # not before there is something to tell
        progress.update(task, description=message, total=None if fraction is None else 1.0, completed=fraction or 0)

    try:
        yield report
    finally:
        progress.stop()


def _screen_size() -> tuple[int, int]:
    from agent.errors import DesktopError
    from agent.screen.screen import Screen

    try:
        with Screen() as screen:
            return screen.view.rect.width, screen.view.rect.height
    except DesktopError:
        return _DEFAULT_SCREEN

"""`deskhand model`: gets a local GLM, and says what it needs on this machine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from model.glm.settings import DEFAULT_CHECKPOINT, GlmSettings
from model.glm.settings import Progress as OnProgress
from ui.cli.failures import WRONG_USAGE, one_sentence

app = typer.Typer(help="Get a local GLM, and see what it needs here.", no_args_is_help=True)

_DEFAULT_SCREEN = (1920, 1080)


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
    source: Annotated[str, typer.Argument(help="A folder, or an id on the hub.")] = DEFAULT_CHECKPOINT,
) -> None:
    """Say what the card has, what bf16, int8 and int4 weights need with a screenshot of this screen, and how fast."""
    from model.environment import settings_from
    from model.glm.weights.memory import check as check_memory
    from model.open import GLM_PREFIX

    with one_sentence():
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
    Console().print(table)
    Console().print(found.sentence(), markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(0 if found.choice else WRONG_USAGE)


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
    from agent.screen import Screen

    try:
        with Screen() as screen:
            return screen.view.rect.width, screen.view.rect.height
    except DesktopError:
        return _DEFAULT_SCREEN

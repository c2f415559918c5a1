"""How far a model is that is downloaded or loaded, drawn in the terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from model.glm.settings import Progress as OnProgress


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

"""`deskhand watch` as it is typed."""

from pathlib import Path
from typing import Annotated

import typer

from ui.cli.commands.options import Grep, Model, MostAllowed, Retries, Solution, Tags, Timeout, Trust, Workers
from ui.cli.commands.run import RunArguments


def watch(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Task files, or folders of them.")],
    every: Annotated[str, typer.Option(help="Begin so often: 90s, 10m, 2h, 1d. Without it, when files change.")] = "",
    keep: Annotated[int, typer.Option(min=1, help="How many folders of results are kept.")] = 10,
    model: Model = "reader",
    grep: Grep = "",
    tags: Tags = None,
    workers: Workers = "1",
    retries: Retries = None,
    timeout: Timeout = None,
    root: Annotated[Path, typer.Option(help="Where folders of results are made, and removed.")] = Path(
        "deskhand-watch"
    ),
    policy: MostAllowed = None,
    trust: Trust = False,
    solution: Solution = False,
) -> None:
    """Carry out tasks again and again, by the clock or when their files change, and keep the last results.

    Ctrl+C ends it.
    """
    from ui.cli.failures import one_sentence
    from ui.cli.suite.watch import WatchArguments, read_period, watch_tasks

    with one_sentence():
        run = RunArguments(
            paths=paths,
            model=model,
            grep=grep,
            tags=tags,
            workers=workers,
            retries=retries,
            timeout=timeout,
            root=root,
            policy=policy,
            trust=trust,
            solution=solution,
        )
        raise typer.Exit(watch_tasks(WatchArguments(run, read_period(every) if every else None, keep)))

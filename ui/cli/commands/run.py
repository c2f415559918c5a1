"""`deskhand run` as it is typed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import typer

from agent.grounding.way import PLAIN
from ui.cli.commands.options import (
    AsJson,
    Grep,
    Model,
    MostAllowed,
    Retries,
    Solution,
    Tags,
    Timeout,
    Trust,
    Workers,
    taking,
)

DisplayName: TypeAlias = Literal["virtual", "here"]


@dataclass(frozen=True)
class RunArguments:
    """What was typed."""

    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Task files, folders of them, miniwob:NAME, or osworld:PATH."),
    ]
    model: Model = "reader"
    grounding: Annotated[str, typer.Option(help="As for `do`; of exact steps it changes nothing.")] = PLAIN
    list_only: Annotated[bool, typer.Option("--list", help="Show the tasks that are selected, and run none.")] = False
    grep: Grep = ""
    tags: Tags = None
    workers: Workers = "1"
    display: Annotated[
        DisplayName, typer.Option(help="virtual: one for each worker; here: your own desktop, which asks first.")
    ] = "virtual"
    ray: Annotated[str, typer.Option(help="Workers on the Ray cluster that this machine is a node of: HOST:PORT.")] = ""
    retries: Retries = None
    repeat_each: Annotated[int, typer.Option(min=1, max=10_000, help="Run each task so often.")] = 1
    exit_first: Annotated[bool, typer.Option("-x", help="Stop at the first failure.")] = False
    max_failures: Annotated[int, typer.Option(min=0, help="Stop after so many failures; 0 never.")] = 0
    shuffle: Annotated[bool, typer.Option(help="In an order by chance, the same for the same --seed.")] = False
    seed: Annotated[int, typer.Option(help="What the order by chance begins with.")] = 0
    shard: Annotated[str, typer.Option(help="One part of the tasks: 2/5.")] = "1/1"
    timeout: Timeout = None
    global_timeout: Annotated[float | None, typer.Option(min=1, help="Seconds for all of them.")] = None
    last_failed: Annotated[bool, typer.Option(help="Only what failed in the newest results in ROOT.")] = False
    fail_on_flaky: Annotated[bool, typer.Option(help="A task that passed only when tried again is a failure.")] = False
    resume: Annotated[Path | None, typer.Option(help="Go on in these results: what is finished is skipped.")] = None
    root: Annotated[Path, typer.Option(help="Where folders of results are made.")] = Path("deskhand-results")
    policy: MostAllowed = None
    trust: Trust = False
    solution: Solution = False
    debug: Annotated[bool, typer.Option(help="Stop at a mismatch: mend the screen or the step, and go on.")] = False
    seeds: Annotated[str | None, typer.Option(help="For miniwob:NAME: the first and the last seed, 0-4.")] = None
    timed: Annotated[bool, typer.Option(help="For miniwob:NAME: the page's own time limit holds.")] = False
    as_json: AsJson = False


@taking(RunArguments)
def run(given: RunArguments) -> None:
    """Carry out tasks, each on a display and in a home of its own, and judge them by the machine's state.

    Exit codes: 0 all passed; 1 some failed; 2 wrong usage; 3 stopped by you.
    """
    from ui.cli.failures import one_sentence
    from ui.cli.suite.request import run_tasks

    with one_sentence():
        raise typer.Exit(run_tasks(given))

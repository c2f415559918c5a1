"""`deskhand do` as it is typed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from agent.control.watcher import DEFAULT_STOP_KEY
from agent.grounding.way import PLAIN
from agent.recording import Limits
from model.open import KINDS
from ui.cli.commands.options import AsJson, Dialect, Display, Grounding, taking


@dataclass(frozen=True)
class DoArguments:
    """What was typed."""

    goal: Annotated[str, typer.Argument(metavar="GOAL", help="What to do, in plain language.", show_default=False)]
    model: Annotated[str, typer.Option(help=f"{KINDS}; `deskhand model list` shows what is here.")] = "reader"
    dialect: Dialect = None
    grounding: Grounding = PLAIN
    elements: Annotated[
        bool, typer.Option("--elements", help="Also tell the model in words what was read on the screen, and where.")
    ] = False
    prompt: Annotated[
        Path | None,
        typer.Option(help="Your own Jinja template in place of the built-in prompt.", show_default=False),
    ] = None
    display: Display = "here"
    monitor: Annotated[int, typer.Option(help="Monitor number from 1; 0 is the whole desktop.")] = 1
    window: Annotated[str, typer.Option(help="Look at one window only: part of its title.", show_default=False)] = ""
    open_application: Annotated[
        str, typer.Option("--open", help="Open this application first.", show_default=False)
    ] = ""
    max_steps: Annotated[int, typer.Option(min=1, help="End the run after so many steps.")] = Limits().max_steps
    max_seconds: Annotated[float, typer.Option(min=1, help="End the run after so many seconds.")] = Limits().max_seconds
    stop_key: Annotated[str, typer.Option(help="Stops the run from anywhere.")] = DEFAULT_STOP_KEY
    policy: Annotated[
        Path | None,
        typer.Option(help="A YAML file that says what to allow, to ask about and to refuse.", show_default=False),
    ] = None
    approve: Annotated[bool, typer.Option("--approve", help="Ask before every step.")] = False
    out: Annotated[Path | None, typer.Option(help="Folder for the recording; it is made.", show_default=False)] = None
    as_json: AsJson = False


@taking(DoArguments)
def do(given: DoArguments) -> None:
    """Operate the screen until GOAL is reached.

    Exit codes: 0 reached; 1 not reached (infeasible, stuck, a limit); 2 wrong usage or set-up; 3 stopped by you;
    4 the model failed.
    """
    from ui.cli.goal.do import do_goal

    raise typer.Exit(do_goal(given))

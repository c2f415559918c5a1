"""`deskhand do`: one goal on one display."""

import json
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from agent.endings import Ending
from agent.errors import DesktopError, RecordingError
from agent.recording import Recording, new_run_folder
from agent.settings import RunSettings
from tasks.displays import use_display
from ui.cli.failures import exit_code, one_sentence
from ui.cli.goal.running import run_in_terminal
from ui.cli.terminal.listener import can_ask


@dataclass(frozen=True)
class DoRequest:
    """What the command line asked for."""

    goal: str
    model: str
    display: str
    out: Path | None
    as_json: bool
    settings: RunSettings


def do_goal(request: DoRequest) -> int:
    """Run the goal; return the exit code."""
    console = Console(quiet=request.as_json)
    folder = request.out or new_run_folder()
    with one_sentence():
        if not request.goal.strip():
            raise DesktopError("The goal is empty: say what to do.")
        if request.settings.approve_each and not can_ask(console):
            raise DesktopError("--approve asks in the terminal, and nobody can be asked here.")
        with use_display(request.display):
            ending = run_in_terminal(request.goal, request.model, folder, request.settings, console)
    if request.as_json:
        print(json.dumps(_summary(request.goal, ending, folder), ensure_ascii=False))  # noqa: T201
    return exit_code(ending)


def _summary(goal: str, ending: Ending, folder: Path) -> dict[str, object]:
    try:
        steps = len(Recording(folder).steps)
    except RecordingError:  # it was stopped before one was begun
        steps = None
    return {
        "goal": goal,
        "ending": ending.kind,
        "reached": ending.reached,
        "message": ending.message,
        "steps": steps or 0,
        "recording": None if steps is None else str(folder),
    }

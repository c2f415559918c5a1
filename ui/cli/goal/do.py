"""`deskhand do`: one goal on one display."""

import json
from pathlib import Path

from rich.console import Console

from actions.policy.file import load_policy
from actions.policy.policy import Policy
from agent.endings import Ending
from agent.errors import DesktopError, RecordingError
from agent.grounding.way import Way
from agent.recording import Limits, Recording, new_run_folder
from agent.settings import RunSettings
from tasks.displays import use_display
from ui.cli.commands.do import DoArguments
from ui.cli.failures import exit_code, one_sentence
from ui.cli.goal.running import run_in_terminal
from ui.cli.terminal.listener import can_ask


def do_goal(given: DoArguments) -> int:
    """Run the goal; return the exit code."""
    console = Console(quiet=given.as_json)
    with one_sentence():
        settings = _settings(given)
        folder = given.out or new_run_folder()
        if not given.goal.strip():
            raise DesktopError("The goal is empty: say what to do.")
        if given.approve and not can_ask(console):
            raise DesktopError("--approve asks in the terminal, and nobody can be asked here.")
        with use_display(given.display):
            ending = run_in_terminal(given.goal, given.model, folder, settings, console)
    if given.as_json:
        print(json.dumps(_summary(given.goal, ending, folder), ensure_ascii=False))  # noqa: T201
    return exit_code(ending)


def _settings(given: DoArguments) -> RunSettings:
    """Return how the run goes. Raises `GroundingError` or `PolicyError` for what cannot be."""
    return RunSettings(
        monitor=given.monitor,
        window=given.window,
        open_application=given.open_application,
        dialect=given.dialect or "",
        grounding=str(Way.parse(given.grounding)),
        elements=given.elements,
        template=given.prompt,
        limits=Limits(max_steps=given.max_steps, max_seconds=given.max_seconds),
        stop_key=given.stop_key,
        policy=load_policy(given.policy) if given.policy else Policy(),
        approve_each=given.approve,
    )


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

"""Plays the solutions of the suites' tasks in real workers, whole or without their key steps."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest

from actions.applications.launching import find_application
from actions.errors import UnknownApplicationError
from actions.policy.policy import Policy, Verdict
from tasks.runner.pool import Pool
from tasks.runner.records import Job, Result
from tasks.task import Task
from tasks.task.set_up import OpenedApplication
from tests.tasks.runner.running import Silent

SUITES = Path(__file__).parents[3] / "tasks" / "suites"
ALLOWED = Policy(commit=Verdict.ALLOW, discard=Verdict.ALLOW, remove=Verdict.ALLOW, open_app=Verdict.ALLOW)


def play(tasks: Sequence[Task], folder: Path, *, without_key_steps: bool = False) -> dict[str, Result]:
    """Return how the solutions went, by the tasks' ids."""
    jobs = [
        Job(task=task, policy=ALLOWED, trusted=True, play_solution=True, without_key_steps=without_key_steps)
        for task in tasks
    ]
    return {result.id: result for result in Pool(folder, 2, Silent(), retries=0).results(jobs, Event())}


def require_applications(task: Task) -> None:
    """Skip where an application is missing, and say how to get it."""
    for launch in task.set_up.launch:
        if isinstance(launch, OpenedApplication):
            try:
                find_application(launch.open)
            except UnknownApplicationError:
                pytest.skip(f"{launch.open} is not installed: `.ci/system-packages suites` does so")

"""What does not match is mended by the person, and the task goes on where it was: `--debug`."""

from pathlib import Path
from typing import Literal, TypeAlias, get_args

import yaml
from pydantic import BaseModel

from agent.screen.screen import Monitor, Screen
from tasks.runner.person import AskingProgress
from tasks.task import FileMistake, Task, TaskFileError, read_task_file, reasons_for_trust

Choice: TypeAlias = Literal["retry", "edit", "skip", "quit"]
"""Do it again, read the file again and do it as it says now, go on without it, or give up."""


class Mender:
    """Asks the person what is to become of a mismatch. `trusted` says whether the task may run code."""

    def __init__(self, progress: AskingProgress, *, trusted: bool) -> None:
        self._progress, self._trusted = progress, trusted
        self.count = 0
        """How often something was mended."""

    def mended(self, reason: str, what: object, task: Task) -> tuple[Choice, Task]:
        """Show what does not match; return what the person chose, and the task as it is to go on."""
        told = f"{reason}\n{_written(what)}".rstrip()
        while True:
            choice = self._ask(told)
            self.count += choice != "quit"
            if choice != "edit":
                return choice, task
            try:
                return choice, self._read_again(task)
            except TaskFileError as error:
                told = str(error)

    def _ask(self, told: str) -> Choice:
        with Screen(Monitor(0)) as screen:
            observation, _ = screen.observe()
        answer = self._progress.mismatch(told, observation.image)
        return next((choice for choice in get_args(Choice) if choice == answer), "quit")

    def _read_again(self, task: Task) -> Task:
        """Return the same run as its file says it now. Raises `TaskFileError`."""
        runs = read_task_file(Path(task.file))
        again = next((run for run in runs if (run.row, run.seed) == (task.row, task.seed)), None)
        if again is None:
            raise _refusal(task, "The run that goes on is not in the file any more.")
        new = [reason for reason in reasons_for_trust(again) if reason not in reasons_for_trust(task)]
        if new and not self._trusted:
            raise _refusal(task, f"This needs trust: begin again with --trust. {new[0]}")
        return again


def _refusal(task: Task, sentence: str) -> TaskFileError:
    return TaskFileError([FileMistake(Path(task.file), 1, 1, sentence)])


def _written(what: object) -> str:
    """Return a step as its file may have it."""
    if not isinstance(what, BaseModel):
        return str(what)
    said = what.model_dump(mode="json", exclude_defaults=True)
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False, default_flow_style=True, width=1000).strip()

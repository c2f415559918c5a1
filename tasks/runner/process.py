"""One attempt in a process of its own: its job and its outcome are files of a folder, so nothing is lost with it.

Whatever the attempt starts ends with its process, and that ends with this one, however that happens.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from pydantic import ValidationError

from actions.processes.supervisor import start_supervised
from tasks.runner.home import make_home, make_short_folder
from tasks.runner.person import Person, Questions
from tasks.runner.progress import LastProgress
from tasks.runner.records import Attempt, Job, Status

JOB, OUTCOME, LOG, HOME = "job.json", "outcome.json", "worker.log", "home"

STOPPED, FULL = 3, os.EX_IOERR
"""How a worker exits that the person stopped, and one that could not write its outcome."""

_END_SECONDS = 10.0
_GRACE = 20.0  # seconds in which a worker ends by itself once its time is up, so that it tears down


class AttemptProcess:
    """A worker at one job. `seconds` is all that it may take, set-up and tear-down included, asking a person not.

    Raises `OSError` where the folder cannot be made, or the worker not be started.
    """

    def __init__(self, job: Job, folder: Path, seconds: float, person: Person | None = None) -> None:
        self.folder = folder = folder.absolute()  # for programs that work in another one
        folder.mkdir(parents=True, exist_ok=True)
        (folder / JOB).write_text(job.model_dump_json(indent=2), encoding="utf-8")
        self._short = make_short_folder()
        environment = make_home(folder / HOME, self._short, os.environ)
        command = [sys.executable, "-P", "-m", "tasks.runner.worker", str(folder)]
        command += [] if person else [str(seconds)]  # a person is waited for, and only here it is known how long
        self._started = time.monotonic()
        self._deadline = self._started + seconds + (0 if person else _GRACE)
        self._seconds, self._timed_out = seconds, False
        self._person, self._questions = person, Questions(folder)
        self._progress = LastProgress(folder)
        self._process = start_supervised(command, environment, owner=os.getpid(), scratch=self._short)

    def poll(self) -> Attempt | None:
        """Return how the attempt went once it is over, ending it when its time is."""
        if self._process.poll() is None:
            if self._person:
                self._ask(self._person)
            if time.monotonic() < self._deadline:
                return None
            self._timed_out = True
            self.end()
        if self._person and self._process.returncode == STOPPED:
            self._person.control.stop()
            return None
        return self._outcome()

    def end(self) -> None:
        """End the attempt, and all that it started."""
        self._process.terminate()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            shutil.rmtree(self._short, ignore_errors=True)  # which its supervisor does otherwise

    @property
    def doing(self) -> str:
        """What the worker said last of what it is doing."""
        return self._progress.doing

    def _ask(self, person: Person) -> None:
        """Put the worker's question, if it has one; what the person takes to answer is not the worker's time."""
        if question := self._questions.next():
            began = time.monotonic()
            self._questions.answer(person.answer(question, self.folder))
            self._deadline += time.monotonic() - began

    def _outcome(self) -> Attempt:
        seconds = time.monotonic() - self._started
        try:
            return Attempt.model_validate_json((self.folder / OUTCOME).read_text(encoding="utf-8"))
        except (OSError, ValidationError):
            if self._timed_out:
                return Attempt(status=Status.FAILED, cause="time", reason=too_long(self._seconds), seconds=seconds)
            if self._process.returncode == FULL:
                reason = f"The outcome could not be written to {self.folder}: is the disk full?"
                return Attempt(status=Status.ERROR, cause="machine", reason=reason, seconds=seconds)
            reason = f"The worker ended without an outcome (exit code {self._process.returncode}): see {LOG}."
            return Attempt(status=Status.ERROR, cause="worker", reason=reason, seconds=seconds)


def too_long(seconds: float) -> str:
    """Return the sentence about an attempt whose time was up."""
    return f"It was not over after {seconds:g} seconds, set-up included, and was ended."

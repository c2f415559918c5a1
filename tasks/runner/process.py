"""One attempt in a process of its own: its job and its outcome are files of a folder, so nothing is lost with it.

Whatever the attempt starts ends with its process, and that ends with this one, however that happens.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from pydantic import ValidationError

from actions.supervisor import start_supervised
from tasks.runner.home import make_home, make_short_folder
from tasks.runner.records import Attempt, Job, Status

JOB, OUTCOME, PROGRESS, LOG, HOME = "job.json", "outcome.json", "progress.jsonl", "worker.log", "home"

_END_SECONDS = 10.0


class AttemptProcess:
    """A worker at one job. `seconds` is all that it may take, set-up and tear-down included."""

    def __init__(self, job: Job, folder: Path, seconds: float) -> None:
        self.folder = folder = folder.absolute()  # for programs that work in another one
        folder.mkdir(parents=True, exist_ok=True)
        (folder / JOB).write_text(job.model_dump_json(indent=2), encoding="utf-8")
        self._short = make_short_folder()
        environment = make_home(folder / HOME, self._short, os.environ)
        command = [sys.executable, "-P", "-m", "tasks.runner.worker", str(folder)]
        self._started = time.monotonic()
        self._deadline = self._started + seconds
        self._seconds, self._timed_out = seconds, False
        self._process = start_supervised(command, environment, owner=os.getpid(), scratch=self._short)

    def poll(self) -> Attempt | None:
        """Return how the attempt went once it is over, ending it when its time is."""
        if self._process.poll() is None:
            if time.monotonic() < self._deadline:
                return None
            self._timed_out = True
            self.end()
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
        try:
            lines = (self.folder / PROGRESS).read_text(encoding="utf-8").splitlines()
        except OSError:
            return ""
        return str(json.loads(lines[-1])["doing"]) if lines else ""

    def _outcome(self) -> Attempt:
        seconds = time.monotonic() - self._started
        try:
            return Attempt.model_validate_json((self.folder / OUTCOME).read_text(encoding="utf-8"))
        except (OSError, ValidationError):
            if self._timed_out:
                reason = f"It was not over after {self._seconds:g} seconds, set-up included, and was ended."
                return Attempt(status=Status.FAILED, cause="time", reason=reason, seconds=seconds)
            reason = f"The worker ended without an outcome (exit code {self._process.returncode}): see {LOG}."
            return Attempt(status=Status.ERROR, cause="worker", reason=reason, seconds=seconds)

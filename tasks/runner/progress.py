"""What an attempt is doing, as lines of a file: the worker writes them, the runner reads the last."""

import json
from pathlib import Path

from agent.listener import RunListener
from agent.step import Step

PROGRESS = "progress.jsonl"


class Progress(RunListener):
    """Writes what the attempt is doing to a file, a line each."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / PROGRESS

    def says(self, doing: str) -> None:
        """Write one line."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"doing": doing}, ensure_ascii=False) + "\n")

    def on_step(self, step: Step) -> None:
        """Write what was done."""
        done = step.performed or step.action
        self.says(f"step {step.index}: {done.action_type if done else 'an unreadable reply'}")


class LastProgress:
    """Reads the file as it grows: each time only what is new, since it is asked for many times a second."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / PROGRESS
        self._read = 0
        self._doing = ""

    @property
    def doing(self) -> str:
        """What was said last; nothing where nothing was."""
        try:
            with self._path.open("rb") as file:
                file.seek(self._read)
                new = file.read()
        except OSError:  # it is not there yet
            return self._doing
        whole, end, _ = new.rpartition(b"\n")  # what comes after is still being written
        self._read += len(whole) + len(end)
        for line in reversed(whole.splitlines()):
            if doing := _said(line):
                self._doing = doing
                break
        return self._doing


def _said(line: bytes) -> str:
    """Return what a line says; nothing where a full disk cut it off."""
    try:
        said = json.loads(line)
    except ValueError:
        return ""
    return str(said.get("doing", "")) if isinstance(said, dict) else ""

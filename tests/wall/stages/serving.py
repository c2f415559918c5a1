"""What the windows' processes share: the log of what was activated, and answering the harness's commands.

Runs under the system's Python as well, which knows no package of ours but this folder.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any


class Log:
    """A file with one line for each thing that was really done."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)

    def __call__(self, line: str) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")


def next_command() -> dict[str, Any] | None:
    """Return the command that waits on the standard input; None at its end."""
    line = sys.stdin.readline()
    return json.loads(line) if line else None


def answer(value: object) -> None:
    print(json.dumps(value), flush=True)


def bare(label: str) -> str:
    """Return a label on one line, without the mark of its mnemonic."""
    return label.replace("&", "").replace("\n", " ")


class Patience:
    """Says until when to go on waiting."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def __bool__(self) -> bool:
        return time.monotonic() < self._end

"""Stages: what shows the windows of the cases, each a process of its own, as the harness sees it."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from actions.geometry import Rect
from tests.wall.moves import Places
from tests.wall.parts import Window

_ROOT = Path(__file__).parents[3]
_PATIENCE = 20.0

COMMANDS = {
    "qt": (sys.executable, "-m", "tests.wall.stages.qt_windows"),
    "gtk": ("/usr/bin/python3", "-m", "tests.wall.stages.gtk_windows"),  # where Debian's python3-gi is
}


class Stage(Protocol):
    """Shows one case's window after the other. A context manager."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def show(self, window: Window) -> None:
        """Show the window in place of the last, and wait until it has the focus."""

    def places(self) -> Places:
        """Return where everything on the window is."""

    def change(self, happens: Mapping[str, Any]) -> None:
        """Let something happen on the screen, and wait until it can be seen."""

    def take_log(self) -> list[str]:
        """Return, and forget, what was really done since the last call."""

    def clear(self) -> None:
        """Take the window away."""


class LogFile:
    """The lines that were appended to a file since they were last taken."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._taken = 0
        path.touch()

    def take(self) -> list[str]:
        lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        new, self._taken = lines[self._taken :], len(lines)
        return new


class ProcessStage:
    """A toolkit's windows, in a process that is told what to show. Implements `Stage`."""

    def __init__(self, command: tuple[str, ...], folder: Path) -> None:
        self._log = LogFile(folder / "windows.log")
        self._errors = folder / "errors.txt"
        with self._errors.open("w") as errors:
            self._process = subprocess.Popen(
                [*command, str(self._log.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                cwd=_ROOT,
                env={**os.environ, "PYTHONPATH": str(_ROOT), "NO_AT_BRIDGE": "1"},
                text=True,
            )

    def __enter__(self) -> Self:
        self._answer()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.terminate()
        self._process.wait(_PATIENCE)

    def show(self, window: Window) -> None:
        self._ask(do="show", window=window)

    def places(self) -> Places:
        return {label: Rect(*rect) for label, rect in self._ask(do="places").items()}

    def change(self, happens: Mapping[str, Any]) -> None:
        self._ask(**happens)

    def take_log(self) -> list[str]:
        self._ask(do="sync")
        return self._log.take()

    def clear(self) -> None:
        self._ask(do="clear")

    def _ask(self, **command: Any) -> Any:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout
        ready, _, _ = select.select([self._process.stdout], [], [], _PATIENCE)
        assert ready, f"the windows' process does not answer: {self._errors.read_text()}"
        line = self._process.stdout.readline()
        assert line, f"the windows' process has ended: {self._errors.read_text()}"
        return json.loads(line)

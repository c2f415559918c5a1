"""A window of our own in a process of its own, which reports the input that it gets as lines of JSON."""

import json
import selectors
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from actions.processes.environment import child_environment
from agent.errors import DesktopError

Event: TypeAlias = dict[str, Any]

WAIT_SECONDS = 10.0


class Probe:
    """The events of such a window."""

    def __init__(self, selector: selectors.BaseSelector) -> None:
        self._selector = selector

    def wait_for(self, name: str) -> Event:
        """Return the next event of that name. Raises `DesktopError` when none comes."""
        deadline = time.monotonic() + WAIT_SECONDS
        while ready := self._selector.select(max(0.0, deadline - time.monotonic())):
            line = ready[0][0].fileobj.readline()  # type: ignore[union-attr]
            if not line:
                break
            event: Event = json.loads(line)
            if event["event"] == name:
                return event
        raise DesktopError(
            f"The check's window reported no {name!r}: input does not reach windows, or Qt cannot start."
        )


@contextmanager
def probe_window(module: str, *arguments: str) -> Iterator[Probe]:
    """Show the window that `python -m module` is, until left."""
    command = [sys.executable, "-m", module, *arguments]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=child_environment()) as window,
        selectors.DefaultSelector() as selector,
    ):
        assert window.stdout is not None
        selector.register(window.stdout, selectors.EVENT_READ)
        try:
            yield Probe(selector)
        finally:
            window.terminate()

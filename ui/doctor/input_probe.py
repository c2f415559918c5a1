"""Does input reach a window, and land where the screenshot says? Shown with a real window and real input."""

import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from actions.executor import Executor
from actions.gate import Input
from actions.schema import Box, Click, PressKeys
from agent.control import RunControl
from agent.errors import DesktopError
from agent.screen import Frame, Screen
from agent.watcher import PersonWatcher
from ui.doctor.finding import Finding
from ui.probe_window import TARGET

_TARGET_COLOUR = np.uint32(TARGET[0] << 16 | TARGET[1] << 8 | TARGET[2])
_WAIT_SECONDS = 10.0
_TOLERANCE = 2.0  # pointer units


def check_input() -> list[Finding]:
    """Click the target of a window of our own and press a key in it."""
    control = RunControl()
    with _probe_window() as events, Screen() as screen, PersonWatcher(control, control.sent):
        _wait_for(events, "shown")
        place = _find_target(screen)
        executor = Executor(control)
        executor.leave_corner()
        executor.execute(Click(box_2d=place), screen.view)
        press = _wait_for(events, "press")
        executor.execute(PressKeys(keys=("k",)), screen.view)
        key = _wait_for(events, "key")
        return [_landing(press), _keyboard(key), _own_events(control)]


def _landing(press: dict[str, Any]) -> Finding:
    off = max(abs(press["dx"]), abs(press["dy"]))
    found = f"a click landed {off:.1f} from where the screenshot showed the target"
    cure = "Report this with your monitors' sizes and scaling; until then use one monitor at 100 %."
    return Finding("Mouse", off <= _TOLERANCE, found, cure)


def _keyboard(key: dict[str, Any]) -> Finding:
    cure = "The keyboard layout maps K elsewhere, or an input method is on: switch it to plain Latin."
    return Finding("Keyboard", key["text"].lower() == "k", f"pressing K wrote {key['text']!r}", cure)


def _own_events(control: RunControl) -> Finding:
    if control.sent.awaits(Input.KEY_DOWN):
        cure = "The stop key would not be heard either: allow input monitoring for this program."
        return Finding("Listening", False, "a key that was pressed was not heard", cure)
    mistaken = control.is_taken_over
    found = "own input was taken for a person's" if mistaken else "keys are heard, and own input is known as own"
    return Finding("Listening", not mistaken, found, "Leave mouse and keyboard alone during the check; run it again.")


def _find_target(screen: Screen) -> Box:
    deadline = time.monotonic() + _WAIT_SECONDS
    while time.monotonic() < deadline:
        frame = screen.frame()
        rows, columns = np.nonzero(frame == _TARGET_COLOUR)
        if rows.size:
            return _box(frame, rows, columns)
        time.sleep(0.05)
    raise DesktopError("The check's window does not show in the screenshot: allow screen recording for this program.")


def _box(frame: Frame, rows: np.ndarray, columns: np.ndarray) -> Box:
    height, width = frame.shape
    x1, x2 = columns.min() / width * 1000, (columns.max() + 1) / width * 1000
    y1, y2 = rows.min() / height * 1000, (rows.max() + 1) / height * 1000
    return Box(float(x1), float(y1), float(x2), float(y2))


@contextmanager
def _probe_window() -> Iterator[selectors.BaseSelector]:
    command = [sys.executable, "-m", "ui.probe_window"]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ.copy()) as window,
        selectors.DefaultSelector() as events,
    ):
        assert window.stdout is not None
        events.register(window.stdout, selectors.EVENT_READ)
        try:
            yield events
        finally:
            window.terminate()


def _wait_for(events: selectors.BaseSelector, name: str) -> dict[str, Any]:
    """Return the next event of that name."""
    deadline = time.monotonic() + _WAIT_SECONDS
    while ready := events.select(max(0.0, deadline - time.monotonic())):
        line = ready[0][0].fileobj.readline()  # type: ignore[union-attr]
        if not line:
            break
        event: dict[str, Any] = json.loads(line)
        if event["event"] == name:
            return event
    raise DesktopError(f"The check's window reported no {name!r}: input does not reach windows, or Qt cannot start.")

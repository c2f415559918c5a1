"""Does input reach a window, and land where the screenshot says? Shown with a real window and real input."""

import time

import numpy as np

from actions.executor import Executor
from actions.input.gate import Input
from actions.schema import Box, Click, PressKeys
from agent.control.run_control import RunControl
from agent.control.watcher import PersonWatcher
from agent.errors import DesktopError
from agent.screen.screen import Frame, Screen
from ui.doctor.finding import Finding
from ui.doctor.probe_process import WAIT_SECONDS, Event, probe_window
from ui.probe_window import TARGET

TOLERANCE = 2.0
"""How far from its target a click may land, in pointer units."""


def check_input() -> list[Finding]:
    """Click the target of a window of our own and press a key in it."""
    control = RunControl()
    with (
        probe_window("ui.probe_window") as probe,
        Screen() as screen,
        Executor(control) as executor,
        PersonWatcher(control, control.sent),
    ):
        probe.wait_for("shown")
        place = find_colour(screen, TARGET)
        executor.leave_corner()
        executor.execute(Click(box_2d=place), screen.view)
        press = probe.wait_for("press")
        executor.execute(PressKeys(keys=("k",)), screen.view)
        key = probe.wait_for("key")
        return [_landing(press), _keyboard(key), _own_events(control)]


def _landing(press: Event) -> Finding:
    off = max(abs(press["dx"]), abs(press["dy"]))
    found = f"a click landed {off:.1f} from where the screenshot showed the target"
    cure = "Report this with your monitors' sizes and scaling; until then use one monitor at 100 %."
    return Finding("Mouse", off <= TOLERANCE, found, cure)


def _keyboard(key: Event) -> Finding:
    cure = "The keyboard layout maps K elsewhere, or an input method is on: switch it to plain Latin."
    return Finding("Keyboard", key["text"].lower() == "k", f"pressing K wrote {key['text']!r}", cure)


def _own_events(control: RunControl) -> Finding:
    if control.sent.awaits(Input.KEY_DOWN):
        cure = "The stop key would not be heard either: allow input monitoring for this program."
        return Finding("Listening", False, "a key that was pressed was not heard", cure)
    mistaken = control.is_taken_over
    found = "own input was taken for a person's" if mistaken else "keys are heard, and own input is known as own"
    return Finding("Listening", not mistaken, found, "Leave mouse and keyboard alone during the check; run it again.")


def find_colour(screen: Screen, colour: tuple[int, int, int]) -> Box:
    """Return where that colour shows. Raises `DesktopError` when it does not come."""
    wanted = np.uint32(colour[0] << 16 | colour[1] << 8 | colour[2])
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        frame = screen.frame()
        rows, columns = np.nonzero(frame == wanted)
        if rows.size:
            return _box(frame, rows, columns)
        time.sleep(0.05)
    raise DesktopError("The check's window does not show in the screenshot: allow screen recording for this program.")


def _box(frame: Frame, rows: np.ndarray, columns: np.ndarray) -> Box:
    height, width = frame.shape
    x1, x2 = columns.min() / width * 1000, (columns.max() + 1) / width * 1000
    y1, y2 = rows.min() / height * 1000, (rows.max() + 1) / height * 1000
    return Box(float(x1), float(y1), float(x2), float(y2))

"""From the stop key to the last input: 50 stops in each phase of a step, seen by another process on the display.

A phase's latency is the time from just before the stop key's last key goes down to the last input event that the
display reports (0 when none came after), for a real run with the real mouse and keyboard.
"""

import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

from actions.input.gate import Input
from actions.schema import Action
from agent.control.run_control import RunControl
from agent.endings import StoppedByUser
from agent.listener import RunListener
from agent.run import run_goal
from agent.settings import RunSettings
from agent.step import Observation
from tasks.displays import use_display
from tests.benchmarks.output import percentile, print_json, print_table, wants_json
from tests.fakes import FakeModel

STOPS = 50
STOP_KEYS = ("Control_L", "Alt_L", "Escape")
QUIET_AFTERWARDS = 0.3  # seconds in which late input would show


@dataclass(frozen=True)
class Phase:
    """What the run is made to do, and when in it the stop comes."""

    name: str
    action: dict[str, object]
    moment: Callable[[], tuple[str, int, float]]
    """Returns (event, its count, seconds after it)."""


HERE, THERE = [[100, 500, 110, 510]], [[900, 500, 910, 510]]
PHASES = (
    Phase("thinking", {"action_type": "click", "box_2d": HERE}, lambda: ("thinking", 1, spread(0.25))),
    Phase("typing", {"action_type": "input_text", "text": "abcdefgh " * 10}, lambda: ("key down", upto(60), 0)),
    Phase(
        "dragging",
        {"action_type": "drag", "box_2d": HERE, "to_box_2d": THERE},
        lambda: ("move", upto(15), spread(0.01)),
    ),
    Phase("waiting", {"action_type": "wait", "seconds": 30}, lambda: ("acting", 1, spread(0.5))),
    Phase(
        "settling",
        {"action_type": "hover", "box_2d": HERE},
        lambda: ("acting", 1, 0.03 + spread(0.1)),
    ),
)


def spread(seconds: float) -> float:
    return random.uniform(0, seconds)


def upto(count: int) -> int:
    return random.randint(1, count)


class Moment:
    """Counts what happens in a run and lets the stopper know when its moment has come."""

    def __init__(self, event: str, count: int, delay: float) -> None:
        self.come = threading.Event()
        self.delay = delay
        self._event, self._count = event, count

    def happened(self, event: str) -> None:
        self._count -= event == self._event
        if self._count <= 0:
            self.come.set()


class WatchedControl(RunControl):
    """Tells the moment of each input."""

    def __init__(self, moment: Moment) -> None:
        super().__init__()
        self._moment = moment

    def sending(self, kind: Input, at: tuple[int, int] | None = None, name: str = "") -> None:
        super().sending(kind, at, name)
        self._moment.happened(kind.value)


class WatchedRun(RunListener):
    """Tells the moment of acting."""

    def __init__(self, moment: Moment) -> None:
        self._moment = moment

    def on_acting(self, action: Action, observation: Observation) -> None:
        self._moment.happened("acting")


class StopKey:
    """Presses the stop key on a connection of its own, as a person's keyboard would."""

    def __init__(self) -> None:
        self._display = Display()
        self._codes = [self._display.keysym_to_keycode(XK.string_to_keysym(name)) for name in STOP_KEYS]
        self.codes = {str(code) for code in self._codes}

    def press(self) -> float:
        """Press and release it; return when its last key was about to go down."""
        for code in self._codes[:-1]:
            self._send(X.KeyPress, code)
        pressed = time.monotonic()
        self._send(X.KeyPress, self._codes[-1])
        for code in reversed(self._codes):
            self._send(X.KeyRelease, code)
        return pressed

    def left_pressed(self) -> int:
        """Return how many keys and buttons are down."""
        keys = sum(int(byte).bit_count() for byte in self._display.query_keymap())
        buttons = self._display.screen().root.query_pointer().mask & (X.Button1Mask | X.Button2Mask | X.Button3Mask)
        return keys + int(buttons).bit_count()

    def _send(self, kind: int, code: int) -> None:
        xtest.fake_input(self._display, kind, code)
        self._display.sync()


def run_and_stop(phase: Phase, folder: Path, stop_key: StopKey) -> float:
    """Run the phase's action over and over until the stop; return when the stop key was pressed."""
    moment = Moment(*phase.moment())
    control = WatchedControl(moment)
    pressed: list[float] = []

    def stopper() -> None:
        moment.come.wait(20)
        time.sleep(moment.delay)
        pressed.append(stop_key.press())

    def think() -> None:
        """Think on for a while whatever happens, as a model that does not notice the stop."""
        moment.happened("thinking")
        time.sleep(0.3 if phase.name == "thinking" else 0)

    reply = f"<think></think><answer>Memory: \nReason: \nAction: {json.dumps(phase.action)}</answer>"
    thread = threading.Thread(target=stopper)
    thread.start()
    ending = run_goal("g", FakeModel(reply, while_thinking=think), folder, RunSettings(), control, WatchedRun(moment))
    thread.join()
    assert isinstance(ending, StoppedByUser), ending
    return pressed[0]


@contextmanager
def input_log(path: Path) -> Iterator[None]:
    with (
        path.open("w") as file,
        subprocess.Popen([sys.executable, "-m", "tests.input_log"], stdout=file) as process,
    ):
        while "listening" not in path.read_text():
            time.sleep(0.02)
        try:
            yield
        finally:
            process.terminate()


def last_input(path: Path, codes: set[str]) -> float:
    """Return when the display reported the last event that is not the stop key's."""
    events = [line.split() for line in path.read_text().splitlines()]
    own = [float(when) for when, kind, detail in events if not (kind.startswith("key") and detail in codes)]
    return own[-1]


def measure(phase: Phase, folder: Path, stop_key: StopKey) -> tuple[list[float], int]:
    """Return the latencies in milliseconds and how many keys and buttons were left pressed in all."""
    latencies, left = [], 0
    log = folder / f"{phase.name}.log"
    with input_log(log):
        for number in range(STOPS):
            pressed = run_and_stop(phase, folder / f"{phase.name}-{number}", stop_key)
            time.sleep(QUIET_AFTERWARDS)
            latencies.append(max(0.0, 1000 * (last_input(log, stop_key.codes) - pressed)))
            left += stop_key.left_pressed()
    return latencies, left


def main() -> None:
    as_json = wants_json(__doc__ or "")
    rows: list[tuple[str, float, float, float]] = []
    left_pressed = 0
    with tempfile.TemporaryDirectory() as folder, use_display("virtual"):
        stop_key = StopKey()
        for phase in PHASES:
            latencies, left = measure(phase, Path(folder), stop_key)
            left_pressed += left
            rows.append((phase.name, percentile(latencies, 50), percentile(latencies, 99), max(latencies)))
    print_table(f"stop key to last input, {STOPS} stops a phase, milliseconds", ("phase", "p50", "p99", "max"), rows)
    if as_json:
        print_json({"max_ms": round(max(row[3] for row in rows), 2), "left_pressed": left_pressed})


if __name__ == "__main__":
    main()

"""What a step costs beside the model: 200 clicks at 1920x1080, on an editor's window and amid text, answered instantly.

`overhead` is everything but thinking and settling, measured from outside: also the recording and the bookkeeping.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from agent.control.run_control import RunControl
from agent.endings import LimitReached
from agent.listener import RunListener
from agent.recording import Limits
from agent.run import run_goal
from agent.settings import RunSettings
from agent.step import Observation, Step
from model.scripted import ScriptedModel
from tasks.displays import use_display
from tests.benchmarks.output import percentile, print_json, print_table, wants_json

STEPS = 200
PHASES = ("capture", "prompt", "parse", "judge", "act", "settle")


class StepTimes(RunListener):
    """Measures each whole step from the outside, and keeps what it says of itself."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.whole: list[float] = []
        self._last = 0.0

    def on_observed(self, index: int, observation: Observation) -> None:
        if not self._last:
            self._last = time.perf_counter()

    def on_step(self, step: Step) -> None:
        now = time.perf_counter()
        self.steps.append(step)
        self.whole.append(now - self._last)
        self._last = now

    def overheads(self) -> list[float]:
        """Return seconds a step beside thinking and settling; the first step lacks its capture and is left out."""
        beside = [s.timings.think + s.timings.settle for s in self.steps]
        return [whole - rest for whole, rest in zip(self.whole, beside, strict=True)][1:]


def click(x: float, y: float) -> str:
    box = [round(x), round(y), round(x) + 4, round(y) + 4]
    action = json.dumps({"action_type": "click", "box_2d": [box]})
    return f"<think></think><answer>Memory: {box}\nReason: next\nAction: {action}</answer>"


def on_a_grid(number: int) -> str:
    return click(100 + 20 * (number % 20), 300 + 20 * (number // 20))


def on_every_line(number: int) -> str:
    return click(40 + number * 37 % 400, 20 + 940 * number / STEPS)


@contextmanager
def editor() -> Iterator[RunSettings]:
    """Let the run open an editor, and click mostly beside words."""
    yield RunSettings(open_application="mousepad", limits=Limits(max_steps=STEPS))


@contextmanager
def full_of_text() -> Iterator[RunSettings]:
    """Show a screen full of text: there every click has to be read before it is judged."""
    command = [sys.executable, "-m", "tests.benchmarks.text_window"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as window:
        assert window.stdout is not None
        window.stdout.readline()
        try:
            yield RunSettings(limits=Limits(max_steps=STEPS))
        finally:
            window.terminate()


SCREENS = {"an editor": (editor, on_a_grid), "a screen full of text": (full_of_text, on_every_line)}


def measure(screen: str) -> StepTimes:
    shown, click_at = SCREENS[screen]
    times = StepTimes()
    with tempfile.TemporaryDirectory() as folder, shown() as settings:
        model = ScriptedModel([click_at(number) for number in range(STEPS)])
        ending = run_goal("click in Mousepad", model, Path(folder) / "run", settings, RunControl(), times)
    assert isinstance(ending, LimitReached), ending
    return times


def overheads_ms(screen: str) -> list[float]:
    """Measure on a screen, show the phases, and return what each step cost beside thinking and settling."""
    times = measure(screen)
    overheads = [1000 * seconds for seconds in times.overheads()]
    rows: list[tuple[str, float, float]] = []
    for phase in PHASES:
        spent = [1000 * getattr(step.timings, phase) for step in times.steps]
        rows.append((phase, statistics.median(spent), percentile(spent, 99)))
    rows.append(("all but think and settle", statistics.median(overheads), percentile(overheads, 99)))
    print_table(f"{STEPS} click steps at 1920x1080 on {screen}, milliseconds", ("phase", "median", "p99"), rows)
    return overheads


def main() -> None:
    as_json = wants_json(__doc__ or "")
    with use_display("virtual:1920x1080"):
        beside, amid = (overheads_ms(screen) for screen in SCREENS)
    if as_json:
        print_json(
            {
                "overhead_ms_median": round(statistics.median(beside), 2),
                "overhead_ms_p99": round(percentile(beside, 99), 2),
                "text_ms_median": round(statistics.median(amid), 2),
                "text_ms_p99": round(percentile(amid, 99), 2),
            }
        )


if __name__ == "__main__":
    main()

"""What a step costs beside the model: 200 clicks at 1920x1080 on an editor's window, answered instantly.

`overhead` is everything but thinking and settling, measured from outside: also the recording and the bookkeeping.
"""

import json
import statistics
import tempfile
import time
from pathlib import Path

from agent.control import RunControl
from agent.endings import LimitReached
from agent.listener import RunListener
from agent.recording import Limits
from agent.run import run_goal
from agent.settings import RunSettings
from agent.step import Observation, Step
from tasks.displays import use_display
from tests.benchmarks.output import percentile, print_json, print_table, wants_json
from tests.fakes import FakeModel

STEPS = 200
PHASES = ("capture", "prompt", "parse", "act", "settle")


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


def click(number: int) -> str:
    x, y = 100 + 20 * (number % 20), 300 + 20 * (number // 20)
    action = json.dumps({"action_type": "click", "box_2d": [[x, y, x + 4, y + 4]]})
    return f"<think>{number}</think><answer>Memory: {number}\nReason: next\nAction: {action}</answer>"


def measure() -> StepTimes:
    times = StepTimes()
    settings = RunSettings(open_application="mousepad", limits=Limits(max_steps=STEPS))
    with tempfile.TemporaryDirectory() as folder, use_display("virtual:1920x1080"):
        model = FakeModel(*(click(number) for number in range(STEPS)))
        ending = run_goal("click", model, Path(folder) / "run", settings, RunControl(), times)
    assert isinstance(ending, LimitReached), ending
    return times


def main() -> None:
    as_json = wants_json(__doc__ or "")
    times = measure()
    overheads = [1000 * seconds for seconds in times.overheads()]
    rows: list[tuple[str, float, float]] = []
    for phase in PHASES:
        spent = [1000 * getattr(step.timings, phase) for step in times.steps]
        rows.append((phase, statistics.median(spent), percentile(spent, 99)))
    rows.append(("all but think and settle", statistics.median(overheads), percentile(overheads, 99)))
    print_table(f"{STEPS} click steps at 1920x1080, milliseconds", ("phase", "median", "p99"), rows)
    if as_json:
        settle_median = next(median for phase, median, _ in rows if phase == "settle")
        print_json(
            {
                "overhead_ms_median": round(statistics.median(overheads), 2),
                "overhead_ms_p99": round(percentile(overheads, 99), 2),
                "settle_ms_median": round(settle_median, 2),
            }
        )


if __name__ == "__main__":
    main()

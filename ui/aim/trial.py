"""Has a model click targets: real runs of two steps each on a virtual display, through prompt, parser and mouse.

The second step of each run shows what an earlier screenshot does to the answer. The window covers every monitor, so
that a press on the wrong one is seen.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any

from PIL import Image

from actions.geometry import Rect
from actions.policy.policy import Policy, Verdict
from actions.processes.environment import child_environment
from actions.schema import Wait
from agent.control.run_control import RunControl
from agent.endings import Ending, GoalReached
from agent.errors import DesktopError
from agent.listener import RunListener
from agent.recording import Limits
from agent.run import run_goal
from agent.screen.screen import Screen
from agent.settings import RunSettings
from agent.step import Observation, Step
from model.base import Model
from tasks.displays import VirtualDisplay
from ui.aim.sheet import Sheet, sheets
from ui.aim.shots import Shot, Spot, place_said
from ui.doctor.probe_process import WAIT_SECONDS

ROUND = 2
"""Targets of a run."""

_WAITS = 2  # steps of a run in which a model may just look again

_PRESS_SECONDS = 5.0
"""How long a press is waited for; a window answers in milliseconds, on a machine with other work in a second."""

_NEVER_SHOWN = "#808080"
_BREAKS_OFF = ("stopped", "taken_over", "model_failed", "desktop_lost")
_NO_WINDOW = "The window with the targets does not show: can Qt start on a virtual display? `deskhand doctor` says."
_ON_OUR_OWN_WINDOW = Policy(commit=Verdict.ALLOW, discard=Verdict.ALLOW, terminal=Verdict.ALLOW)
"""Nothing can be pressed there but targets, so that nothing has to be read before a press."""

_MM = 300  # how wide and high a monitor says that it is


@dataclass(frozen=True)
class Trial:
    """What came of it: each shot with the screenshot that it answered; `ended` says why it broke off, if it did."""

    shots: tuple[Shot, ...]
    pictures: tuple[Image.Image, ...] = field(repr=False)
    monitors: int
    ended: Ending | None = None


def have_clicked(
    model: Model,
    settings: RunSettings,
    folder: Path,
    *,
    count: int,
    on_shot: Callable[[Shot], None] = lambda _shot: None,
    stopping: Callable[[RunControl], AbstractContextManager[object]] = nullcontext,
) -> Trial:
    """Have `count` targets clicked on the last monitor of this process's display, recording the runs in a folder.

    While a run goes on, `stopping` lets its control be stopped from outside. Raises `DesktopError` where there is no
    display, or no window comes to stand on it.
    """
    with Screen() as screen:
        monitors = screen.view.monitors
    last = max(monitors, key=lambda monitor: (monitor.x, monitor.y))
    with _window(last, monitors) as window:
        limits = Limits(max_steps=ROUND + _WAITS)
        number = monitors.index(last) + 1
        own = settings.model_copy(update={"monitor": number, "limits": limits, "policy": _ON_OUR_OWN_WINDOW})
        shooter = _Shooter(model, window, on_shot, stopping)
        all_sheets = sheets((last.width, last.height), count)
        for start in range(0, count, ROUND):
            run = folder / f"{start // ROUND + 1:02}"
            ending = shooter.run(all_sheets[start : start + ROUND], run, own)
            if ending.kind in _BREAKS_OFF and not shooter.is_through():
                return shooter.trial(len(monitors), ending)
        return shooter.trial(len(monitors))


@contextmanager
def two_monitors(size: tuple[int, int]) -> Iterator[None]:
    """Let this process work on a virtual display of two monitors side by side; of one where xrandr is missing."""
    xrandr = shutil.which("xrandr")
    width, height = size
    with VirtualDisplay((2 * width if xrandr else width, height)) as display, display.in_this_process():
        for number, output in enumerate(("screen", "none") if xrandr else ()):
            place = f"{width}/{_MM}x{height}/{_MM}+{number * width}+0"
            display.start([str(xrandr), "--setmonitor", f"deskhand-{number}", place, output]).wait(WAIT_SECONDS)
        yield


class _Shooter(RunListener):
    """Shows the next sheet as soon as a step is over, and keeps what came of it."""

    def __init__(
        self,
        model: Model,
        window: "_Window",
        on_shot: Callable[[Shot], None],
        stopping: Callable[[RunControl], AbstractContextManager[object]],
    ) -> None:
        self._model, self._window, self._on_shot, self._stopping = model, window, on_shot, stopping
        self._control = RunControl()
        self._sheets: Sequence[Sheet] = ()
        self._done = 0
        self.shots: list[Shot] = []
        self.pictures: list[Image.Image] = []
        self._seen: Image.Image | None = None

    def run(self, now: Sequence[Sheet], folder: Path, settings: RunSettings) -> Ending:
        """Run one goal over some sheets; one that the model did not come to is a miss."""
        self._sheets, self._done, self._control = now, 0, RunControl()
        self._window.show(now[0])
        goal = "Click " + ", then click ".join(str(sheet.wanted) for sheet in now) + "."
        with self._stopping(self._control):
            ending = run_goal(goal, self._model, folder, settings, self._control, self)
        while self._done < len(now) and ending.kind not in _BREAKS_OFF:
            self._add(None, ending.message)
        return ending

    def is_through(self) -> bool:
        """Whether all sheets of the run were answered."""
        return self._done == len(self._sheets)

    def trial(self, monitors: int, ended: Ending | None = None) -> Trial:
        """Return all that came of it."""
        return Trial(tuple(self.shots), tuple(self.pictures), monitors, ended)

    def on_observed(self, index: int, observation: Observation) -> None:
        self._seen = observation.image

    def on_step(self, step: Step) -> None:
        if isinstance(step.action, Wait) or self.is_through():
            return
        self._add(step, step.error)
        if not self.is_through():
            self._window.show(self._sheets[self._done])
        else:
            self._control.stop(GoalReached(message="Every target was answered."))

    def _add(self, step: Step | None, complaint: str) -> None:
        assert self._seen is not None, "a step follows what it observed"
        sheet = self._sheets[self._done]
        canvas = self._model.family.canvas(*self._seen.size)
        said = place_said(step, canvas) if step else None
        pressed = self._window.pressed(wait=bool(step and step.performed))
        before = self._sheets[self._done - 1].wanted.area if self._done else None
        shot = Shot(sheet.wanted, self._seen.size, canvas, said, pressed, before, complaint)
        self.shots.append(shot)
        self.pictures.append(self._seen if step else Image.new("RGB", self._seen.size, _NEVER_SHOWN))
        self._done += 1
        self._on_shot(shot)


class _Window:
    """The window's process, as lines of JSON in and out."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._events: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self._listener = Thread(target=self._listen, args=(process.stdout,), name="presses on the targets", daemon=True)
        self._listener.start()

    def show(self, sheet: Sheet) -> None:
        """Show a sheet, and wait until it stands. Raises `DesktopError`."""
        assert self._process.stdin is not None
        while self._event(0):
            pass  # presses that nobody waited for
        try:
            self._process.stdin.write(json.dumps(sheet.fields()) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError as error:
            raise DesktopError(_NO_WINDOW) from error
        while event := self._event(WAIT_SECONDS):
            if event["event"] == "shown":
                return
        raise DesktopError(_NO_WINDOW)

    def pressed(self, *, wait: bool) -> Spot | None:
        """Return where the last press came; one that was sent is waited for."""
        event = self._event(_PRESS_SECONDS if wait else 0)
        while event and (later := self._event(0)):
            event = later
        return (event["x"], event["y"]) if event and event["event"] == "press" else None

    def close(self) -> None:
        """Listen until the window's process, which was told to end, has gone."""
        self._listener.join()

    def _event(self, seconds: float) -> dict[str, Any] | None:
        """Return the next event, or None where none came in time or the window has gone."""
        try:
            return self._events.get(timeout=seconds) or None
        except Empty:
            return None

    def _listen(self, lines: IO[str]) -> None:
        for line in lines:
            self._events.put(json.loads(line))
        self._events.put({})  # nobody waits for a window that has gone


@contextmanager
def _window(place: Rect, monitors: Sequence[Rect]) -> Iterator[_Window]:
    """Show the window over all monitors, the sheets on one."""
    right, bottom = max(monitor.right for monitor in monitors), max(monitor.bottom for monitor in monitors)
    numbers = map(str, (place.x, place.y, right, bottom))
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "ui.aim.window", *numbers],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=child_environment(),
        text=True,
        bufsize=1,
    ) as process:
        window = _Window(process)
        try:
            yield window
        finally:
            process.terminate()
            window.close()

"""The longest block of the window's thread: 300 streamed tokens a second, with 500 steps in the list.

A block is how long the window's thread takes to answer another thread, which asks every few milliseconds.
"""

import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PIL import Image
from PySide6.QtCore import QEvent, QEventLoop, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from actions.dialects import DIALECTS
from actions.geometry import Rect, View
from agent.control.run_control import RunControl
from agent.endings import Ending
from agent.listener import RunListener
from agent.loop import Agent
from agent.prompt.builder import PromptBuilder
from agent.recording import Recorder
from agent.settings import RunSettings
from agent.step import Observation
from model.base import Model, Request
from model.families import OTHER
from model.reply import Reply
from tests.fakes import FakeDesktop
from ui.panel.app import SWITCH_SECONDS
from ui.panel.garbage import GarbageCollector
from ui.panel.look.theme import Theme
from ui.panel.panel import Panel
from ui.panel.run.worker import Worker
from ui.panel.settings.panel_settings import PanelSettings, write_settings

STEPS, TOKENS_A_SECOND, SECONDS = 500, 300, 20.0
PERIOD = 0.004
SCREEN = Rect(0, 0, 1280, 800)
PICTURE = Path(__file__).parents[2] / ".github" / "pictures" / "at-work.png"
ACTION = 'Action: {"action_type": "wait", "seconds": %d}'


class Blocks(QObject):
    """Asks the window's thread something every few milliseconds and measures how long it takes to answer."""

    _asked = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.seconds: list[float] = []
        self._over = Event()
        self._asked.connect(self._on_asked)
        self._thread = threading.Thread(target=self._ask)

    def __enter__(self) -> "Blocks":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _ask(self) -> None:
        while not self._over.wait(PERIOD):
            self._asked.emit(time.perf_counter())

    @Slot(float)
    def _on_asked(self, asked: float) -> None:
        self.seconds.append(time.perf_counter() - asked)


class TalkingModel:
    """Answers at once until the list is full; then thinks aloud, a token at a time, a step every two seconds."""

    name, family = "talking", OTHER

    def __init__(self) -> None:
        self._steps = 0
        self.is_talking = threading.Event()

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        self._steps += 1
        text = "<think>why</think><answer>" + ACTION % (self._steps % 60) + "</answer>"
        if self._steps > STEPS:
            self.is_talking.set()
            self._think_aloud(on_text, stop)
        return Reply.parse(text, tokens=600)

    def _think_aloud(self, on_text: Callable[[str], None], stop: Event) -> None:
        started = time.perf_counter()
        for number in range(2 * TOKENS_A_SECOND):
            on_text(f"token{number} ")
            stop.wait(max(0.0, started + number / TOKENS_A_SECOND - time.perf_counter()))

    def answer_now(self) -> None: ...

    def close(self) -> None: ...


class WideDesktop(FakeDesktop):
    """A screen of usual size that always shows the same."""

    def __init__(self, image: Image.Image) -> None:
        super().__init__()
        self.view = View(SCREEN, (SCREEN,))
        self._image = image

    def observe(self) -> tuple[Observation, int]:
        return Observation(self._image, self.view), super().observe()[1]


def real_screen() -> Image.Image:
    """Return a screenshot of an application at work, as large as the screen."""
    with Image.open(PICTURE) as picture:
        return picture.convert("RGB").resize(SCREEN[2:])


def noisy_screen() -> Image.Image:
    """Return the worst screen that there is: its screenshots take four times as long to encode as a real one's."""
    return Image.effect_noise(SCREEN[2:], 64).convert("RGB")


def longest_block_ms(application: QApplication, folder: Path, screen: Image.Image) -> float:
    """Return it, with the panel open on its full list."""
    sys.setswitchinterval(SWITCH_SECONDS)
    model, run = TalkingModel(), partial(_run, WideDesktop(screen))
    file = folder / "panel.json"
    write_settings(file, PanelSettings(shrinks=False, max_steps=1000))
    panel = Panel(application, Theme(application), Worker(lambda _choice, _progress: model, run), file, folder / "runs")
    panel.open()
    garbage = GarbageCollector(panel)
    panel.run.phase_changed.connect(garbage.on_phase_changed)
    panel.run_page.start_wanted.emit("talk", False)
    _process_until(lambda: model.is_talking.is_set() or not panel.run.goes_on)
    assert panel.run.goes_on, "it ended before it could be measured"
    until = time.monotonic() + SECONDS
    with Blocks() as blocks:
        _process_until(lambda: time.monotonic() > until)
    longest = max(blocks.seconds)
    assert panel.run_page.step_count >= STEPS
    panel.shut_down()
    garbage.leave()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return 1000 * longest


def _process_until(happened: Callable[[], bool]) -> None:
    loop = QEventLoop()
    while not happened():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _run(
    desktop: WideDesktop,
    goal: str,
    model: Model,
    folder: Path,
    settings: RunSettings,
    control: RunControl,
    listener: RunListener,
    **_live: object,
) -> Ending:
    with Recorder(folder) as recorder:
        prompts = PromptBuilder(DIALECTS["json"])
        return Agent(desktop, model, prompts, control, recorder, settings.limits, listener).run(goal)

"""From the click on Stop to the last input: stops in each phase of a step, in the real panel on a virtual display.

A phase's latency is the time from just before the click is sent to the window's thread to the last input event that
another process on the display sees (0 when none came after).
"""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from agent.endings import Ending, StoppedByUser
from model.base import Request
from model.reply import Reply
from tests.benchmarks.stop_latency import PHASES, QUIET_AFTERWARDS, Moment, Phase, input_log, last_input, spread
from tests.fakes import FakeModel
from ui.panel.look.theme import Theme
from ui.panel.panel import Panel
from ui.panel.run.worker import Worker
from ui.panel.strip.strip import Strip

SENDING = ("typing", "dragging", "settling")
SENDING_SECONDS = 0.1
INPUT_COMES_SECONDS = 10.0


def while_sending() -> tuple[str, int, float]:
    """Stop some time after the first input: how many there will be is not known from here."""
    return "acting", 1, spread(SENDING_SECONDS)


PANEL_PHASES = [replace(phase, moment=while_sending) if phase.name in SENDING else phase for phase in PHASES]


class StopBench(QObject):
    """Runs a phase's action in the panel and clicks Stop at the phase's moment."""

    _click = Signal()

    def __init__(self, application: QApplication, folder: Path) -> None:
        super().__init__()
        self._phase, self._clicked = PHASES[0], 0.0
        self._moment = Moment("", 0, 0)
        worker = Worker(lambda _choice, _progress: PhaseModel(self))
        self._panel = Panel(application, Theme(application), worker, folder / "panel.json", folder / "runs")
        self._panel.open()
        self._panel.run.intended.connect(self._on_intended)
        self._panel.run.ended.connect(self._on_ended)
        self._click.connect(self._on_click)

    def measure(self, phase: Phase, log: Path, stops: int) -> list[float]:
        """Return the latencies in milliseconds."""
        self._phase = phase
        with input_log(log):
            return [self._stop_once(log) for _ in range(stops)]

    def close(self) -> None:
        """End the panel."""
        self._panel.shut_down()

    def _stop_once(self, log: Path) -> float:
        self._moment = Moment(*self._phase.moment())
        over = QEventLoop()
        self._panel.run.finished.connect(over.quit)
        stopper = threading.Thread(target=self._stop_at, args=[self._moment, log])
        stopper.start()
        self._panel.run_page.start_wanted.emit("g", False)
        over.exec()
        self._panel.run.finished.disconnect(over.quit)
        stopper.join()
        QTest.qWait(round(QUIET_AFTERWARDS * 1000))
        return max(0.0, 1000 * (last_input(log, set()) - self._clicked))

    def _stop_at(self, moment: Moment, log: Path) -> None:
        moment.come.wait(20)
        if self._phase.name in SENDING:
            _wait_for_input(log, time.monotonic())
        time.sleep(moment.delay)
        self._clicked = time.monotonic()
        self._click.emit()

    @Slot()
    def _on_click(self) -> None:
        strip = next(window for window in QApplication.topLevelWidgets() if isinstance(window, Strip))
        button = next(button for button in strip.findChildren(QPushButton) if button.text())
        QTest.mousePress(button, Qt.MouseButton.LeftButton)

    @Slot(object)
    def _on_intended(self, _intention: object) -> None:
        self._moment.happened("acting")

    @Slot(object)
    def _on_ended(self, ending: Ending) -> None:
        assert isinstance(ending, StoppedByUser), ending

    @property
    def reply(self) -> str:
        """What the model answers in this phase."""
        return f"<think></think><answer>Memory: \nReason: \nAction: {json.dumps(self._phase.action)}</answer>"

    def think(self) -> None:
        """Think on for a while whatever happens, as a model that does not notice the stop."""
        self._moment.happened("thinking")
        time.sleep(0.3 if self._phase.name == "thinking" else 0)


def _wait_for_input(log: Path, since: float) -> None:
    while last_input(log, set()) < since and time.monotonic() < since + INPUT_COMES_SECONDS:
        time.sleep(0.002)


class PhaseModel(FakeModel):
    """Answers with the bench's present phase; the panel keeps a model for all runs."""

    def __init__(self, bench: StopBench) -> None:
        super().__init__("", while_thinking=bench.think)
        self._bench = bench

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        self._replies = [self._bench.reply]
        return super().generate(request, on_text, stop)

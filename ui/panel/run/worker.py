"""The run's thread: opens the model, runs the goal, and tells of every event by signals.

Knows no widget. Where it needs the person it emits a request and waits for the answer, or for the stop.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtGui import QImage

from actions.schema import Action
from agent.control.run_control import RunControl
from agent.control.watcher import stop_key_heard
from agent.endings import Ending, StoppedByUser
from agent.errors import Stopped
from agent.listener import RunListener
from agent.run import run_goal
from agent.screen.screen import Covers
from agent.settings import RunSettings
from agent.step import Observation, Step
from model.base import Model
from model.glm.settings import Progress
from model.sight.ocr import Ocr
from ui.panel.failures import in_a_sentence
from ui.panel.run.requests import Approval, HandBack, Intention, Question, Start
from ui.panel.settings.model_choice import ModelChoice, open_choice
from ui.panel.widgets.pictures import as_picture

_WAY_SECONDS = 0.3

OpenModel: TypeAlias = Callable[[ModelChoice, Progress], Model]
RunGoal: TypeAlias = Callable[..., Ending]
"""`agent.run.run_goal`, or a test's stand-in."""
HearStopKey: TypeAlias = Callable[[RunControl, str], AbstractContextManager[None]]

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """One run to do."""

    goal: str
    model: ModelChoice
    folder: Path
    settings: RunSettings
    control: RunControl
    covers: Covers


class TextBuffer:
    """Streamed pieces of text between two threads, so that no signal is needed for each. Knows whose step they are."""

    def __init__(self) -> None:
        self._pieces: deque[tuple[int, str]] = deque()
        self.step = 0

    def begin(self) -> None:
        """Forget the last run's text."""
        self._pieces.clear()
        self.step = 0

    def add(self, piece: str) -> None:
        """Add a piece of the current step's text; the run's thread calls."""
        self._pieces.append((self.step, piece))

    def take(self, step: int) -> list[str]:
        """Return what came since the last call, up to this step's; the window's thread calls."""
        taken = []
        while self._pieces and self._pieces[0][0] <= step:
            taken.append(self._pieces.popleft()[1])
        return taken


class Worker(QObject, RunListener):
    """Does jobs on the thread that it is moved to.

    Signals:
        progressed: The model is being opened (how far).
        opened: The model stands; the run begins when our windows are out of the way (Start).
        observed: A step begins (its index from 1, its screenshot).
        intended: An action waits for a free way (Intention).
        approval_wanted, question_asked, hand_back_wanted: The run waits for the person (the request).
        step_taken: A step is finished and recorded (the step, its screenshot's path).
        ended: The run is over (its ending).
        failed: It could not begin or broke (a sentence).
    """

    progressed = Signal(str)
    opened = Signal(object)
    observed = Signal(int, QImage)
    intended = Signal(object)
    approval_wanted = Signal(object)
    question_asked = Signal(object)
    hand_back_wanted = Signal(object)
    step_taken = Signal(object, object)
    ended = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        open_model: OpenModel = open_choice,
        run_goal: RunGoal = run_goal,
        ocr: Ocr | None = None,
        hear_stop_key: HearStopKey = stop_key_heard,
    ) -> None:
        super().__init__()
        self._ocr = ocr
        self.text = TextBuffer()
        self._open_model, self._run_goal, self._hear_stop_key = open_model, run_goal, hear_stop_key
        self._model: Model | None = None
        self._choice = ModelChoice()
        self._stopped = threading.Event()
        self._folder = Path()

    @Slot(object)
    def do(self, job: Job) -> None:
        """Run one job to its end; whatever goes wrong is shown, and the panel lives on."""
        self._stopped, self._folder = job.control.stopped, job.folder
        self.text.begin()
        try:
            ending = self._run(job)
        except Stopped:  # while the model was opened
            self.ended.emit(job.control.ending or StoppedByUser())
        except Exception as error:  # noqa: BLE001 - the boundary of the run's thread
            _log.debug("The run failed", exc_info=True)
            self.failed.emit(in_a_sentence(error))
        else:
            self.ended.emit(ending)

    @Slot()
    def close(self) -> None:
        """Free the model."""
        if self._model:
            self._model.close()
        self._model = None

    def answer_now(self) -> None:
        """End the thought that is being written. Any thread may call."""
        if model := self._model:
            model.answer_now()

    def _run(self, job: Job) -> Ending:
        model = self._model_for(job)
        self._wait_for_way(self.opened, Start())
        return self._run_goal(
            job.goal, model, job.folder, job.settings, job.control, self, ocr=self._ocr, covers=job.covers
        )

    def _model_for(self, job: Job) -> Model:
        """Return the model of the last run where it is the same and opening one takes long. Raises `Stopped`."""
        if self._model and job.model == self._choice and job.model.is_slow_to_open:
            return self._model
        self.close()
        with self._hear_stop_key(job.control, job.settings.stop_key):
            on_progress = partial(self._on_progress, job.control)
            self._model, self._choice = self._open_model(job.model, on_progress), job.model
        job.control.check_stop()
        return self._model

    def _on_progress(self, control: RunControl, message: str, fraction: float | None) -> None:
        control.check_stop()
        share = "" if fraction is None else f" ({fraction:.0%})"
        self.progressed.emit(message + share)

    @property
    def is_attended(self) -> bool:
        """Always: the panel is shown to somebody."""
        return True

    def on_observed(self, index: int, observation: Observation) -> None:
        """Tell it; the picture is made here, off the window's thread."""
        self.text.step = index
        self.observed.emit(index, as_picture(observation.image))

    def on_text(self, text: str) -> None:
        """Keep it for the window's next look."""
        self.text.add(text)

    def on_acting(self, action: Action, observation: Observation) -> None:
        """Wait until our windows do not lie above the target."""
        self._wait_for_way(self.intended, Intention(action, observation))

    def on_step(self, step: Step) -> None:
        """Tell it."""
        self.step_taken.emit(step, self._folder / step.screenshot)

    def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
        """Ask whether the action may be done."""
        approval = Approval(action, observation, as_picture(observation.image), reason)
        self.approval_wanted.emit(approval)
        return approval.answer.wait(self._stopped)

    def ask(self, question: str) -> str | None:
        """Put the model's question."""
        request = Question(question)
        self.question_asked.emit(request)
        return request.answer.wait(self._stopped)

    def wait_for_hand_back(self) -> bool:
        """Wait for Resume."""
        request = HandBack()
        self.hand_back_wanted.emit(request)
        return bool(request.answer.wait(self._stopped))

    def _wait_for_way(self, signal: SignalInstance, request: Start | Intention) -> None:
        """Emit the request; the bound keeps a busy window from holding the run."""
        signal.emit(request)
        request.way_is_free.wait(self._stopped, _WAY_SECONDS)

"""One run at a time, as the widgets see it: what they may wish, and what has happened.

Lives on the window's thread and owns the run's thread. Stop, pause and resume act on the run's control at once,
without passing through any queue.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from actions.schema import Action
from agent.control import RunControl
from agent.endings import Ending
from agent.recording import new_run_folder
from agent.screen import Covers, nothing_covered
from agent.settings import RunSettings
from ui.panel.run.feed import Feed
from ui.panel.run.phase import Phase
from ui.panel.run.requests import Approval, HandBack, Intention, Question, Start
from ui.panel.run.worker import Job, Worker
from ui.panel.settings.model_choice import ModelChoice

_WATCH_MS = 40
_END_MS = 10_000


class PanelRun(QObject):
    """The panel's run.

    Signals:
        phase_changed: It stands elsewhere now (Phase).
        started: A run began (its goal); its model is opened.
        progressed: The model is being opened (how far).
        opened: The run waits for our windows to leave the desktop to it (Start).
        intended: An action waits for our windows to make way (Intention).
        approval_wanted, question_asked: The person is asked (the request).
        ended: The run is over (its ending).
        failed: The run could not begin or broke (a sentence).
        finished: No run goes on any more, however it ended.
    """

    phase_changed = Signal(object)
    started = Signal(str)
    progressed = Signal(str)
    opened = Signal(object)
    intended = Signal(object)
    approval_wanted = Signal(object)
    question_asked = Signal(object)
    ended = Signal(object)
    failed = Signal(str)
    finished = Signal()

    _job_given = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None, runs: Path | None = None) -> None:
        super().__init__(parent)
        self.phase = Phase.IDLE
        self.folder = Path()
        self._runs = runs
        self._control = RunControl()
        self._request: Approval | Question | HandBack | None = None
        self._before_pause = Phase.THINKING
        self._worker = worker
        self.feed = Feed(worker, self)
        self._thread = QThread()
        self._watch = QTimer(self, interval=_WATCH_MS)
        self._watch.timeout.connect(self._on_watch)
        self._connect()
        worker.moveToThread(self._thread)
        self._thread.start()

    def _connect(self) -> None:
        worker = self._worker
        self._job_given.connect(worker.do)
        worker.progressed.connect(self.progressed)
        worker.opened.connect(self._on_opened)
        worker.observed.connect(self._on_observed)
        worker.intended.connect(self._on_intended)
        worker.approval_wanted.connect(self._on_approval_wanted)
        worker.question_asked.connect(self._on_question_asked)
        worker.hand_back_wanted.connect(self._on_hand_back_wanted)
        worker.ended.connect(self._on_ended)
        worker.failed.connect(self._on_failed)

    @property
    def goes_on(self) -> bool:
        """Whether a run has not ended yet."""
        return self.phase is not Phase.IDLE

    def start(self, goal: str, model: ModelChoice, settings: RunSettings, covers: Covers = nothing_covered) -> None:
        """Begin a run that does not see what `covers` says; nothing while one goes on."""
        if self.goes_on:
            return
        self._control, self._request = RunControl(), None
        self.folder = new_run_folder(self._runs)
        self._set_phase(Phase.OPENING)
        self._watch.start()
        self.feed.begin()
        self.started.emit(goal)
        self._job_given.emit(Job(goal, model, self.folder, settings, self._control, covers))

    @Slot()
    def stop(self) -> None:
        """Let no further input be sent."""
        self._control.stop()
        if self.goes_on:
            self._set_phase(Phase.STOPPING)

    @Slot()
    def pause(self) -> None:
        """Hold the run before its next input."""
        if self.phase in (Phase.THINKING, Phase.ACTING):
            self._control.person_acted()
            self._hold()

    @Slot()
    def resume(self) -> None:
        """Let the run go on after a pause or a takeover."""
        if isinstance(request := self._request, HandBack):
            self._go_on()
            request.answer.give(True)
        elif self.phase is Phase.PAUSING:
            self._control.hand_back()
            self._set_phase(self._before_pause)

    @Slot()
    def answer_now(self) -> None:
        """End the thought. Moving the mouse to that button was no takeover."""
        self._worker.answer_now()
        self._control.hand_back()

    def approve(self, action: Action | None) -> None:
        """Let the action be done, as it is or edited; None refuses it."""
        if isinstance(request := self._request, Approval):
            self._go_on()
            request.answer.give(action)

    def reply(self, text: str | None) -> None:
        """Answer the model's question."""
        if isinstance(request := self._request, Question):
            self._go_on()
            request.answer.give(text)

    def shut_down(self) -> None:
        """Stop, wait for the run's thread to end, and free the model."""
        self._control.stop()
        self._thread.quit()
        if self._thread.wait(_END_MS):
            self._worker.close()
        else:
            self._thread.terminate()  # it hangs in foreign code, and the program is to end

    def _go_on(self) -> None:
        self._request = None
        self._set_phase(Phase.ACTING)

    def _set_phase(self, phase: Phase) -> None:
        """Enter a phase; once a stop was asked for, only the end follows."""
        if phase is self.phase or (self.phase is Phase.STOPPING and phase is not Phase.IDLE):
            return
        self.phase = phase
        self.phase_changed.emit(phase)

    def _hold(self) -> None:
        self._before_pause = self.phase
        self._set_phase(Phase.PAUSING)

    @Slot()
    def _on_watch(self) -> None:
        if self._control.stopped.is_set():  # by the stop key, or the time limit
            self._set_phase(Phase.STOPPING)
        elif self._control.is_taken_over and self.phase in (Phase.THINKING, Phase.ACTING):
            self._hold()

    @Slot(object)
    def _on_opened(self, start: Start) -> None:
        if self.phase is Phase.OPENING:
            self._set_phase(Phase.THINKING)
        self.opened.emit(start)

    @Slot()
    def _on_observed(self) -> None:
        if self.phase is not Phase.PAUSING:
            self._set_phase(Phase.THINKING)

    @Slot(object)
    def _on_intended(self, intention: Intention) -> None:
        self._set_phase(Phase.ACTING)
        self.intended.emit(intention)

    @Slot(object)
    def _on_approval_wanted(self, approval: Approval) -> None:
        self._request = approval
        self._set_phase(Phase.APPROVING)
        self.approval_wanted.emit(approval)

    @Slot(object)
    def _on_question_asked(self, question: Question) -> None:
        self._request = question
        self._set_phase(Phase.ASKING)
        self.question_asked.emit(question)

    @Slot(object)
    def _on_hand_back_wanted(self, request: HandBack) -> None:
        self._request = request
        self._set_phase(Phase.PAUSED)

    @Slot(object)
    def _on_ended(self, ending: Ending) -> None:
        self._finish()
        self.ended.emit(ending)
        self.finished.emit()

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._finish()
        self.failed.emit(sentence)
        self.finished.emit()

    def _finish(self) -> None:
        self._watch.stop()
        self.feed.end()
        self._request = None
        self._set_phase(Phase.IDLE)

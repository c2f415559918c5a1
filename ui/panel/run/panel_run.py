"""One run at a time, as the widgets see it: what they may wish, and what has happened.

Lives on the window's thread and owns the run's thread. Stop, pause and resume act on the run's control at once,
without passing through any queue.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from actions.schema import Action
from agent.endings import Ending
from agent.recording import new_run_folder
from agent.screen.screen import Covers, nothing_covered
from agent.settings import RunSettings
from ui.panel.run.feed import Feed
from ui.panel.run.panel_control import PanelControl
from ui.panel.run.phase import Phase
from ui.panel.run.requests import Approval, HandBack, Intention, Question
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
        released: The person let it go on after a pause or a takeover.
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
    released = Signal()
    approval_wanted = Signal(object)
    question_asked = Signal(object)
    ended = Signal(object)
    failed = Signal(str)
    finished = Signal()

    _job_given = Signal(object)
    _model_unwanted = Signal()

    def __init__(self, worker: Worker, parent: QObject | None = None, runs: Path | None = None) -> None:
        super().__init__(parent)
        self.phase = Phase.IDLE
        self.folder = Path()
        self._runs = runs
        self._control = PanelControl()
        self._request: Approval | Question | HandBack | None = None
        self._before_pause = Phase.THINKING
        self._worker = worker
        self.feed = Feed(worker, self)
        self._thread = QThread()
        self._watch = QTimer(self, interval=_WATCH_MS)
        self._watch.timeout.connect(self._follow_control)
        self._connect()
        worker.moveToThread(self._thread)
        self._thread.start()

    def _connect(self) -> None:
        worker = self._worker
        self._job_given.connect(worker.do)
        self._model_unwanted.connect(worker.close)
        worker.progressed.connect(self.progressed)
        worker.opened.connect(self.opened)
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

    @property
    def is_held(self) -> bool:
        """Whether the agent sends nothing until the person lets it go on."""
        return self._control.is_taken_over

    def start(self, goal: str, model: ModelChoice, settings: RunSettings, covers: Covers = nothing_covered) -> None:
        """Begin a run that does not see what `covers` says; nothing while one goes on."""
        if self.goes_on:
            return
        self._control, self._request = PanelControl(), None
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
        """Hold the run before its next input; where it stands held already, the person wants it so."""
        if self.phase.can_pause:
            self._control.hold()
            self._follow_control()

    @Slot()
    def resume(self) -> None:
        """Let the run go on after a pause or a takeover."""
        if self.phase.is_held:
            self._let_go()

    @Slot()
    def answer_now(self) -> None:
        """End the thought and let the run go on, though the way to that button was a takeover."""
        if self.phase.can_answer:
            self._let_go()
            self._worker.answer_now()

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

    def free_model(self) -> None:
        """Leave the card to others, once no run goes on."""
        self._model_unwanted.emit()

    def shut_down(self) -> None:
        """Stop, wait for the run's thread to end, and free the model."""
        self._control.stop()
        self._thread.quit()
        if self._thread.wait(_END_MS):
            self._worker.close()
        else:
            self._thread.terminate()  # it hangs in foreign code, and the program is to end

    def _let_go(self) -> None:
        self._control.let_go()
        if isinstance(request := self._request, HandBack):
            self._go_on()
            request.answer.give(True)
        self._follow_control()
        self.released.emit()

    def _go_on(self) -> None:
        """Leave the request behind. The hand that pressed the button leaves, which is no takeover."""
        self._request = None
        self._control.let_hand_leave()
        self._set_phase(Phase.ACTING)
        self._follow_control()

    def _set_phase(self, phase: Phase) -> None:
        """Enter a phase; once a stop was asked for, only the end follows."""
        if phase is self.phase or (self.phase is Phase.STOPPING and phase is not Phase.IDLE):
            return
        self.phase = phase
        self.phase_changed.emit(phase)

    def _move_on(self, phase: Phase) -> None:
        """Follow the run; while it is about to stand still, only remember where it stands."""
        if self.phase is Phase.PAUSING:
            self._before_pause = phase
        else:
            self._set_phase(phase)

    @Slot()
    def _follow_control(self) -> None:
        """Show what other threads did to the control: the stop key, a limit, the person at the mouse."""
        if self._control.stopped.is_set():
            self._set_phase(Phase.STOPPING)
        elif self.is_held and self.phase in (Phase.THINKING, Phase.ACTING):
            self._before_pause = self.phase
            self._set_phase(Phase.PAUSING)
        elif not self.is_held and self.phase is Phase.PAUSING:
            self._set_phase(self._before_pause)

    @Slot()
    def _on_observed(self) -> None:
        self._move_on(Phase.THINKING)

    @Slot(object)
    def _on_intended(self, intention: Intention) -> None:
        self._move_on(Phase.ACTING)
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
        if self.is_held:
            self._request = request
            self._set_phase(Phase.PAUSED)
        else:  # the person let it go on while this was on its way
            request.answer.give(True)

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

"""The page that starts a run and shows it: goal, steps and controls on the left, one step at large on the right."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from agent.endings import Ending
from agent.step import Step
from ui.panel.look.theme import Theme
from ui.panel.run.banner import Banner
from ui.panel.run.controls import Controls
from ui.panel.run.empty_view import EmptyView
from ui.panel.run.goal_box import GoalBox
from ui.panel.run.panel_run import PanelRun
from ui.panel.run.phase import Phase
from ui.panel.run.phase_words import ending_title, ending_tone
from ui.panel.run.requests import Approval, Intention
from ui.panel.sentences import translated
from ui.panel.settings.panel_settings import PanelSettings
from ui.panel.steps.step_list import StepList
from ui.panel.steps.step_view import StepView
from ui.panel.steps.step_words import spoken
from ui.wording import printable

_LEFT_WIDTH = 380


class RunPage(QWidget):
    """Follows a `PanelRun`.

    Signals:
        start_wanted: The person wants this goal to be reached, approving each step or not.
        report_wanted: The person wants to see the report of the last run.
    """

    start_wanted = Signal(str, bool)
    report_wanted = Signal()

    def __init__(self, theme: Theme, run: PanelRun, settings: PanelSettings) -> None:
        super().__init__()
        self.setObjectName("page")
        self._run = run
        self._goal = GoalBox(theme)
        self._banner = Banner(theme)
        self._steps = StepList(theme)
        self._empty, self._step = EmptyView(theme), StepView(theme)
        self._right = QStackedWidget()
        budget = settings.model.thought_tokens
        self._controls = Controls(theme, approve_each=settings.approve_each, budget=budget)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self._goal.submitted.connect(self._on_start)
        self._empty.chosen.connect(self._goal.show_goal)
        self._banner.report_wanted.connect(self.report_wanted)
        self._steps.chosen.connect(self._step.show_step)
        controls, run = self._controls, self._run
        controls.start_wanted.connect(self._on_start)
        controls.stop_wanted.connect(run.stop)
        controls.pause_wanted.connect(run.pause)
        controls.resume_wanted.connect(run.resume)
        controls.answer_wanted.connect(run.answer_now)
        run.phase_changed.connect(controls.on_phase_changed)
        run.progressed.connect(controls.status.on_progressed)
        run.started.connect(self._on_started)
        run.feed.streamed.connect(controls.on_streamed)
        run.feed.streamed.connect(self._on_streamed)
        run.feed.observed.connect(self._on_observed)
        run.feed.intended.connect(self._on_intended)
        run.feed.step_taken.connect(self._on_step_taken)
        run.ended.connect(self._on_ended)
        run.failed.connect(self._on_failed)
        run.finished.connect(self._steps.choose_current)

    def offer_goals(self, goals: Sequence[str]) -> None:
        """Offer earlier goals, newest first."""
        self._goal.remember(goals)

    def propose_goal(self, goal: str) -> None:
        """Write a goal into the field."""
        self._goal.show_goal(goal)

    @property
    def step_count(self) -> int:
        """How many steps are listed."""
        return self._steps.count

    def warn(self, sentence: str) -> None:
        """Say that something outside a run is wrong."""
        self._banner.say("warning", self.tr("Please note"), printable(translated(sentence)))

    def focus(self) -> None:
        """Let the keyboard write the goal."""
        self._goal.focus()

    @Slot()
    def _on_start(self) -> None:
        if self._run.phase is not Phase.IDLE:
            return
        if self._goal.goal:
            self.start_wanted.emit(self._goal.goal, self._controls.approves_each)
        else:
            self._banner.say("warning", self.tr("The goal is empty"), self.tr("Say what should be done."))

    @Slot(str)
    def _on_started(self, goal: str) -> None:
        self._goal.show_goal(goal)
        self._goal.set_editable(False)
        self._banner.hide()
        self._steps.clear()
        self._step.clear()
        self._right.setCurrentWidget(self._step)

    @Slot(int, QImage)
    def _on_observed(self, index: int, picture: QImage) -> None:
        if self._steps.follows_newest:
            self._step.begin(index, picture)

    @Slot(str, int)
    def _on_streamed(self, text: str, _pieces: int) -> None:
        self._step.stream(text)

    @Slot(object)
    def _on_intended(self, request: Intention | Approval) -> None:
        self._step.show_action(spoken(request.action), request.action)

    @Slot(object, object)
    def _on_step_taken(self, step: Step, screenshot: Path) -> None:
        self._steps.add(step, screenshot)

    @Slot(object)
    def _on_ended(self, ending: Ending) -> None:
        self._goal.set_editable(True)
        says_more = ending.kind not in ("done", "stopped", "taken_over")
        text = printable(translated(ending.message)) if says_more else ""
        self._banner.say(ending_tone(ending), ending_title(ending), text, has_report=True)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._goal.set_editable(True)
        self._banner.say(
            "bad", self.tr("The run failed"), printable(translated(sentence)), has_report=bool(self._steps.count)
        )

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._goal)
        left.addWidget(self._banner)
        left.addWidget(self._steps, 1)
        left.addWidget(self._controls)
        side = QWidget()
        side.setFixedWidth(_LEFT_WIDTH)
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        page = QHBoxLayout(self)
        page.setContentsMargins(20, 20, 20, 20)
        page.setSpacing(20)
        page.addWidget(side)
        self._right.addWidget(self._empty)
        self._right.addWidget(self._step)
        page.addWidget(self._right, 1)

"""One step at large: the screenshot with its target, what was done, where the time went, and the thought.

Shows the step that is being taken as it grows, until the person chooses an older one.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from actions.schema import Action
from actions.targets import targets
from agent.step import Step
from ui.panel.look.theme import Theme
from ui.panel.steps.step_model import ShownStep
from ui.panel.steps.step_words import speed, step_outcome, step_title
from ui.panel.steps.thought_view import ThoughtView
from ui.panel.steps.timing_bar import TimingBar
from ui.panel.widgets.labels import card, label
from ui.panel.widgets.painted_text import PaintedText
from ui.panel.widgets.picture_view import PictureView
from ui.panel.widgets.pictures import Pictures, read_picture
from ui.wording import printable

_PICTURE = QSize(1920, 1920)
_KEPT_PICTURES = 6
_OUTCOME_LINES = 2


class StepView(QWidget):
    """The step that the person looks at."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shown: ShownStep | None = None
        self._pictures: Pictures[Path] = Pictures(partial(read_picture, most=_PICTURE), _KEPT_PICTURES)
        self._pictures.came.connect(self._on_picture)
        self._picture = PictureView(theme)
        self._title = PaintedText("heading")
        self._speed = PaintedText("muted", align=Qt.AlignmentFlag.AlignRight)
        self._reason = PaintedText("muted")
        self._outcome = PaintedText(lines=_OUTCOME_LINES)
        self._times = TimingBar(theme)
        self._thought = ThoughtView()
        self._lay_out()
        self._say("", "")
        self._times.clear()

    @property
    def is_live(self) -> bool:
        """Whether it shows the step that is being taken."""
        return self._shown is None

    def begin(self, index: int, picture: QImage) -> None:
        """Show the step that begins now."""
        self._shown = None
        self._picture.show_picture(picture)
        self._title.say(self.tr("Step {index}").format(index=index))
        self._speed.say("")
        self._say(self.tr("Deciding what to do next…"), "")
        self._times.clear()
        self._thought.show_text("")

    def stream(self, text: str) -> None:
        """Add to the thought of the step that is being taken."""
        if self.is_live:
            self._thought.stream(text)

    def show_action(self, title: str, action: Action) -> None:
        """Show what the step that is being taken is about to do."""
        if self.is_live:
            self._title.say(title)
            self._say("", "")
            self._picture.show_boxes(targets(action))

    @Slot(object)
    def show_step(self, shown: ShownStep) -> None:
        """Show a finished step."""
        was_live, self._shown = self.is_live, shown
        step = shown.step
        self._title.say(f"{step.index}  {step_title(step)}")
        self._speed.say(speed(step))
        self._say(printable(step.reason), step_outcome(step))
        self._times.show_timings(step.timings)
        self._thought.show_text(_written(step))
        if picture := self._pictures.get(shown.screenshot):
            self._picture.show_picture(picture, targets(step.performed or step.action))
        elif was_live:  # the same screenshot stands there already
            self._picture.show_boxes(targets(step.performed or step.action))

    def clear(self) -> None:
        """Forget the last run."""
        self._shown = None
        self._picture.show_picture(QImage())
        self._title.say(self.tr("Looking at the screen…"))
        self._speed.say("")
        self._say("", "")
        self._times.clear()
        self._thought.show_text("")

    @Slot(object)
    def _on_picture(self, path: object) -> None:
        if self._shown and self._shown.screenshot == path and (picture := self._pictures.get(self._shown.screenshot)):
            step = self._shown.step
            self._picture.show_picture(picture, targets(step.performed or step.action))

    def _say(self, reason: str, outcome: str) -> None:
        """Say both."""
        self._reason.say(reason)
        self._outcome.say(outcome)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 3)
        head.addWidget(self._speed, 2)
        facts, inside = card()
        inside.addLayout(head)
        for widget in (self._reason, self._outcome, self._times):
            inside.addWidget(widget)
        thought, within = card()
        within.addWidget(label(self.tr("Thought"), "section"))
        within.addWidget(self._thought, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._picture)
        layout.addWidget(facts)
        layout.addWidget(thought, 1)


def _written(step: Step) -> str:
    """Return what the model wrote; models that do not think wrote the answer alone."""
    return printable(step.thought or step.answer)

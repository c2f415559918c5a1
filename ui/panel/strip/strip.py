"""The strip that the panel shrinks to while the agent works: what it thinks and does, pause, and Stop.

It never takes the focus, so that typing goes on reaching the application that is operated.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.panel.look.theme import Theme
from ui.panel.run.pausing import Pausing
from ui.panel.run.phase import Phase
from ui.panel.run.requests import Approval, Intention
from ui.panel.run.status_line import StatusLine
from ui.panel.steps.step_words import spoken
from ui.panel.steps.thought_text import shown_text
from ui.panel.strip.places import corners, free_place
from ui.panel.widgets.buttons import icon_button, push_button
from ui.panel.widgets.floating import Floating
from ui.panel.widgets.painted_text import PaintedText

_WIDTH = 480
_SHOWN_THOUGHT = 400


class Strip(Floating):
    """Always on top, in a corner that the current action does not need.

    Signals:
        stop_wanted, pause_wanted, resume_wanted, expand_wanted: A button was pressed.
    """

    stop_wanted = Signal()
    pause_wanted = Signal()
    resume_wanted = Signal()
    expand_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.WindowType.WindowDoesNotAcceptFocus | Qt.WindowType.X11BypassWindowManagerHint)
        self.setWindowTitle("Deskhand")
        self._thought = ""
        self.status = StatusLine(theme)
        self._line = PaintedText("muted")
        self._expand = icon_button(theme, "expand", self.tr("Show the panel"))
        self._pause = icon_button(theme, "pause", self.tr("Pause"))
        self._resume = icon_button(theme, "play", self.tr("Resume"))
        self._pausing = Pausing(self._pause, self._resume)
        self._stop = push_button(theme, self.tr("Stop"), "stop", "stop")
        self._stop.setMinimumSize(96, 44)
        self._lay_out()
        self._expand.clicked.connect(self.expand_wanted)
        self._pausing.pause_wanted.connect(self.pause_wanted)
        self._pausing.resume_wanted.connect(self.resume_wanted)
        self._stop.pressed.connect(self.stop_wanted)

    def avoid(self, areas: Sequence[QRect]) -> bool:
        """Leave these places of the screen; say whether it had to move."""
        if not any(area.intersects(self.frameGeometry()) for area in areas):
            return False
        place = free_place(self.size(), corners(self.size()), areas)
        if place is not None:
            self.move(place)
        return place is not None

    def go_home(self) -> None:
        """Stand in the first corner."""
        self.fit()
        self.move(corners(self.size())[0])

    @Slot(object)
    def on_phase_changed(self, phase: Phase) -> None:
        """Show the phase and which buttons mean something now; each keeps its place and its meaning."""
        self.status.on_phase_changed(phase)
        self._pausing.on_phase_changed(phase)
        self._stop.setEnabled(phase is not Phase.STOPPING)

    @Slot(str, int)
    def on_streamed(self, text: str, pieces: int) -> None:
        """Show the end of the thought."""
        self.status.on_streamed(text, pieces)
        self._thought = (self._thought + text)[-_SHOWN_THOUGHT:]
        self._line.say(shown_text(self._thought), Qt.TextElideMode.ElideLeft)

    @Slot()
    def on_observed(self) -> None:
        """A thought begins."""
        self._thought = ""

    @Slot(object)
    def on_intended(self, request: Intention | Approval) -> None:
        """Show what is about to be done."""
        self._line.say(spoken(request.action))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.status)
        words.addWidget(self._line)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addLayout(words, 1)
        for button in (self._expand, self._pause, self._resume, self._stop):
            row.addWidget(button)
        self.content.addLayout(row)
        self.setFixedWidth(_WIDTH)

"""Start, pause, resume and a large Stop; while a run goes on, where it stands.

Each button has a place of its own that nothing else ever takes: whoever clicks late or twice must not press another.
"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.panel.look.theme import Theme
from ui.panel.run.pausing import Pausing
from ui.panel.run.phase import Phase
from ui.panel.run.status_line import StatusLine
from ui.panel.run.thinking_bar import ThinkingBar
from ui.panel.widgets.buttons import push_button
from ui.panel.widgets.switch import Switch

_STOP_HEIGHT = 48


class Controls(QWidget):
    """The run's buttons. They show the phase and emit wishes.

    Signals:
        start_wanted, stop_wanted, pause_wanted, resume_wanted, answer_wanted: A button was pressed.
    """

    start_wanted = Signal()
    stop_wanted = Signal()
    pause_wanted = Signal()
    resume_wanted = Signal()
    answer_wanted = Signal()

    def __init__(self, theme: Theme, *, approve_each: bool, budget: int) -> None:
        super().__init__()
        self.status = StatusLine(theme)
        self.thinking = ThinkingBar(theme, budget)
        self._approve = Switch(theme, self.tr("Approve each step"))
        self._approve.setChecked(approve_each)
        self._start = push_button(theme, self.tr("Start"), "play", "primary")
        self._pause = push_button(theme, self.tr("Pause"), "pause")
        self._resume = push_button(theme, self.tr("Resume"), "play", "primary")
        self._pausing = Pausing(self._pause, self._resume)
        self._stop = push_button(theme, self.tr("Stop"), "stop", "stop")
        for button in (self._stop, self._pause, self._resume):
            button.setMinimumHeight(_STOP_HEIGHT)
        self._stop.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self._start.clicked.connect(self.start_wanted)
        self._pausing.pause_wanted.connect(self.pause_wanted)
        self._pausing.resume_wanted.connect(self.resume_wanted)
        self._stop.pressed.connect(self.stop_wanted)  # at the press: nobody means to take a stop back
        self.thinking.answer_now.clicked.connect(self.answer_wanted)
        self.on_phase_changed(Phase.IDLE)

    @property
    def approves_each(self) -> bool:
        """Whether every step is to be approved."""
        return self._approve.isChecked()

    @Slot(object)
    def on_phase_changed(self, phase: Phase) -> None:
        """Show which buttons mean something now."""
        idle = phase is Phase.IDLE
        for widget in (self._approve, self._start):
            widget.setEnabled(idle)
        self._pausing.on_phase_changed(phase)
        self._stop.setEnabled(not idle and phase is not Phase.STOPPING)
        self.status.setVisible(not idle)
        self.status.on_phase_changed(phase)
        self.thinking.on_phase_changed(phase)

    @Slot(str, int)
    def on_streamed(self, text: str, pieces: int) -> None:
        """Count what the model writes."""
        self.status.on_streamed(text, pieces)
        self.thinking.on_streamed(text, pieces)

    def _lay_out(self) -> None:
        start = QHBoxLayout()
        start.addWidget(self._approve, 1)
        start.addWidget(self._start)
        hold = QHBoxLayout()
        hold.setSpacing(8)
        for button in (self._pause, self._resume, self._stop):
            hold.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.status)
        layout.addWidget(self.thinking)
        layout.addLayout(start)
        layout.addLayout(hold)

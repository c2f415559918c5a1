"""How much of the thinking budget is used, and the button that ends the thought."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.panel.look.theme import Theme
from ui.panel.run.phase import Phase
from ui.panel.widgets.buttons import push_button


class ThinkingBar(QWidget):
    """Counts streamed pieces (about a token each) against the budget; shown while the model thinks."""

    def __init__(self, theme: Theme, budget: int) -> None:
        super().__init__()
        self.answer_now = push_button(theme, self.tr("Answer now"), "skip")
        self.answer_now.setToolTip(self.tr("End the thought and let it act on what it has"))
        self._bar = QProgressBar()
        self._bar.setMaximum(budget)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Thinking budget"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._bar, 1)
        row.addWidget(self.answer_now)
        self.hide()

    @Slot(object)
    def on_phase_changed(self, phase: Phase) -> None:
        """Begin anew with each thought; it stays through the run, so that nothing jumps from step to step."""
        self.setVisible(phase is not Phase.IDLE)
        self.answer_now.setEnabled(phase.can_answer)  # each change dresses the button anew
        if phase is Phase.THINKING:
            self._show(0)

    @Slot(str, int)
    def on_streamed(self, _text: str, pieces: int) -> None:
        """Count."""
        self._show(min(self._bar.value() + pieces, self._bar.maximum()))

    def _show(self, value: int) -> None:
        """Let the bar be painted in its turn; by itself Qt's paints at once, and all else that waits in the window."""
        self._bar.setUpdatesEnabled(False)
        self._bar.setValue(value)
        self._bar.setUpdatesEnabled(True)

"""Pause and Resume side by side, in the panel's window and on the strip.

Both stay where they are and keep their meaning, for the mouse that moves towards one of them holds the run already.
"""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QAbstractButton

from ui.panel.run.phase import Phase


class Pausing(QObject):
    """What the two buttons show, and what they mean.

    Signals:
        pause_wanted, resume_wanted: A button was pressed.
    """

    pause_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self, pause: QAbstractButton, resume: QAbstractButton) -> None:
        super().__init__(pause)
        self._pause, self._resume = pause, resume
        pause.setCheckable(True)
        pause.clicked.connect(self._on_pause)
        resume.clicked.connect(self.resume_wanted)

    @Slot(object)
    def on_phase_changed(self, phase: Phase) -> None:
        """Show Pause pressed down while the run stands still, however it came to."""
        self._pause.setEnabled(phase.can_pause)
        self._pause.setChecked(phase.is_held)
        self._resume.setEnabled(phase.is_held)

    @Slot()
    def _on_pause(self) -> None:
        """Stay pressed down: pressed again, the run stands still as before."""
        self._pause.setChecked(True)
        self.pause_wanted.emit()

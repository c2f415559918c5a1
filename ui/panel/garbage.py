"""Collects Python's cyclic garbage on the window's thread only.

Left to itself the collector runs on whichever thread allocates, and would destroy widgets on the run's thread, which
Qt does not survive. Between runs everything is collected; during a run only what is young, which takes no time.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

from ui.panel.run.phase import Phase

_PERIOD_MS = 500
_YOUNG, _ALL = 1, 2


class GarbageCollector(QObject):
    """Takes the collector over for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._generation = _ALL
        gc.collect()
        gc.freeze()  # what stands now stays: modules, classes, the window
        gc.disable()
        timer = QTimer(self, interval=_PERIOD_MS)
        timer.timeout.connect(self._on_timeout)
        timer.start()

    @Slot(object)
    def on_phase_changed(self, phase: Phase) -> None:
        """Keep the long collections out of a run."""
        self._generation = _ALL if phase is Phase.IDLE else _YOUNG

    def leave(self) -> None:
        """Give the collector back."""
        gc.enable()
        gc.unfreeze()

    @Slot()
    def _on_timeout(self) -> None:
        if gc.get_count()[self._generation]:
            gc.collect(self._generation)

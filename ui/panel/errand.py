"""Work with the disk or the network that the window must not wait for."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal

from ui.panel.failures import in_a_sentence

_log = logging.getLogger(__name__)


class Errand(QObject):
    """Does one kind of work on a thread of the pool. It has no parent: it lives until its work is done.

    Signals:
        done: It is done (what the work returned).
        failed: It could not be done (a sentence).
    """

    done = Signal(object)
    failed = Signal(str)

    def run(self, work: Callable[[], object]) -> None:
        """Begin; the outcome comes by signal."""
        QThreadPool.globalInstance().start(lambda: self._do(work))

    def _do(self, work: Callable[[], object]) -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - the boundary of the pool's threads
            _log.debug("The errand failed", exc_info=True)
            self.failed.emit(in_a_sentence(error))
        else:
            self.done.emit(result)

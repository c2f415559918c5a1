"""The panel's suite of tasks as the widgets see it: what they may wish, and what has happened.

Lives on the window's thread and owns the suite's. A stop reaches the tasks without passing through any queue.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QThread, Signal, Slot

from tasks.runner.suite import SuiteOptions
from tasks.task import Task
from ui.panel.tasks.suite_worker import SuiteJob, SuiteWorker

_END_MS = 30_000
"""Each worker takes a second or two to end all that a task has started."""


class SuiteRun(QObject):
    """One suite at a time.

    Signals:
        started: Some tasks are run (their ids).
        begun: An attempt at a task begins (the run's id, the attempt's folder).
        doing: A task's worker says what it is doing (the run's id, its words).
        result_came: A task is finished (PastResult).
        stopping: The person stopped it; it is about to end.
        ended: It is over, or was stopped.
        failed: It could not begin or broke (a sentence).
        finished: None goes on any more, however it ended.
    """

    started = Signal(object)
    begun = Signal(str, object)
    doing = Signal(str, str)
    result_came = Signal(object)
    stopping = Signal()
    ended = Signal()
    failed = Signal(str)
    finished = Signal()

    _job_given = Signal(object)

    def __init__(self, worker: SuiteWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: SuiteJob | None = None
        self._worker = worker
        self._thread = QThread()
        self._job_given.connect(worker.do)
        worker.begun.connect(self.begun)
        worker.doing.connect(self.doing)
        worker.result_came.connect(self.result_came)
        worker.ended.connect(self._on_ended)
        worker.failed.connect(self._on_failed)
        worker.moveToThread(self._thread)
        self._thread.start()

    @property
    def goes_on(self) -> bool:
        """Whether a suite has not ended yet."""
        return self._job is not None

    @property
    def is_stopping(self) -> bool:
        """Whether it goes on only until its tasks have been ended."""
        return self._job is not None and self._job.stop.is_set()

    def start(self, tasks: Sequence[Task], approved: Sequence[Task], options: SuiteOptions) -> None:
        """Run these tasks, of which the person has just approved some; nothing while a suite goes on."""
        if self.goes_on:
            return
        self._job = SuiteJob(tuple(tasks), tuple(approved), options)
        self.started.emit([task.run_id for task in tasks])
        self._job_given.emit(self._job)

    @Slot()
    def stop(self) -> None:
        """End all that is running, and begin nothing more."""
        if self._job:
            self._job.stop.set()
            self.stopping.emit()

    def shut_down(self) -> None:
        """Stop, and wait for the suite's thread to end; what a task started ends with this process in any case."""
        if self._job:
            self._job.stop.set()
        self._thread.quit()
        if not self._thread.wait(_END_MS):
            self._thread.terminate()

    @Slot()
    def _on_ended(self) -> None:
        self._job = None
        self.ended.emit()
        self.finished.emit()

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._job = None
        self.failed.emit(sentence)
        self.finished.emit()

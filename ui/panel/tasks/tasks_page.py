"""The page of tasks: those of a folder with their last results, one of them at large, and the suite that runs them.

The folder is read anew, off the window's thread, whenever the page is shown or tasks are to be run: files change.
"""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tasks.runner.records import Status
from ui.panel.history.reports import Reports
from ui.panel.language import language_in_use
from ui.panel.look.theme import Theme
from ui.panel.run.phase import Phase
from ui.panel.sentences import translated
from ui.panel.settings.panel_settings import TaskSettings
from ui.panel.tasks.folder_bar import FolderBar
from ui.panel.tasks.folder_reader import FolderReader, TaskPlaces, Wish
from ui.panel.tasks.listing import Entry, PastResult
from ui.panel.tasks.no_tasks_view import NoTasksView
from ui.panel.tasks.suite_controls import SuiteControls
from ui.panel.tasks.suite_run import SuiteRun
from ui.panel.tasks.task_browser import TaskBrowser
from ui.panel.tasks.task_words import counted
from ui.panel.tasks.trust_dialog import TrustDialog
from ui.report.suite.page import write_suite_report
from ui.wording import printable

_PROGRESS_MS = 100
"""Tasks that are skipped come by the thousand in no time."""


class TasksPage(QWidget):
    """Follows a `SuiteRun`.

    Signals:
        run_wanted: Tasks are to be run, some of which were approved just now (both).
        settings_changed: The person chose another folder, or how many tasks are run at once (TaskSettings).
    """

    run_wanted = Signal(object, object)
    settings_changed = Signal(object)

    def __init__(
        self, theme: Theme, suite: SuiteRun, places: TaskPlaces, reports: Reports, settings: TaskSettings
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme, self._suite, self._reports = theme, suite, reports
        self._folder = Path(settings.folder) if settings.folder else None
        self._goal_runs = self._has_tasks = self._has_selected = False
        self._statuses: Counter[Status] = Counter()
        self._total = 0
        self._bar, self._empty = FolderBar(theme), NoTasksView(theme, places.suites)
        self._browser, self._controls = TaskBrowser(theme, suite), SuiteControls(theme, settings.workers)
        self._stack = QStackedWidget()
        self._reader = FolderReader(places)
        self._progress = QTimer(self, singleShot=True, interval=_PROGRESS_MS)
        self._lay_out()
        self._connect()
        if self._folder:
            self._bar.show_folder(self._folder)
        self._update()

    @property
    def settings(self) -> TaskSettings:
        """What is to be remembered of it."""
        return TaskSettings(folder=str(self._folder or ""), workers=self._controls.workers)

    def limit_workers(self, most: int | None) -> None:
        """Run no more tasks at once than the model serves."""
        self._controls.limit_workers(most)

    def say_wrong(self, sentence: str) -> None:
        """Say that something is wrong."""
        self._controls.say(printable(translated(sentence)), wrong=True)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look what the folder holds by now."""
        super().showEvent(event)
        self.refresh()

    @Slot(object)
    def open_folder(self, folder: Path) -> None:
        """Show the tasks of a folder."""
        self._folder, self._has_tasks = folder, False
        self._bar.show_folder(folder)
        self._browser.show_entries([])
        self._controls.say("")
        self.settings_changed.emit(self.settings)
        self._read(folder)

    @Slot()
    def refresh(self) -> None:
        """Read the folder again."""
        if self._folder and not (self._suite.goes_on or self._reader.is_reading):
            self._read(self._folder)

    @Slot(object)
    def on_phase_changed(self, phase: Phase) -> None:
        """Run no tasks beside a goal: they would slow each other down, and a local GLM serves but one."""
        if self._goal_runs and phase is Phase.IDLE:
            self._controls.say("")
        self._goal_runs = phase is not Phase.IDLE
        self._update()

    def _read(self, folder: Path, wish: Wish = frozenset()) -> None:
        """Read a folder, and then run of it what is wished."""
        self._reader.ask(folder, wish)
        self._empty.say_reading()
        self._update()

    @Slot(object, object)
    def _on_read(self, entries: Sequence[Entry], wish: Wish) -> None:
        self._browser.show_entries(entries)
        self._has_tasks = any(entry.task for entry in entries)
        self._empty.say_empty()
        self._update()
        self._begin([entry for entry in entries if entry.task and (wish is None or entry.key in wish)])

    @Slot(str)
    def _on_not_read(self, sentence: str) -> None:
        self._browser.show_entries([])
        self._has_tasks = False
        self._empty.say_wrong(printable(translated(sentence)))
        self._update()

    def _begin(self, chosen: Sequence[Entry]) -> None:
        """Run what is chosen, once its trust is settled."""
        untrusted = [entry for entry in chosen if entry.reasons]
        if not untrusted:
            self._run(chosen, [])
            return
        others = [entry for entry in chosen if not entry.reasons]
        dialog = TrustDialog(self._theme, untrusted, self, has_others=bool(others))
        dialog.trusted.connect(lambda: self._run(chosen, untrusted))
        dialog.left_out.connect(lambda: self._run(others, []))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _run(self, chosen: Sequence[Entry], approved: Sequence[Entry]) -> None:
        if chosen and not self._goal_runs:
            self.settings_changed.emit(self.settings)
            self.run_wanted.emit([entry.task for entry in chosen], [entry.task for entry in approved])

    @Slot()
    def _on_selected_wanted(self) -> None:
        assert self._folder, "there is something to select"
        self._read(self._folder, self._browser.selected)

    @Slot()
    def _on_all_wanted(self) -> None:
        assert self._folder, "there is something to run"
        self._read(self._folder, None)

    @Slot()
    def _on_selection(self) -> None:
        self._has_selected = bool(self._browser.selected)
        self._update()

    @Slot(object)
    def _on_started(self, keys: Sequence[str]) -> None:
        self._statuses, self._total = Counter(), len(keys)
        self._controls.say("")
        self._update()

    @Slot(object)
    def _on_result(self, past: PastResult) -> None:
        self._statuses[past.result.status] += 1
        if not self._progress.isActive():
            self._progress.start()

    @Slot()
    def _on_ended(self) -> None:
        done = counted(self._statuses)
        if self._statuses.total() < self._total:
            done = self.tr("Stopped. {done}").format(done=done)
        self._controls.say(done)

    @Slot(object)
    def _on_report_wanted(self, past: PastResult) -> None:
        self._controls.say("")
        self._reports.make(partial(write_suite_report, past.folder, language_in_use()))

    @Slot()
    def _update(self) -> None:
        """Show what can be done now, and how far the suite is."""
        goes_on = self._suite.goes_on
        idle = not (goes_on or self._goal_runs or self._reader.is_reading)
        self._bar.allow(not goes_on)
        self._controls.allow(
            selected=idle and self._has_selected,
            all_=idle and self._has_tasks,
            stop=goes_on and not self._suite.is_stopping,
        )
        self._stack.setCurrentWidget(self._browser if self._browser.has_entries else self._empty)
        self._controls.go_on(self._statuses.total(), self._total) if goes_on else self._controls.rest()
        if goes_on:
            self._controls.say(self.tr("Stopping…") if self._suite.is_stopping else self._how_far())
        elif self._goal_runs:
            self._controls.say(self.tr("A goal is worked on: tasks can be run when that has ended."))

    def _how_far(self) -> str:
        far = self.tr("{done} of {total}").format(done=self._statuses.total(), total=self._total)
        return " · ".join(part for part in (far, counted(self._statuses)) if part)

    def _connect(self) -> None:
        self._bar.chosen.connect(self.open_folder)
        self._bar.again_wanted.connect(self.refresh)
        self._empty.choice_wanted.connect(self._bar.choose)
        self._empty.chosen.connect(self.open_folder)
        self._browser.selection_changed.connect(self._on_selection)
        self._browser.report_wanted.connect(self._on_report_wanted)
        self._controls.selected_wanted.connect(self._on_selected_wanted)
        self._controls.all_wanted.connect(self._on_all_wanted)
        self._controls.stop_wanted.connect(self._suite.stop)
        self._progress.timeout.connect(self._update)
        self._reader.read.connect(self._on_read)
        self._reader.failed.connect(self._on_not_read)
        self._reports.failed.connect(self.say_wrong)
        self._suite.started.connect(self._on_started)
        self._suite.result_came.connect(self._on_result)
        self._suite.stopping.connect(self._update)
        self._suite.ended.connect(self._on_ended)
        self._suite.failed.connect(self.say_wrong)
        self._suite.finished.connect(self._update)

    def _lay_out(self) -> None:
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._browser)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(16)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._controls)

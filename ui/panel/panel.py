"""The panel as a whole: the run, the window with its pages, the tray, and what the settings change."""

from functools import partial
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTranslator, Slot
from PySide6.QtWidgets import QApplication

from tasks.runner.trusted import trusted_file
from tasks.task import Task
from ui.panel.doctor_page import DoctorPage
from ui.panel.errand import Errand
from ui.panel.history.history_page import HistoryPage
from ui.panel.history.past_runs import PastRun
from ui.panel.history.reports import Reports
from ui.panel.language import use_language
from ui.panel.look.theme import Theme
from ui.panel.run.panel_run import PanelRun
from ui.panel.run.run_page import RunPage
from ui.panel.run.worker import Worker
from ui.panel.settings.options import most_at_once, run_settings, suite_options
from ui.panel.settings.panel_settings import PanelSettings, TaskSettings, read_settings, write_settings
from ui.panel.settings.settings_page import SettingsPage
from ui.panel.settings.welcome_page import WelcomePage
from ui.panel.strip.own_windows import OwnWindows
from ui.panel.strip.stage import Stage
from ui.panel.tasks.folder_reader import TaskPlaces
from ui.panel.tasks.suite_run import SuiteRun
from ui.panel.tasks.suite_worker import SuiteWorker
from ui.panel.tasks.tasks_page import TasksPage
from ui.panel.tray import Tray
from ui.panel.window import PanelWindow

_DONE_MS = 3000


class Panel(QObject):
    """Connects the parts. Settings lie in `file`, recordings in `runs`, results of tasks beside them."""

    def __init__(
        self,
        application: QApplication,
        theme: Theme,
        worker: Worker,
        file: Path,
        runs: Path,
        suites: SuiteWorker | None = None,
    ) -> None:
        super().__init__()
        self._application, self._theme, self._file, self._runs = application, theme, file, runs
        self._is_new = not file.exists()
        self.settings, self._complaint = read_settings(file)
        self._translators: list[QTranslator] = []
        self.own = OwnWindows()
        self.run = PanelRun(worker, self, runs)
        self.run.finished.connect(self._say_what_broke)
        self._places = TaskPlaces(runs.parent / "results", trusted_file(runs), Path(str(files("tasks") / "suites")))
        self.suite = SuiteRun(suites or SuiteWorker(self._places.results, self._places.approvals), self)
        self._broken = ""
        self._saving, self._remembering = Errand(), Errand()
        self._saving.done.connect(self._on_saved)
        self._saving.failed.connect(self._on_not_saved)
        self._remembering.failed.connect(self._on_not_remembered)
        self._dress()
        self._build()

    def open(self) -> None:
        """Show the window."""
        self.window.show()
        self.window.activateWindow()
        self.run_page.focus()

    @Slot()
    def close(self) -> None:
        """Stop a run at once, and end the program when it has ended."""
        self.run.stop()
        self.suite.stop()
        self.stage.hide_all()
        self.run.finished.connect(self._quit)
        self.suite.finished.connect(self._quit)
        self._quit()

    @Slot(str)
    def on_broke(self, sentence: str) -> None:
        """Say what nobody foresaw. No run goes on at a panel that may have lost what it asked."""
        self._broken = sentence
        if self.run.goes_on:
            self.run.stop()
        else:
            self._say_what_broke()

    def shut_down(self) -> None:
        """Wait for the run's thread and for what was begun for the windows, and destroy them."""
        self.run.shut_down()
        self.suite.shut_down()
        QThreadPool.globalInstance().waitForDone(_DONE_MS)
        self.stage.leave()
        self.window.deleteLater()

    @property
    def _goes_on(self) -> bool:
        return self.run.goes_on or self.suite.goes_on

    @Slot()
    def _quit(self) -> None:
        """End the program when nothing goes on any more."""
        if not self._goes_on:
            QApplication.quit()

    @Slot()
    def _say_what_broke(self) -> None:
        """Say it after the run's own ending, which would take its place."""
        if self._broken:
            self.window.show_page(self._run_number)
            self.run_page.warn(self._broken)
            self._broken = ""

    def _dress(self) -> None:
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = use_language(self._application, self.settings.language)
        self._theme.use(self.settings.theme)

    def _build(self) -> None:
        """Build the window and all that is in it; texts are in the language of this moment."""
        theme, settings = self._theme, self.settings
        self.window = PanelWindow(theme)
        self.reports = Reports(self.window)
        self.run_page = RunPage(theme, self.run, settings)
        self.tasks_page = TasksPage(theme, self.suite, self._places, Reports(self.window), settings.tasks)
        self.tasks_page.limit_workers(most_at_once(settings))
        self.history_page = HistoryPage(theme, self._runs, self.reports)
        self.doctor_page = DoctorPage(theme)
        self.settings_page = SettingsPage(theme, settings)
        self._run_number = self.window.add_page(self.run_page, self.tr("Run"), "run")
        self.window.add_page(self.tasks_page, self.tr("Tasks"), "tasks")
        self.window.add_page(self.history_page, self.tr("History"), "history")
        self._doctor_number = self.window.add_page(self.doctor_page, self.tr("Doctor"), "doctor")
        self.window.add_page(self.settings_page, self.tr("Settings"), "settings")
        self.stage = Stage(theme, self.run, self.window, self.own, shrinks=settings.shrinks)
        self.tray = Tray(theme, self.window)
        self._connect()
        if self._is_new:
            self._welcome()
        if self._complaint:
            self.run_page.warn(self._complaint)
        self.history_page.refresh()

    def _connect(self) -> None:
        self.run_page.start_wanted.connect(self._on_start_wanted)
        self.run_page.report_wanted.connect(self._on_report_wanted)
        self.tasks_page.run_wanted.connect(self._on_tasks_wanted)
        self.tasks_page.settings_changed.connect(self._on_task_settings)
        self.run.phase_changed.connect(self.tasks_page.on_phase_changed)
        self.history_page.listed.connect(self._on_listed)
        self.settings_page.saved.connect(self._on_settings)
        self.reports.failed.connect(self.run_page.warn)
        self.run.phase_changed.connect(self.doctor_page.on_phase_changed)
        self.run.phase_changed.connect(self.tray.on_phase_changed)
        self.run.finished.connect(self.history_page.refresh)
        self.window.closed.connect(self.close)
        self.tray.show_wanted.connect(self.stage.expand)
        self.tray.stop_wanted.connect(self.run.stop)
        self.tray.quit_wanted.connect(self.close)

    def _welcome(self) -> None:
        page = WelcomePage(self._theme, self.settings)
        page.done.connect(self._on_settings)
        page.check_wanted.connect(partial(self.window.show_page, self._doctor_number))
        self.window.show_first(page)

    @Slot(str, bool)
    def _on_start_wanted(self, goal: str, approve_each: bool) -> None:
        if self.suite.goes_on:
            self.run_page.warn(self.tr("Tasks are running. Stop them, or wait until they are finished."))
            return
        self.run.start(
            goal, self.settings.model, run_settings(self.settings, approve_each=approve_each), self.own.rects
        )

    @Slot(object, object)
    def _on_tasks_wanted(self, tasks: list[Task], approved: list[Task]) -> None:
        if most_at_once(self.settings):
            self.run.free_model()
        self.suite.start(tasks, approved, suite_options(self.settings))

    @Slot(object)
    def _on_task_settings(self, tasks: TaskSettings) -> None:
        """Keep what was chosen on the page of tasks; it says nothing of that, as one of settings does."""
        if tasks != self.settings.tasks:
            self.settings = self.settings.model_copy(update={"tasks": tasks})
            self._remembering.run(partial(write_settings, self._file, self.settings))

    @Slot()
    def _on_report_wanted(self) -> None:
        self.reports.open(self.run.folder)

    @Slot(object)
    def _on_listed(self, runs: list[PastRun]) -> None:
        self.run_page.offer_goals([run.record.goal for run in runs])

    @Slot(object)
    def _on_settings(self, settings: PanelSettings) -> None:
        """Use the settings and keep them; another language needs the window to be built anew."""
        before, self.settings = self.settings, settings.model_copy(update={"tasks": self.settings.tasks})
        self._saving.run(partial(write_settings, self._file, self.settings))
        self.tasks_page.limit_workers(most_at_once(settings))
        self.stage.shrinks = settings.shrinks
        if settings.theme != before.theme:
            self._theme.use(settings.theme)
        if self._is_new or (settings.language != before.language and not self._goes_on):
            self._is_new = False
            self._rebuild()

    def _rebuild(self) -> None:
        old, geometry = self.window, self.window.geometry()
        self.stage.leave()
        self._dress()
        self._build()
        self.window.setGeometry(geometry)
        self.window.show()
        old.hide()
        old.deleteLater()

    @Slot(object)
    def _on_saved(self, _nothing: object) -> None:
        self.settings_page.say(self.tr("Saved."))

    @Slot(str)
    def _on_not_saved(self, sentence: str) -> None:
        text = self.tr("These settings hold until the panel is closed; they cannot be saved: {why}")
        self.settings_page.say(text.format(why=sentence), wrong=True)

    @Slot(str)
    def _on_not_remembered(self, sentence: str) -> None:
        self.tasks_page.say_wrong(sentence)

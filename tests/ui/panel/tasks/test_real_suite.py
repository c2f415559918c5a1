"""Tasks run from the panel: real workers, real displays, a real editor; nothing is faked."""

import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tasks.displays import VirtualDisplay
from tasks.runner.records import Status
from tests.fakes import FakeModel
from tests.tasks.runner.running import pids
from tests.ui.panel.conftest import OpenPanel
from tests.ui.panel.person import Person
from tests.ui.panel.replies import DONE
from tests.ui.panel.tasks.suites import rows, write_tasks
from ui.panel.panel import Panel
from ui.panel.settings.panel_settings import PanelSettings, TaskSettings
from ui.panel.tasks.listing import last_results
from ui.panel.widgets.picture_view import PictureView

pytestmark = pytest.mark.display

NOTE = """
goal: 'type "Hello 会议", then press ctrl+s'
set_up:
  files: {note.txt: ""}
  launch: {open: Mousepad, files: [note.txt]}
checks:
  - {file: note.txt, text: "Hello 会议"}
"""
ENDLESS = "goal: wait 60 seconds\nset_up: {launch: Mousepad}\n"


def run_all(open_panel: OpenPanel, person: Person, folder: Path) -> Panel:
    settings = PanelSettings(language="en", theme="light", tasks=TaskSettings(folder=str(folder)))
    panel = open_panel(FakeModel(DONE), settings=settings)
    person.press("Tasks")
    person.press("Run all")
    return panel


def wait(happened: object, seconds: float = 60) -> None:
    """Wait longer than a person at the panel does, with the window living on."""
    assert callable(happened)
    until = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < until, "it did not happen"
        QApplication.processEvents()
        time.sleep(0.01)


def test_a_note_is_written_and_watched(
    open_panel: OpenPanel, person: Person, display: VirtualDisplay, tmp_path: Path
) -> None:
    panel = run_all(open_panel, person, write_tasks(tmp_path / "套件", "note", text=NOTE))
    (picture,) = panel.tasks_page.findChildren(PictureView)
    wait(lambda: picture.isVisible() and panel.suite.goes_on)
    wait(lambda: not panel.suite.goes_on)
    assert rows(panel)[0].startswith("套件/note. passed"), last_results(tmp_path / "results")
    ((_, past),) = last_results(tmp_path / "results").items()
    assert past.result.status is Status.PASSED
    assert pids(str(tmp_path)) == []


def test_stop_ends_all_that_a_task_has_started(
    open_panel: OpenPanel, person: Person, display: VirtualDisplay, tmp_path: Path
) -> None:
    panel = run_all(open_panel, person, write_tasks(tmp_path / "suite", "endless", text=ENDLESS))
    wait(lambda: person.sees("step") or person.sees("opens the model"))
    assert pids(str(tmp_path)) != []
    began = time.monotonic()
    person.press("Stop")
    wait(lambda: not panel.suite.goes_on, 10)
    assert pids(str(tmp_path)) == []
    assert time.monotonic() - began < 5
    assert person.can_press("Run all")

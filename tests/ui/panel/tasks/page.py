"""The page of tasks in the real panel."""

from pathlib import Path

from tests.fakes import FakeModel
from tests.ui.panel.conftest import OpenPanel
from tests.ui.panel.person import Person
from tests.ui.panel.replies import DONE
from tests.ui.panel.tasks.suites import FakeSuites, rows
from ui.panel.panel import Panel
from ui.panel.settings.panel_settings import PanelSettings
from ui.panel.tasks.suite_worker import MakeSuite
from ui.panel.widgets.picture_view import PictureView


def show(
    open_panel: OpenPanel, person: Person, folder: Path | str, suites: MakeSuite | None = None, **settings: object
) -> Panel:
    """Open the panel on the page of tasks."""
    given = {"language": "en", "theme": "light", "tasks": {"folder": str(folder)}} | settings
    panel = open_panel(FakeModel(DONE), settings=PanelSettings.model_validate(given), suites=suites or FakeSuites())
    person.press("Tasks")
    return panel


def picture(panel: Panel) -> PictureView:
    (found,) = panel.tasks_page.findChildren(PictureView)
    return found


def wait_for_rows(panel: Panel, person: Person, count: int) -> None:
    person.wait_for(lambda: len(rows(panel)) == count and person.can_press("Run all"))

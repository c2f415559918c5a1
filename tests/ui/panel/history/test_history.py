"""The page of past runs, with recordings that something has damaged."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListView

from agent.control.run_control import RunControl
from agent.listener import RunListener
from agent.settings import RunSettings
from tests.fakes import FakeDesktop, FakeModel
from tests.ui.panel.conftest import OpenPanel, on_fake
from tests.ui.panel.person import Person
from tests.ui.panel.replies import DONE, click
from ui.panel.panel import Panel

pytestmark = pytest.mark.display

Damage = Callable[[Path], object]


def record(folder: Path) -> None:
    model, settings = FakeModel(click(), DONE), RunSettings()
    on_fake(FakeDesktop())("a goal", model, folder, settings, RunControl(), RunListener())


def open_history(open_panel: OpenPanel, person: Person, runs: Path) -> tuple[Panel, QListView]:
    panel = open_panel(FakeModel(DONE), runs=runs)
    person.press("History")
    return panel, panel.history_page.findChildren(QListView)[0]


@pytest.mark.parametrize(
    "damage",
    [
        lambda run: (run / "run.json").write_bytes(b"\x00\xff{garbage"),
        lambda run: (run / "run.json").write_text("{}"),
        lambda run: (run / "run.json").write_text("[" * 100_000),
        lambda run: (run / "run.json").unlink(),
        lambda run: (run / "steps.jsonl").unlink(),
        lambda run: shutil.rmtree(run),
        lambda run: (run / "steps.jsonl").write_text("{}\n"),
        lambda run: (run / "steps.jsonl").write_text("no JSON\n"),
    ],
)
def test_a_recording_that_cannot_be_read_hides_no_other_one(
    open_panel: OpenPanel, person: Person, tmp_path: Path, damage: Damage
) -> None:
    runs = tmp_path / "runs"
    for name in ("1-whole", "2-damaged", "3-whole"):
        record(runs / name)
    damage(runs / "2-damaged")
    (runs / "a-file").write_text("")
    panel, shown = open_history(open_panel, person, runs)
    person.wait_for(lambda: shown.model().rowCount() >= 2)
    person.starts_after("Run", "again")
    person.wait_to_see("Goal reached")
    assert panel.run_page.step_count == 1


def test_a_report_that_cannot_be_written_is_said_where_it_was_asked_for(
    open_panel: OpenPanel, person: Person, tmp_path: Path
) -> None:
    runs = tmp_path / "runs"
    record(runs / "run")
    _, shown = open_history(open_panel, person, runs)
    person.wait_for(lambda: shown.model().rowCount() == 1)
    (runs / "run" / "report.html").mkdir()
    shown.setCurrentIndex(shown.model().index(0, 0))
    person.press("Open the report")
    person.wait_to_see("The report cannot be written")
    assert person.can_press("Open the report")


def test_a_folder_of_runs_that_cannot_be_used_is_said(open_panel: OpenPanel, person: Person, tmp_path: Path) -> None:
    runs = tmp_path / ("x" * 300)  # no rights stop root, but no name is so long
    open_history(open_panel, person, runs)
    person.wait_to_see("cannot be used: File name too long.")

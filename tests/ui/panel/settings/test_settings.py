"""The settings' file, and the settings page in the real panel."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox

from actions.policy.policy import Verdict
from tests.fakes import FakeModel
from tests.ui.panel.conftest import OpenPanel
from tests.ui.panel.person import Person
from tests.ui.panel.replies import DONE
from ui.panel.settings.model_choice import ModelChoice
from ui.panel.settings.options import run_settings, suite_options
from ui.panel.settings.panel_settings import PanelSettings, read_settings, write_settings


def choose(panel_window: object, name: str, value: str) -> None:
    boxes = panel_window.findChildren(QComboBox)  # type: ignore[attr-defined]
    box = next(b for b in boxes if b.accessibleName() == name)
    box.setCurrentIndex(box.findData(value))


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    settings = PanelSettings(model=ModelChoice(kind="server", source="http://localhost:8000/v1"), max_steps=7)
    write_settings(tmp_path / "new" / "panel.json", settings)
    assert read_settings(tmp_path / "new" / "panel.json") == (settings, "")


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "panel.json") == (PanelSettings(), "")


@pytest.mark.parametrize(
    "text", ["{", '{"max_step": 3}', '{"grounding": "sideways"}', '{"max_steps": 0}', "[]", "\x00"]
)
def test_a_bad_file_is_said_and_kept(tmp_path: Path, text: str) -> None:
    file = tmp_path / "panel.json"
    file.write_text(text)
    settings, complaint = read_settings(file)
    assert settings == PanelSettings()
    assert str(file) in complaint
    write_settings(file, PanelSettings(max_steps=3))
    assert (tmp_path / "panel.unreadable.json").read_text() == text
    assert read_settings(file)[0].max_steps == 3


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    file = tmp_path / "panel.json"
    file.write_bytes(b"\xff\xfe\x00")
    assert "cannot be read" in read_settings(file)[1]


@pytest.mark.display
def test_what_is_saved_lies_in_the_file_and_holds_for_the_next_run(
    open_panel: OpenPanel, person: Person, tmp_path: Path
) -> None:
    panel = open_panel(FakeModel(DONE))
    panel.window.show_page(4)
    choose(panel.window, "Press key combinations", "refuse")
    person.press("Save")
    person.wait_to_see("Saved.")
    saved = json.loads((tmp_path / "config" / "panel.json").read_text())
    assert saved["policy"]["chord"] == "refuse"
    assert panel.settings.policy.chord is Verdict.REFUSE


def test_the_way_of_asking_holds_for_runs_and_tasks_of_models_that_it_can_help() -> None:
    served = PanelSettings(model=ModelChoice(kind="server", source="http://localhost:8000"), grounding="samples:5")
    assert run_settings(served, approve_each=False).grounding == "samples:5"
    assert suite_options(served).grounding == "samples:5"
    reader = PanelSettings(grounding="zoom")
    assert run_settings(reader, approve_each=False).grounding == suite_options(reader).grounding == "plain"


@pytest.mark.display
def test_the_way_of_asking_is_chosen_and_kept(open_panel: OpenPanel, person: Person) -> None:
    panel = open_panel(FakeModel(DONE), settings=PanelSettings(grounding="samples:7"))
    panel.window.show_page(4)
    choose(panel.window, "Places", "snap")
    person.press("Save")
    person.wait_to_see("Saved.")
    assert panel.settings.grounding == "snap"


@pytest.mark.display
def test_another_language_shows_at_once(open_panel: OpenPanel, person: Person) -> None:
    panel = open_panel(FakeModel(DONE))
    panel.window.show_page(4)
    choose(panel.window, "Language", "zh")
    person.press("Save")
    person.wait_for(lambda: person.can_press("开始"))


@pytest.mark.display
def test_a_new_user_is_welcomed(open_panel: OpenPanel, person: Person, tmp_path: Path) -> None:
    open_panel(FakeModel(DONE), is_new=True)
    assert person.sees("Welcome to Deskhand")
    person.press("Begin")
    person.wait_for(lambda: person.can_press("Start"))
    person.wait_for((tmp_path / "config" / "panel.json").exists)

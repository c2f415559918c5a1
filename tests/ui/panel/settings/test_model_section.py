"""The model's settings: the test button, and the download with its progress."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.local_servers.engine import OLLAMA, VLLM
from model.local_servers.installed import Installed
from tasks.displays import VirtualDisplay
from tests.model.glm.fake_hub import FILES, MODEL, fake_hub
from tests.ui.panel.person import Person
from ui.panel.look.theme import Theme
from ui.panel.settings.found_models import FoundModels
from ui.panel.settings.model_choice import ModelChoice
from ui.panel.settings.model_section import ModelSection

pytestmark = pytest.mark.display

Show: TypeAlias = Callable[[ModelChoice], None]

DOWNLOAD = """
import json, sys
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from ui.panel.settings.model_choice import ModelChoice
from ui.panel.settings.model_section import ModelSection
from ui.panel.look.theme import Theme
application = QApplication([])
section = ModelSection(Theme(application, "light"), ModelChoice(kind="glm", source=sys.argv[1]))
section.show()
next(b for b in section.findChildren(QPushButton) if b.text() == "Download").click()
told, clock = [], QElapsedTimer()
clock.start()
while not any(text.startswith("Ready") for text in told) and clock.elapsed() < 40_000:
    application.processEvents()
    told += [text for label in section.findChildren(QLabel) if (text := label.text()) not in told]
print(json.dumps(told))
"""


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Show:
    """Show the section for a choice."""
    shown: list[ModelSection] = []

    def show_(choice: ModelChoice) -> None:
        shown.append(ModelSection(Theme(qapp, "light"), choice))
        qtbot.addWidget(shown[-1])
        shown[-1].show()

    return show_


def test_a_model_that_answers_is_ready(show: Show, person: Person, tmp_path: Path) -> None:
    file = tmp_path / "replies.jsonl"
    file.write_text(json.dumps("<answer></answer>") + "\n")
    show(ModelChoice(kind="scripted", source=str(file)))
    person.press("Test")
    person.wait_to_see("Ready: scripted")


def test_a_server_that_does_not_answer_is_said(show: Show, person: Person) -> None:
    show(ModelChoice(kind="server", source="http://127.0.0.1:9/v1"))
    person.press("Test")
    person.wait_to_see("http://127.0.0.1:9/v1")
    assert person.can_press("Test")


def test_what_local_servers_hold_is_offered(qtbot: QtBot) -> None:
    held = [Installed(VLLM, 8000, "Qwen3-VL"), Installed(OLLAMA, 1, "llava:7b", sees=True)]
    shown = FoundModels("", lambda: [*held, Installed(OLLAMA, 1, "llama3", sees=False)])
    qtbot.addWidget(shown)
    shown.look()
    qtbot.waitUntil(lambda: shown.count() == 2)
    assert [shown.itemText(0), shown.itemText(1), shown.currentText()] == ["vllm", "ollama:llava:7b", "vllm"]


def test_what_was_chosen_stays_while_servers_are_looked_for(qtbot: QtBot) -> None:
    shown = FoundModels("lmstudio:mine", lambda: [Installed(VLLM, 8000, "x")])
    qtbot.addWidget(shown)
    shown.look()
    qtbot.waitUntil(lambda: shown.count() == 1)
    assert shown.currentText() == "lmstudio:mine"


def test_a_local_server_is_chosen_by_what_the_command_line_calls_it(qtbot: QtBot, qapp: QApplication) -> None:
    section = ModelSection(Theme(qapp, "light"), ModelChoice(kind="local", source="ollama:qwen2.5vl:7b"))
    qtbot.addWidget(section)
    assert section.choice().spec == "ollama:qwen2.5vl:7b"


def test_a_download_without_a_hub_is_said(show: Show, person: Person) -> None:
    show(ModelChoice(kind="glm", source=MODEL))
    person.press("Download")
    person.wait_to_see(f"{MODEL} could not be downloaded")
    assert person.can_press("Download")


def test_a_download_tells_how_far_it_is(display: VirtualDisplay, tmp_path: Path) -> None:
    with fake_hub() as hub:
        environment = {**os.environ, "HF_HUB_OFFLINE": "0", "HF_ENDPOINT": hub.url, "HF_HOME": str(tmp_path)}
        command = [sys.executable, "-c", DOWNLOAD, MODEL]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    told = json.loads(done.stdout.splitlines()[-1])
    assert any(text.startswith("Downloading: ") for text in told)
    assert f"Ready: {MODEL}" in told
    saved = next(tmp_path.rglob("model.safetensors"))
    assert saved.read_bytes() == FILES["model.safetensors"]

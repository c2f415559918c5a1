"""The panel operating a real application on the virtual display: nothing is faked but the model's replies."""

import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PIL import Image
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from agent.endings import StoppedByUser
from agent.recording import Recording
from agent.run import run_goal
from model.base import COVER, Request
from model.reply import Reply
from tasks.displays import VirtualDisplay
from tests.fakes import FakeModel
from tests.monitors import TwoMonitors
from tests.ui.panel.conftest import OpenPanel
from tests.ui.panel.person import Person
from tests.ui.panel.replies import DONE, SlowModel, reply
from ui.panel.settings.panel_settings import PanelSettings
from ui.panel.strip.strip import Strip

pytestmark = pytest.mark.display

EDITOR, XDOTOOL = (shutil.which(name) or name for name in ("mousepad", "xdotool"))
TYPE = reply(action_type="input_text", text="written by the panel", box_2d=[[400, 400, 420, 420]])
WAIT = reply(action_type="wait", seconds=0.1)
SAVE = reply(action_type="press_keys", keys=["ctrl", "s"])


class SeeingModel(FakeModel):
    """Keeps what it was shown."""

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        self.seen.append(request.screenshot or Image.new("RGB", (1, 1)))
        return super().generate(request, on_text, stop)

    def __init__(self, *replies: str) -> None:
        super().__init__(*replies)
        self.seen: list[Image.Image] = []


@pytest.fixture
def note(display: VirtualDisplay, tmp_path: Path, person: Person) -> Iterator[Path]:
    """A text file that stands open in an editor over the whole screen."""
    file = tmp_path / "note.txt"
    file.write_text("")
    editor = subprocess.Popen([EDITOR, str(file)], stderr=subprocess.DEVNULL)
    person.wait_for(lambda: shows("note.txt"))
    subprocess.run([XDOTOOL, "search", "--name", "note.txt", "windowmove", "0", "0", "windowsize", "1280", "780"])
    yield file
    editor.kill()
    editor.wait()


def shows(title: str) -> bool:
    found = subprocess.run([XDOTOOL, "search", "--onlyvisible", "--name", title], capture_output=True, check=False)
    return found.returncode == 0


def strip() -> Strip:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, Strip) and w.isVisible())


def test_a_note_is_written_and_saved(open_panel: OpenPanel, person: Person, note: Path) -> None:
    open_panel(FakeModel(TYPE, SAVE, DONE), run_goal)
    person.starts("write the note")
    person.wait_to_see("Goal reached")
    assert note.read_text() == "written by the panel"


def test_the_model_never_sees_the_panel(open_panel: OpenPanel, person: Person, note: Path) -> None:
    model = SeeingModel(TYPE, DONE)
    open_panel(model, run_goal)
    person.starts()
    person.wait_for(lambda: len(model.seen) == 2)
    place = strip().frameGeometry()
    person.wait_to_see("Goal reached")
    for seen in model.seen:
        inside = seen.crop((place.left(), place.top(), place.right(), place.bottom()))
        assert inside.getcolors() == [(inside.width * inside.height, COVER)]
        assert seen.getpixel((640, 700)) != COVER


def test_the_strip_leaves_a_target_that_lies_beneath_it(open_panel: OpenPanel, person: Person, note: Path) -> None:
    beneath = reply(action_type="click", box_2d=[[900, 60, 910, 70]])  # where the strip stands at first
    places = []
    model = FakeModel(beneath, DONE, while_thinking=lambda: places.append(strip().frameGeometry()))
    open_panel(model, run_goal)
    person.starts()
    person.wait_to_see("Goal reached")
    before, after = places
    assert before.contains(1158, 52)
    assert not after.contains(1158, 52)


def test_a_person_who_moves_the_mouse_takes_over_and_hands_back(
    open_panel: OpenPanel, person: Person, note: Path
) -> None:
    model = SlowModel(TYPE, SAVE, DONE)
    open_panel(model, run_goal)
    person.starts()
    person.wait_for(model.is_thinking.is_set)
    QCursor.setPos(300, 300)
    QCursor.setPos(320, 320)
    model.go_on.set()
    person.wait_to_see("the desktop is yours")
    assert note.read_text() == ""
    person.press("Resume")
    person.wait_to_see("Goal reached")


def test_the_stop_key_ends_the_run(open_panel: OpenPanel, person: Person, note: Path) -> None:
    model = SlowModel(TYPE)
    panel = open_panel(model, run_goal)
    person.starts()
    person.wait_for(model.is_thinking.is_set)
    threading.Thread(target=lambda: subprocess.run([XDOTOOL, "key", "ctrl+alt+Escape"], check=True)).start()
    person.wait_to_see("Stopped")
    assert isinstance(Recording(panel.run.folder).run.ending, StoppedByUser)


def test_the_editor_keeps_the_focus(open_panel: OpenPanel, person: Person, note: Path) -> None:
    model = SlowModel(DONE)
    open_panel(model, run_goal)
    person.starts()
    person.wait_for(model.is_thinking.is_set)
    focus = subprocess.run([XDOTOOL, "getactivewindow", "getwindowname"], capture_output=True, text=True, check=True)
    model.go_on.set()
    person.wait_to_see("Goal reached")
    assert "note.txt" in focus.stdout


def test_a_monitor_that_is_unplugged_in_mid_run_is_said_and_the_panel_lives_on(
    open_panel: OpenPanel, person: Person, two_monitors: TwoMonitors
) -> None:
    settings = PanelSettings(language="en", theme="light", monitor=2)
    model = FakeModel(WAIT, DONE, while_thinking=lambda: two_monitors.unplug("right"))
    panel = open_panel(model, run_goal, settings)
    person.starts()
    person.wait_to_see("Monitor 2 (640x800) is gone")
    assert len(Recording(panel.run.folder).steps) == 1
    person.wait_for(panel.window.isVisible)
    assert person.can_press("Start")


def test_the_agent_clicks_where_it_means_to_on_the_second_monitor(
    open_panel: OpenPanel, person: Person, two_monitors: TwoMonitors
) -> None:
    settings = PanelSettings(language="en", theme="light", monitor=2)
    middle = reply(action_type="click", box_2d=[[495, 495, 505, 505]])
    open_panel(FakeModel(middle, DONE), run_goal, settings)
    person.starts()
    person.wait_to_see("Goal reached")
    assert abs(QCursor.pos().x() - 960) < 3
    assert abs(QCursor.pos().y() - 400) < 3

"""The run's thread by itself: the stop key, while the model is opened."""

import threading
import time
from pathlib import Path

import pytest
from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext.xtest import fake_input

from agent.control.run_control import RunControl
from agent.endings import StoppedByUser
from agent.screen.screen import nothing_covered
from agent.settings import RunSettings
from model.base import Model
from model.glm.settings import Progress
from ui.panel.run.worker import Job, Worker
from ui.panel.settings.model_choice import ModelChoice

pytestmark = pytest.mark.display


def press_stop_key() -> None:
    display = Display()
    keys = [display.keysym_to_keycode(key) for key in (XK.XK_Control_L, XK.XK_Alt_L, XK.XK_Escape)]
    for kind, order in ((X.KeyPress, keys), (X.KeyRelease, keys[::-1])):
        for key in order:
            fake_input(display, kind, key)
    display.sync()
    display.close()


def test_the_stop_key_is_heard_while_a_model_loads(qapp: object, tmp_path: Path) -> None:
    def load(_choice: ModelChoice, on_progress: Progress) -> Model:
        threading.Timer(0.1, press_stop_key).start()
        for part in range(500):
            on_progress("Loading", part / 500)
            time.sleep(0.01)
        raise AssertionError("nobody heard the stop key")

    worker, control, endings = Worker(load), RunControl(), list[object]()
    worker.ended.connect(endings.append)
    worker.failed.connect(endings.append)
    worker.do(Job("g", ModelChoice(), tmp_path / "run", RunSettings(), control, nothing_covered))
    assert endings == [StoppedByUser(message="You stopped it.")]
    assert not (tmp_path / "run").exists()

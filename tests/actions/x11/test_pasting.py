"""What was pasted counts only when it can have been taken by the window that it was pasted into."""

import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from Xlib import X
from Xlib.display import Display

from actions.errors import ActionError
from actions.executor import Executor
from actions.geometry import View
from actions.input.gate import OpenGate
from actions.schema import TypeText
from actions.x11.events import open_display
from actions.x11.keyboard import X11Keyboard
from actions.x11.text import X11TextEntry
from tests.actions.editors import FIELD, Editor
from tests.actions.recorder import InputRecorder
from tests.actions.x11.clipboard_client import clipboard_client

pytestmark = pytest.mark.display

NO_KEYS_FOR_IT = "你好"


@pytest.fixture
def entry(recorder: InputRecorder) -> Iterator[X11TextEntry]:
    """Text entry while a window that ignores Ctrl+V has the focus."""
    display = open_display()
    yield X11TextEntry(display, X11Keyboard(display), OpenGate(), patience=0.5)
    display.close()


@pytest.mark.parametrize("what", [["at-once"], ["at-once", "later"], ["later", "manager"]])
def test_a_clipboard_managers_fetch_is_no_paste(entry: X11TextEntry, what: list[str]) -> None:
    with clipboard_client(*what), pytest.raises(ActionError, match="Nothing took the text"):
        entry.enter(NO_KEYS_FOR_IT)


def test_where_a_manager_alone_took_it_keys_do(entry: X11TextEntry, recorder: InputRecorder) -> None:
    with clipboard_client("at-once", "later"):
        entry.enter("f(x)")
    assert recorder.typed() == "f(x)"


@pytest.mark.parametrize("text", [NO_KEYS_FOR_IT, "f(x)"])
def test_what_a_stranger_took_may_not_have_arrived(entry: X11TextEntry, recorder: InputRecorder, text: str) -> None:
    with clipboard_client("later"), pytest.raises(ActionError, match="look whether it arrived"):
        entry.enter(text)
    assert recorder.typed() == "", "it might stand there twice"


def test_an_applications_own_paste_counts_whoever_looks_too(mousepad: Editor, executor: Executor, view: View) -> None:
    text = f"{NO_KEYS_FOR_IT}\n" * 3
    with clipboard_client("at-once", "later"):
        executor.execute(TypeText(text=text, box_2d=FIELD, override=True), view)
    assert mousepad.received(text) == text


def test_another_connection_of_the_same_process_fetches_for_it(entry: X11TextEntry) -> None:
    with fetching_thread():
        entry.enter(NO_KEYS_FOR_IT)


def test_in_wine_one_process_fetches_for_all(entry: X11TextEntry, tmp_path: Path) -> None:
    wine = tmp_path / "wine64-preloader"
    shutil.copy(Path(sys.executable).resolve(), wine)
    env = {**os.environ, "PYTHONHOME": sys.base_prefix, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with clipboard_client("focus", program=wine, env=env), clipboard_client("later", program=wine, env=env):
        entry.enter(NO_KEYS_FOR_IT)


@contextmanager
def fetching_thread() -> Iterator[None]:
    """A second connection of this process, which fetches what the clipboard holds now and again."""
    done = threading.Event()

    def fetch() -> None:
        display = Display()
        window = display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        clipboard, text = display.get_atom("CLIPBOARD"), display.get_atom("UTF8_STRING")
        taken = None
        while not done.wait(0.01):
            if taken is None and display.get_selection_owner(clipboard) != X.NONE:
                taken = time.monotonic()
            if taken and time.monotonic() > taken + 0.3:
                window.convert_selection(clipboard, text, text, X.CurrentTime)
                display.flush()
        display.close()

    thread = threading.Thread(target=fetch)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()

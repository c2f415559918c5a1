from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from Xlib.display import Display

from actions.input.gate import OpenGate
from actions.x11.clipboard import CLIPBOARD
from actions.x11.contents import Content, Contents, of_text
from actions.x11.events import close_display
from actions.x11.owner import SelectionOwner
from tasks.checks import Machine
from tests.bare_windows import BareWindows
from tests.tasks.checks.judging import holds, sees

pytestmark = pytest.mark.display


@pytest.mark.parametrize("pattern", ["*notes*", "notes.txt [x] - Editor", "note?.txt [x]*", "*Editor"])
def test_a_window_is_found_by_its_title(seen: Machine, pattern: str) -> None:
    with BareWindows() as windows:
        windows.open("notes.txt [x] - Editor")
        assert holds(seen, window=pattern)


@pytest.mark.parametrize("pattern", ["notes", "*Notes*", "notes.txt [y]*", "notes.txt ?*x - Editor", ""])
def test_another_title_is_another_window(seen: Machine, pattern: str) -> None:
    with BareWindows() as windows:
        windows.open("notes.txt [x] - Editor")
        assert "notes.txt [x] - Editor" in sees(seen, window=pattern or "?")


def test_a_title_in_chinese_is_read(seen: Machine) -> None:
    with BareWindows() as windows:
        window = windows.open("Untitled")
        name, utf8 = map(windows.display.get_atom, ("_NET_WM_NAME", "UTF8_STRING"))
        window.change_text_property(name, utf8, "会议纪要")
        windows.display.sync()
        assert holds(seen, window="会议*")


def test_a_window_that_was_closed_is_gone(seen: Machine) -> None:
    with BareWindows() as windows:
        windows.open("Soon closed")
        assert holds(seen, window="Soon closed")
    assert not holds(seen, window="Soon closed")


def test_the_clipboards_text_holds(seen: Machine) -> None:
    with clipboard_of(of_text("café 会议\n")):
        assert holds(seen, clipboard="café 会议\n")
        assert holds(seen, clipboard={"regex": "会议"})
        assert not holds(seen, clipboard={"regex": "纪要"})
        assert sees(seen, clipboard="café 会议") == "the same text with a newline at its end"


def test_latin_1_on_the_clipboard_is_text(seen: Machine) -> None:
    with clipboard_of({"STRING": Content("STRING", "café".encode("latin-1"))}):
        assert holds(seen, clipboard="café")


def test_a_clipboard_without_text_says_so(seen: Machine) -> None:
    assert sees(seen, clipboard="x") == "no text on the clipboard"
    with clipboard_of({"image/png": Content("image/png", b"x")}):
        assert sees(seen, clipboard="x") == "no text on the clipboard"


@contextmanager
def clipboard_of(contents: Contents) -> Iterator[None]:
    """Offer contents on the clipboard, on a thread and a connection of their own."""
    display, over = Display(), Event()
    owner = SelectionOwner(display, CLIPBOARD, contents)
    owner.take()

    def serve() -> None:
        while not over.is_set():
            owner.serve(over.is_set, 0.05, OpenGate().pause)

    serving = Thread(target=serve)
    serving.start()
    try:
        yield
    finally:
        over.set()
        serving.join()
        owner.disown()
        close_display(display)

"""The user's clipboard is the same after text was entered, whatever it held and however the entry ended."""

import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from Xlib.display import Display

from actions.executor import Executor
from actions.geometry import View
from actions.schema import PressKeys, TypeText
from actions.x11 import contents
from actions.x11.clipboard import borrowed_clipboard
from actions.x11.contents import Content, Contents
from actions.x11.events import open_display
from actions.x11.owner import SelectionOwner
from actions.x11.requestor import read_selection
from tasks.displays import VirtualDisplay
from tests.actions.editors import FIELD, Editor, Page
from tests.actions.gates import Interrupted, InterruptingGate

pytestmark = pytest.mark.display

USERS_TEXT = "the user's 文本".encode()
USERS_IMAGE = b"\x89PNG\r\n" + bytes(range(256)) * 4096  # a megabyte: more than one request may carry
AGENTS_TEXT = "the agent's 文本"


@pytest.fixture
def connection(display: VirtualDisplay) -> Iterator[Display]:
    connection = open_display()
    yield connection
    connection.close()


@pytest.fixture
def empty_clipboard(connection: Display) -> None:
    owner = SelectionOwner(connection, "CLIPBOARD", {})
    owner.take()
    owner.disown()


def clipboard(connection: Display) -> Contents:
    return read_selection(connection, "CLIPBOARD", time.sleep)


def xclip(target: str, copied: bytes | None = None) -> bytes:
    """Copy or paste one target with a program that nobody here wrote."""
    if shutil.which("xclip") is None:
        pytest.skip("xclip is not installed")
    command = ["xclip", "-selection", "clipboard", "-target", target, "-out" if copied is None else "-in"]
    if copied is None:
        return subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=10).stdout
    subprocess.run(command, input=copied, stdout=subprocess.DEVNULL, check=True, timeout=10)
    return b""


@pytest.mark.parametrize(("target", "copied"), [("UTF8_STRING", USERS_TEXT), ("image/png", USERS_IMAGE)])
@pytest.mark.parametrize("application", ["mousepad", "featherpad", "page"])
def test_holds_what_it_held(
    request: pytest.FixtureRequest, executor: Executor, view: View, application: str, target: str, copied: bytes
) -> None:
    field: Editor | Page = request.getfixturevalue(application)
    xclip(target, copied)
    executor.execute(TypeText(text=AGENTS_TEXT, box_2d=FIELD, override=True), view)
    assert field.received(AGENTS_TEXT) == AGENTS_TEXT
    assert xclip(target) == copied
    assert xclip("TARGETS").split() == [b"TARGETS", target.encode()]


def test_holds_every_target_of_an_application(executor: Executor, view: View, page: Page, connection: Display) -> None:
    executor.execute(TypeText(text="Text from a web page", box_2d=FIELD, override=True), view)
    for key in ("a", "c"):
        executor.execute(PressKeys(keys=("ctrl", key)), view)
    before = _as_soon_as(connection, "UTF8_STRING")
    executor.execute(TypeText(text=AGENTS_TEXT), view)
    assert len(before) > 2
    assert clipboard(connection) == before


def _as_soon_as(connection: Display, target: str) -> Contents:
    deadline = time.monotonic() + 5
    while target not in (found := clipboard(connection)):
        assert time.monotonic() < deadline, found
    return found


def test_stays_empty(
    empty_clipboard: None, executor: Executor, view: View, mousepad: Editor, connection: Display
) -> None:
    executor.execute(TypeText(text=AGENTS_TEXT, box_2d=FIELD), view)
    assert clipboard(connection) == {}


@pytest.mark.parametrize("permitted", [0, 8, 14, 16, 18, 20, 24, 32, 64])
def test_holds_what_it_held_wherever_the_entry_is_interrupted(
    executor: Executor, view: View, mousepad: Editor, permitted: int
) -> None:
    executor.execute(TypeText(text="empty", box_2d=FIELD, override=True), view)
    executor.execute(PressKeys(keys=("end",)), view)
    xclip("UTF8_STRING", USERS_TEXT)
    with Executor(InterruptingGate(permitted)) as interrupted, suppress(Interrupted):
        interrupted.execute(TypeText(text=AGENTS_TEXT), view)
    assert xclip("UTF8_STRING") == USERS_TEXT
    executor.execute(PressKeys(keys=("ctrl", "end")), view)
    executor.execute(TypeText(text="!"), view)
    expected = "empty!", f"empty{AGENTS_TEXT}!"
    assert mousepad.received(*expected) in expected


def test_comes_back_when_the_borrower_is_killed(connection: Display) -> None:
    xclip("UTF8_STRING", USERS_TEXT)
    with subprocess.Popen([sys.executable, "-c", BORROW_FOR_EVER], stdout=subprocess.PIPE) as borrower:
        assert borrower.stdout is not None
        assert borrower.stdout.readline() == b"borrowed\n"
        borrower.kill()
    assert _as_soon_as(connection, "UTF8_STRING")["UTF8_STRING"].data == USERS_TEXT


BORROW_FOR_EVER = f"""
import time
from actions.x11.clipboard import borrowed_clipboard
from actions.x11.events import open_display
with borrowed_clipboard(open_display(), {AGENTS_TEXT!r}, time.sleep):
    print("borrowed", flush=True)
    time.sleep(60)
"""


def test_is_left_to_whoever_takes_it_meanwhile(connection: Display) -> None:
    xclip("UTF8_STRING", USERS_TEXT)
    with borrowed_clipboard(connection, AGENTS_TEXT, time.sleep):
        xclip("UTF8_STRING", b"copied just now")
    assert xclip("UTF8_STRING") == b"copied just now"


def test_borrowed_text_asks_not_to_be_kept() -> None:
    offered = contents.of_text(AGENTS_TEXT)
    assert offered["x-kde-passwordManagerHint"] == Content("x-kde-passwordManagerHint", b"secret")


def test_keeper_ends_with_the_display() -> None:
    kept = {"UTF8_STRING": Content("UTF8_STRING", USERS_TEXT)}
    command = [sys.executable, "-m", "actions.x11.keeper", "0"]
    with VirtualDisplay((320, 240)) as small, small.in_this_process():
        keeper = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert keeper.stdin is not None
        contents.write(kept, keeper.stdin)
        keeper.stdin.close()
        connection = open_display()
        assert _as_soon_as(connection, "UTF8_STRING") == kept
        connection.close()
    with keeper:
        assert keeper.stdout is not None
        assert select.select([keeper.stdout], [], [], 5)[0], "the keeper still runs"
        assert keeper.stdout.read() == b""

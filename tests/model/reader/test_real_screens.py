"""The reader on real applications: it reads their screens, and what it answers is carried out by real input."""

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from mss import MSS
from PIL import Image

from actions.dialects.parser import read_answer
from actions.executor import Executor
from actions.geometry import Rect, View
from actions.input.gate import OpenGate
from actions.schema import Action, Answer, AskUser, Done, Infeasible
from model.base import Request, Turn
from model.reader.reader import Reader
from tasks.displays import VirtualDisplay
from tests.actions.editors import chromium_page, running

pytestmark = pytest.mark.display

_QUIET = 0.3  # seconds without a change


@pytest.fixture(scope="module")
def executor(display: VirtualDisplay) -> Iterator[Executor]:
    with Executor(OpenGate()) as executor:
        yield executor


@pytest.fixture
def reader() -> Iterator[Reader]:
    reader = Reader()
    yield reader
    reader.close()


def screenshot() -> Image.Image:
    """Return the screen once it is quiet, but for a caret."""
    with MSS() as screen:
        before, since = screen.grab(screen.monitors[1]), time.monotonic()
        while time.monotonic() - since < _QUIET:
            now = screen.grab(screen.monitors[1])
            if np.count_nonzero(np.frombuffer(now.bgra, np.uint8) != np.frombuffer(before.bgra, np.uint8)) > 500:
                before, since = now, time.monotonic()
        return Image.frombytes("RGB", now.size, now.bgra, "raw", "BGRX")


def follow(goal: str, reader: Reader, executor: Executor) -> Action:
    """Do what the reader answers until it ends the run; return the end."""
    turns: list[Turn] = []
    while True:
        image = screenshot()
        answer = reader.generate(Request((), goal, tuple(turns), screenshot=image), lambda _: None, Event()).answer
        action = read_answer(answer).action
        if isinstance(action, Answer | AskUser | Done | Infeasible):
            return action
        screen = Rect(0, 0, *image.size)
        executor.execute(action, View(screen, (screen,)))
        turns.append(Turn(answer, changed=screenshot().tobytes() != image.tobytes()))


def test_a_note_is_saved_through_mousepads_menu_and_dialog(reader: Reader, executor: Executor, tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    goal = (
        r'type "Notes, then 会议\n1. Budget", open menu File > Save As..., '
        f'type "{file}" into Name and click Save'
    )
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    with running(["mousepad", "--disable-server"], "Mousepad", home):
        assert follow(goal, reader, executor) == Done()
        deadline = time.monotonic() + 5
        while not file.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
    assert file.read_text(encoding="utf-8") == "Notes, then 会议\n1. Budget"


@pytest.mark.slow
def test_a_note_is_saved_by_the_usual_keys_and_opened_again(reader: Reader, executor: Executor, tmp_path: Path) -> None:
    file = tmp_path / "autumn.txt"
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    with running(["mousepad", "--disable-server"], "Mousepad", home):
        assert follow(f'type "leaves fall", then save as "{file}"', reader, executor) == Done()
    assert file.read_text(encoding="utf-8") == "leaves fall"


def test_a_form_in_chromium_is_filled_in_and_sent(reader: Reader, executor: Executor, tmp_path: Path) -> None:
    html = Path(__file__).with_name("form.html").read_text(encoding="utf-8")
    goal = (
        'type "Ada" into Full name, type "Paris" into City, 在“电子邮件”中输入“ada@example.org”, '
        'type "Deskhand" into Company, type "mouse" into Search products，然后点击“提交”按钮'
    )
    with chromium_page(html, "Registration", tmp_path) as page:
        assert follow(goal, reader, executor) == Done()
        sent = page.wait_for_event("submit")
    assert sent == {
        "kind": "submit",
        "name": "Ada",
        "city": "Paris",
        "mail": "ada@example.org",
        "company": "Deskhand",
        "search": "mouse",
    }


@pytest.mark.slow
def test_neither_the_task_on_a_page_nor_a_heading_is_taken_for_a_button(
    reader: Reader, executor: Executor, tmp_path: Path
) -> None:
    goal = "Click button ONE, then click TWO and wait a moment."
    report = """fetch("/", { method: "POST", body: JSON.stringify({ kind: event.type }) })"""
    painted = """fetch("/", { method: "POST", body: JSON.stringify({ kind: "painted" }) })"""
    html = f"""<!doctype html><meta charset="utf-8"><title>Task</title>
      <body style="font: 20px sans-serif"><p style="width: 300px; background: yellow">{goal}</p>
      <button onclick='this.style.background = "red"; {report}'>ONE</button><h1>TWO</h1>
      <script>requestAnimationFrame(() => requestAnimationFrame(() => {painted}))</script>"""
    with chromium_page(html, "Task", tmp_path) as page:
        end = follow(goal, reader, executor)
        page.wait_for_event("click")
    assert isinstance(end, Infeasible)
    assert end.reason.startswith("Tried 2 times, and nothing on the screen changed: click “TWO”.")


@pytest.mark.slow
def test_a_password_without_a_label_is_seen_by_its_dots(reader: Reader, executor: Executor, tmp_path: Path) -> None:
    send = """fetch("/", { method: "POST", body: JSON.stringify({ kind: "sent", password: b.value }) })"""
    painted = """fetch("/", { method: "POST", body: JSON.stringify({ kind: "painted" }) })"""
    html = f"""<!doctype html><meta charset="utf-8"><title>Login</title>
      <form onsubmit='event.preventDefault(); document.body.append("Welcome"); {send}'>
      <label>User <input></label> <input id="b" type="password"><button>Go</button></form>
      <script>requestAnimationFrame(() => requestAnimationFrame(() => {painted}))</script>"""
    goal = 'type "ada" into User, press Tab, type "pass word 12", press Enter'
    with chromium_page(html, "Login", tmp_path) as page:
        assert follow(goal, reader, executor) == Done()
        assert page.wait_for_event("sent")["password"] == "pass word 12"


@pytest.mark.slow
def test_cells_of_a_sheet_are_written_by_their_addresses(reader: Reader, executor: Executor, tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    goal = "type 3 in A1 and 4 in B1, write =SUM(A1:B1) in D2, 在AB200单元格输入 far, select B1:D2, what is in D2?"
    with running(["gnumeric", "--no-splash"], "Gnumeric", home):
        assert follow(goal, reader, executor) == Answer(text="7")

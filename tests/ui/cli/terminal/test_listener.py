"""Asking in a real terminal."""

import io
import os
import pty
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from rich.console import Console

from actions.geometry import Rect, View
from actions.schema import PressKeys
from agent.control.run_control import RunControl
from agent.step import Observation
from ui.cli.terminal.listener import TerminalListener

SCREEN = Rect(0, 0, 100, 100)
OBSERVATION = Observation(Image.new("RGB", (100, 100)), View(SCREEN, (SCREEN,)))
ENTER = PressKeys(keys=("enter",))
WAIT_SECONDS = 10.0


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The end of a terminal at which a person types; the other one is this process's input."""
    person, program = pty.openpty()
    with os.fdopen(program, encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        yield person
    os.close(person)


def test_what_was_typed_before_it_was_asked_approves_nothing(keyboard: int, tmp_path: Path) -> None:
    shown = io.StringIO()
    listener = TerminalListener(Console(file=shown), RunControl())
    listener.on_started("goal", tmp_path)
    os.write(keyboard, b"y\n")
    answers = threading.Thread(target=answer_when_asked, args=[keyboard, shown])
    answers.start()
    assert listener.approve(ENTER, OBSERVATION, "It commits.") is None
    answers.join()


def answer_when_asked(keyboard: int, shown: io.StringIO) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while "Do it?" not in shown.getvalue() and time.monotonic() < deadline:
        time.sleep(0.01)
    os.write(keyboard, b"n\n")

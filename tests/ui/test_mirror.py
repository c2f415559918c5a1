"""A display in a window: what is done there is done on the display, and the window closes with it."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext.xtest import fake_input

from actions.geometry import Rect
from actions.x11.windows import X11Windows
from tasks.displays import VirtualDisplay
from tests.actions.windows import bring_to_front
from tests.waiting import wait_until

pytestmark = pytest.mark.display


@pytest.fixture
def shown(display: VirtualDisplay) -> Iterator[VirtualDisplay]:
    with VirtualDisplay((640, 400)) as other:
        yield other


@pytest.fixture
def mirror(shown: VirtualDisplay) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-P", "-m", "ui.mirror", shown.name, shown.environment["XAUTHORITY"]]
    with subprocess.Popen(command) as process:
        yield process
        process.kill()


def place_of(title: str) -> Rect:
    display = Display()
    windows = X11Windows(display)
    rect = next(rect for w in windows.listed() if title in windows.title(w) and (rect := windows.rect(w)))
    display.close()
    return rect


def do(*events: tuple[int, int]) -> None:
    """Let input events of a kind, with a button or key, reach the person's display."""
    display = Display()
    for kind, detail in events:
        fake_input(display, kind, detail)
    display.sync()
    display.close()


def move(x: int, y: int) -> None:
    display = Display()
    fake_input(display, X.MotionNotify, x=x, y=y)
    display.sync()
    display.close()


def test_the_mouse_and_the_keyboard_reach_the_display(shown: VirtualDisplay, mirror: subprocess.Popen[bytes]) -> None:
    with shown.in_this_process():
        other: Any = Display()
    bring_to_front(f"Deskhand: display {shown.name}")
    rect = place_of("Deskhand: display")
    move(rect.x + 100, rect.y + 50)
    wait_until(lambda: near(other, 100, 50))
    do((X.ButtonPress, 1))
    wait_until(lambda: bool(other.screen().root.query_pointer().mask & X.Button1Mask))
    do((X.ButtonRelease, 1))
    key = other.keysym_to_keycode(XK.XK_a)
    do((X.KeyPress, key))
    wait_until(lambda: bool(other.query_keymap()[key // 8] >> key % 8 & 1))
    do((X.KeyRelease, key))
    wait_until(lambda: not any(other.query_keymap()))
    other.close()


def test_it_closes_with_the_display(shown: VirtualDisplay, mirror: subprocess.Popen[bytes]) -> None:
    bring_to_front(f"Deskhand: display {shown.name}")
    shown.__exit__(None, None, None)
    assert mirror.wait(10) == 0


def near(display: Any, x: int, y: int) -> bool:
    pointer = display.screen().root.query_pointer()
    return max(abs(int(pointer.root_x) - x), abs(int(pointer.root_y) - y)) <= 2

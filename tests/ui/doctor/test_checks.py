"""The checks while a person is at the mouse."""

import threading
from collections.abc import Iterator
from itertools import islice

import pytest
from Xlib import X
from Xlib.display import Display
from Xlib.ext.xtest import fake_input

from tasks.displays import VirtualDisplay
from ui.doctor.checks import all_findings

pytestmark = pytest.mark.display


@pytest.fixture
def restless_hand(display: VirtualDisplay) -> Iterator[None]:
    """Moves the mouse all the time."""
    rests = threading.Event()
    hand = threading.Thread(target=move_until, args=[rests])
    hand.start()
    yield
    rests.set()
    hand.join()


def move_until(rests: threading.Event) -> None:
    server, x = Display(), 0
    while not rests.wait(0.005):
        x = (x + 10) % 400
        fake_input(server, X.MotionNotify, x=400 + x, y=700)
        server.sync()
    server.close()


def test_a_takeover_during_the_check_of_input_is_a_finding(restless_hand: None) -> None:
    display, xlib, finding = islice(all_findings(), 3)
    assert display.good
    assert xlib.good
    assert not finding.good
    assert finding.found == "somebody used the mouse or the keyboard meanwhile"

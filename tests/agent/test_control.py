"""The gate that every input passes."""

import threading
import time

import pytest

from actions.gate import Input
from agent.control import RunControl
from agent.endings import LimitReached, StoppedByUser
from agent.errors import Stopped, TakenOver


def test_input_is_permitted_until_a_stop() -> None:
    control = RunControl()
    control.sending(Input.KEY_DOWN)
    control.stop()
    with pytest.raises(Stopped):
        control.sending(Input.KEY_DOWN)


def test_the_first_reason_to_stop_counts() -> None:
    control = RunControl()
    control.stop(LimitReached())
    control.stop(StoppedByUser())
    assert control.ending == LimitReached()


def test_a_pause_wakes_at_a_stop() -> None:
    control = RunControl()
    threading.Timer(0.05, control.stop).start()
    started = time.monotonic()
    with pytest.raises(Stopped):
        control.pause(30)
    assert time.monotonic() - started < 5


def test_a_pause_wakes_when_the_person_acts() -> None:
    control = RunControl()
    threading.Timer(0.05, control.person_acted).start()
    with pytest.raises(TakenOver):
        control.pause(30)


def test_input_is_permitted_again_after_handing_back() -> None:
    control = RunControl()
    control.person_acted()
    with pytest.raises(TakenOver):
        control.sending(Input.MOVE, (1, 1))
    control.hand_back()
    control.sending(Input.MOVE, (1, 1))
    control.pause(0)


def test_handing_back_undoes_no_stop() -> None:
    control = RunControl()
    control.stop()
    control.person_acted()
    control.hand_back()
    with pytest.raises(Stopped):
        control.pause(30)

"""The person's pause, and the hand that leaves a button."""

import threading
import time

import pytest

from agent.errors import Stopped, TakenOver
from ui.panel.run.panel_control import LEAVING_SECONDS, REST_SECONDS, PanelControl


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def control(clock: Clock) -> PanelControl:
    return PanelControl(clock)


def test_a_pause_outlives_whatever_is_handed_back(control: PanelControl) -> None:
    control.hold()
    control.hand_back()
    control.let_hand_leave()
    assert control.is_taken_over
    control.let_go()
    assert not control.is_taken_over


def test_the_hand_that_leaves_takes_nothing_over(control: PanelControl, clock: Clock) -> None:
    control.person_acted()
    control.let_go()
    for _ in range(3):
        clock.now += REST_SECONDS / 2
        control.person_acted()
    assert not control.is_taken_over


def test_a_hand_that_rested_takes_over_when_it_acts_again(control: PanelControl, clock: Clock) -> None:
    control.let_go()
    clock.now += REST_SECONDS
    control.person_acted()
    assert control.is_taken_over


def test_a_hand_that_does_not_leave_takes_over(control: PanelControl, clock: Clock) -> None:
    control.let_go()
    while clock.now < LEAVING_SECONDS:
        assert not control.is_taken_over
        clock.now += REST_SECONDS / 3
        control.person_acted()
    assert control.is_taken_over


def test_a_pause_while_the_hand_leaves_holds(control: PanelControl) -> None:
    control.let_go()
    control.hold()
    control.hand_back()
    assert control.is_taken_over


def test_nothing_is_sent_while_the_hand_leaves() -> None:
    control = PanelControl()
    control.let_go()
    started = time.monotonic()
    control.check()
    assert time.monotonic() - started >= REST_SECONDS * 0.9


def test_a_stop_is_heard_while_the_hand_leaves(control: PanelControl) -> None:
    control.let_go()
    threading.Timer(0.05, control.stop).start()
    with pytest.raises(Stopped):
        control.check()


def test_a_pause_is_heard_after_the_hand_has_left() -> None:
    control = PanelControl()
    control.let_go()
    control.hold()
    with pytest.raises(TakenOver):
        control.check()

"""The gate that every input passes."""

import threading
import time
from collections.abc import Callable

import pytest

from actions.input.gate import Input
from agent.control.run_control import RunControl
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


def test_a_stop_while_handing_back_is_never_swallowed() -> None:
    for _ in range(300):
        control = RunControl()
        control.person_acted()
        together = threading.Barrier(2)
        threads = [threading.Thread(target=meet, args=(together, act)) for act in (control.stop, control.hand_back)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        started = time.monotonic()
        with pytest.raises(Stopped):
            control.pause(30)
        assert time.monotonic() - started < 5


def meet(together: threading.Barrier, act: Callable[[], None]) -> None:
    together.wait()
    act()


def test_a_stop_just_after_handing_back_looked_for_one_is_not_swallowed() -> None:
    class StoppedWhenLookedAt(threading.Event):
        def is_set(self) -> bool:
            looked = super().is_set()
            if handing_back.is_set():
                handing_back.clear()
                stopper = threading.Thread(target=control.stop)
                stopper.start()
                stopper.join()
            return looked

    control, handing_back = RunControl(), threading.Event()
    control.stopped = StoppedWhenLookedAt()
    control.person_acted()
    handing_back.set()
    control.hand_back()
    handing_back.clear()
    control.stop()  # where handing back did not look
    started = time.monotonic()
    with pytest.raises(Stopped):
        control.pause(30)
    assert time.monotonic() - started < 5


def test_the_limit_stops_with_its_ending() -> None:
    control = RunControl()
    with control.limited_to(0.05, LimitReached(message="0.05 seconds were not enough.")):
        assert control.stopped.wait(5)
    assert control.ending == LimitReached(message="0.05 seconds were not enough.")


def test_waiting_for_the_person_counts_toward_no_limit() -> None:
    control = RunControl()
    with control.limited_to(0.2, LimitReached()):
        for _ in range(3):
            with control.waiting_for_person():
                assert not control.stopped.wait(0.3)
        assert control.stopped.wait(5)


def test_what_was_used_up_before_a_wait_stays_used_up() -> None:
    control = RunControl()
    with control.limited_to(0.6, LimitReached()):
        assert not control.stopped.wait(0.4)
        with control.waiting_for_person():
            pass
        started = time.monotonic()
        assert control.stopped.wait(5)
    assert time.monotonic() - started < 0.5


def test_a_limit_that_was_left_stops_nothing() -> None:
    control = RunControl()
    with control.limited_to(0.05, LimitReached()):
        pass
    assert not control.stopped.wait(0.2)

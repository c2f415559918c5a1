from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from tasks.checks import CheckFault, Machine, hold
from tests.tasks.checks.judging import read


@dataclass
class Time:
    """A clock that only waiting moves on, and at whose ticks things happen."""

    now: float = 0.0
    stops_at: float = 1e9
    happens: Callable[[float], None] = lambda _now: None
    waits: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.now

    def pause(self, seconds: float) -> bool:
        self.waits.append(seconds)
        self.now += seconds
        self.happens(self.now)
        return self.now >= self.stops_at


def test_what_holds_is_not_waited_for(machine: Machine) -> None:
    (machine.home / "a").touch()
    time = Time()
    assert [f.held for f in hold([read({"file": "a"})], machine, 10, time.pause, time.clock)] == [True]
    assert time.waits == []


def test_what_comes_to_hold_is_waited_for(machine: Machine) -> None:
    time = Time(happens=lambda now: (machine.home / "a").touch() if now > 3 else None)
    assert [f.held for f in hold([read({"file": "a"})], machine, 10, time.pause, time.clock)] == [True]
    assert 3 < time.now < 5


def test_what_never_holds_is_judged_a_last_time_when_time_is_up(machine: Machine) -> None:
    time = Time(happens=lambda now: (machine.home / "a").touch() if now >= 10 else None)
    assert [f.held for f in hold([read({"file": "a"})], machine, 10, time.pause, time.clock)] == [True]
    assert time.now == pytest.approx(10)
    (machine.home / "a").unlink()
    time = Time()
    assert [f.held for f in hold([read({"file": "a"})], machine, 10, time.pause, time.clock)] == [False]
    assert max(time.waits) <= 1
    assert min(time.waits) > 0


def test_without_time_they_are_judged_once(machine: Machine) -> None:
    time = Time()
    assert [f.held for f in hold([read({"file": "a"})], machine, 0, time.pause, time.clock)] == [False]
    assert time.waits == []


def test_all_have_to_hold_at_once(machine: Machine) -> None:
    def swap(now: float) -> None:
        (machine.home / "a").unlink(missing_ok=True)
        (machine.home / "b").touch()

    (machine.home / "a").touch()
    time = Time(happens=swap)
    findings = hold([read({"file": "a"}), read({"file": "b"})], machine, 5, time.pause, time.clock)
    assert [f.held for f in findings] == [False, True]


def test_a_stop_ends_the_wait(machine: Machine) -> None:
    time = Time(stops_at=1)
    assert [f.held for f in hold([read({"file": "a"})], machine, 1000, time.pause, time.clock)] == [False]
    assert time.now < 3


def test_a_fault_that_passes_is_none(machine: Machine) -> None:
    def home(_now: float) -> None:
        (machine.folder / "p.png").write_bytes(b"")

    time = Time()
    with pytest.raises(CheckFault):
        hold([read({"file": "../x"})], machine, 2, time.pause, time.clock)
    assert time.now == pytest.approx(2)

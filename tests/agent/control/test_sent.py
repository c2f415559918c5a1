"""Telling the agent's own events from the person's."""

from actions.input.gate import Input
from agent.control.sent import SentInputs


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_sent_event_is_the_agents_once() -> None:
    sent = SentInputs()
    sent.note(Input.KEY_DOWN)
    assert sent.is_own_event(Input.KEY_DOWN)
    assert not sent.is_own_event(Input.KEY_DOWN)


def test_kinds_are_told_apart() -> None:
    sent = SentInputs()
    sent.note(Input.KEY_DOWN)
    assert not sent.is_own_event(Input.BUTTON)


def test_an_old_event_is_forgotten() -> None:
    clock = Clock()
    sent = SentInputs(clock)
    sent.note(Input.KEY_DOWN)
    clock.now += 5
    assert not sent.is_own_event(Input.KEY_DOWN)


def test_the_pointer_is_the_agents_where_it_was_sent() -> None:
    sent = SentInputs()
    sent.note(Input.MOVE, (10, 10))
    sent.note(Input.MOVE, (500, 10))
    assert sent.is_own_position((10, 10))
    assert sent.is_own_position((500, 10))
    assert not sent.is_own_position((300, 300))


def test_where_the_agent_left_the_pointer_stays_its_own() -> None:
    clock = Clock()
    sent = SentInputs(clock)
    sent.note(Input.MOVE, (10, 10))
    clock.now += 60
    assert sent.is_own_position((10, 10))
    assert not sent.is_own_position((60, 10))


def test_a_tremble_is_no_takeover() -> None:
    sent = SentInputs()
    sent.note(Input.MOVE, (10, 10))
    assert sent.is_own_position((12, 9))


def test_an_event_awaits_its_report() -> None:
    sent = SentInputs()
    sent.note(Input.KEY_DOWN)
    assert sent.awaits(Input.KEY_DOWN)
    sent.is_own_event(Input.KEY_DOWN)
    assert not sent.awaits(Input.KEY_DOWN)

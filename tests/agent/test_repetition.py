"""Counting how often an action met a screen."""

from actions.schema import Box, Click, Wait
from agent.repetition import Repetition, is_stuck

HERE, THERE = Click(box_2d=Box.at(1, 1)), Click(box_2d=Box.at(2, 2))


def test_meetings_are_counted_for_each_action_and_screen() -> None:
    repetition = Repetition()
    assert [repetition.count(HERE, 1), repetition.count(HERE, 1)] == [0, 1]
    assert repetition.count(HERE, 2) == 0
    assert repetition.count(THERE, 1) == 0


def test_a_third_repeat_is_stuck_but_waiting_may_go_on() -> None:
    assert not is_stuck(HERE, 2)
    assert is_stuck(HERE, 3)
    assert not is_stuck(Wait(), 9)
    assert is_stuck(Wait(), 10)

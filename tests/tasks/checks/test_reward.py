from dataclasses import dataclass, replace

import pytest
from pydantic import ValidationError

from tasks.checks import CheckFault, Machine
from tasks.checks.base import Unseen
from tasks.checks.machine import Reward
from tests.tasks.checks.judging import holds, judge, read, sees


@dataclass
class FakeEpisode:
    is_worth: Reward | None
    is_there: bool = True

    def reward(self) -> Reward | None:
        if not self.is_there:
            raise Unseen("a page that was closed")
        return self.is_worth


def after(machine: Machine, value: float, reason: str = "") -> Machine:
    return replace(machine, episode=FakeEpisode(Reward(value, reason)))


def test_a_reward_is_at_least_what_is_wanted(machine: Machine) -> None:
    assert holds(after(machine, 1), reward=1)
    assert holds(after(machine, 0.8), reward=0.75)
    assert judge(after(machine, 1), reward=1).wanted == "a reward of 1"


def test_a_lower_one_is_shown_with_its_reason(machine: Machine) -> None:
    assert sees(after(machine, -1, "timed out"), reward=1) == "a reward of -1 (timed out)"
    assert sees(after(machine, 0.7), reward=1) == "a reward of 0.7"


def test_an_episode_that_goes_on_is_worth_nothing_yet(machine: Machine) -> None:
    assert sees(replace(machine, episode=FakeEpisode(None)), reward=-1) == "an episode that is not over"


def test_what_the_agent_left_is_no_success(machine: Machine) -> None:
    assert sees(replace(machine, episode=FakeEpisode(None, is_there=False)), reward=1) == "a page that was closed"


def test_without_an_episode_the_task_is_at_fault(machine: Machine) -> None:
    with pytest.raises(CheckFault, match="episode"):
        judge(machine, reward=1)


@pytest.mark.parametrize("wanted", [True, None, 2, -1.5, "1", float("nan"), {}])
def test_what_no_reward_can_be_is_refused(wanted: object) -> None:
    with pytest.raises(ValidationError):
        read({"reward": wanted})

"""What an episode was worth, by the environment's own judgement."""

from typing import Annotated, ClassVar

from pydantic import Field

from tasks.checks.base import BaseCheck, CheckFault, Finding, Unseen
from tasks.checks.machine import Machine


class RewardCheck(BaseCheck):
    """The episode of the set-up is over, and was worth at least this much."""

    kind: ClassVar[str] = "reward"

    reward: Annotated[float, Field(ge=-1, le=1, strict=True)]

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        return f"a reward of {self.reward:g}"

    def look(self, machine: Machine) -> Finding:
        """Ask the episode."""
        if machine.episode is None:
            raise CheckFault("There is no reward without an `episode` in `set_up`.")
        reward = machine.episode.reward()
        if reward is None:
            raise Unseen("an episode that is not over")
        why = f" ({reward.reason})" if reward.reason else ""
        return self.found(reward.value >= self.reward, f"a reward of {reward.value:g}{why}")

"""Admits each action before it is carried out, as the policy says: at once, after asking the user, or not at all."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Literal, TypeAlias

from actions.errors import ActionError
from actions.policy import Judgement, Policy, Surroundings, Verdict, strictest
from actions.schema import InputAction, Wait
from agent.control import RunControl
from agent.listener import RunListener
from agent.step import Observation

SurroundingsOf: TypeAlias = Callable[[InputAction, Observation], Sequence[Surroundings]]
"""Finds the surroundings of every place that an action reaches, at least one."""


Decider: TypeAlias = Literal["policy", "person", "nobody"]
"""Who said yes or no: the policy by itself, the person who was asked, or nobody, which is a no."""


@dataclass(frozen=True)
class Admission:
    """An action to carry out, which the person may have edited, and why it may be."""

    action: InputAction
    judgement: Judgement
    decided_by: Decider


class NotAdmittedError(ActionError):
    """An action that may not be carried out."""

    def __init__(self, sentence: str, judgement: Judgement, decided_by: Decider) -> None:
        super().__init__(sentence)
        self.judgement, self.decided_by = judgement, decided_by


class Guard:
    """Stands between the loop and the desktop.

    `approve_each` asks for whatever the policy allows. `kept_in_front` is entered while the user is asked, and brings
    the window back that the answer may have covered.
    """

    def __init__(
        self,
        policy: Policy,
        surroundings_of: SurroundingsOf,
        listener: RunListener,
        control: RunControl,
        approve_each: bool = False,
        kept_in_front: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._policy, self._surroundings_of = policy, surroundings_of
        self._listener, self._control = listener, control
        self._approve_each, self._kept_in_front = approve_each, kept_in_front

    def admit(self, action: InputAction, observation: Observation) -> Admission:
        """Return the action to carry out. Raises `NotAdmittedError` where there is none."""
        judgement = self._judge(action, observation)
        match judgement.verdict:
            case Verdict.REFUSE:
                sentence = f"The policy refuses this ({judgement.rule}): {judgement.reason}"
                raise NotAdmittedError(sentence, judgement, "policy")
            case Verdict.ASK:
                reason = f"{judgement.reason} (The policy says `{judgement.rule}: ask`.)"
                return self._ask(action, observation, judgement, reason)
            case Verdict.ALLOW if self._approve_each and not isinstance(action, Wait):
                return self._ask(action, observation, judgement, "Each step is to be approved.")
        return Admission(action, judgement, "policy")

    def _judge(self, action: InputAction, observation: Observation) -> Judgement:
        return strictest([self._policy.judge(action, around) for around in self._surroundings_of(action, observation)])

    def _ask(self, action: InputAction, observation: Observation, judgement: Judgement, reason: str) -> Admission:
        with self._kept_in_front():
            approved = self._listener.approve(action, observation, reason)
            self._control.hand_back()  # answering is no takeover
        self._control.check()
        if not isinstance(approved, InputAction):
            raise NotAdmittedError(f"The user did not approve this: {reason}", judgement, "person")
        return Admission(approved, judgement, "person")

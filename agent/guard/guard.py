"""Admits each action before it is carried out, as the policy says: at once, after asking the user, or not at all.

An action is judged by its effects on a fresh look at the screen: what changed where it aims since the model saw it is
not acted on. What keys do after a click of the same action, and what a drag drops on, is judged when it is about to
happen, since only then it can be seen.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol

from actions.effects import Drop, Effect, KeyEffect, Press, effects
from actions.errors import ActionError
from actions.geometry import View
from actions.policy.policy import Judgement, Verdict, strictest
from actions.schema import InputAction, Wait
from agent.control.run_control import RunControl
from agent.listener import RunListener
from agent.screen.look import Look
from agent.step import Decider, Observation
from agent.stopwatch import Stopwatch


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


class Judge(Protocol):
    """Judges single effects on a look at the screen."""

    def judge(self, effect: Effect, look: Look) -> Judgement:
        """Return what becomes of the effect."""

    def stale(self, effect: Effect, look: Look, observation: Observation) -> bool:
        """Say whether what the effect aims at is not what the model saw."""

    def note(self, effect: Effect, view: View) -> None:
        """Remember an effect that is about to take place."""

    def reaches(self, effect: Effect, view: View) -> int | None:
        """Return the id of the window that the effect reaches, as far as it is known."""

    def unbound_secrets(self, action: InputAction) -> frozenset[str]:
        """Return the names of the secrets that the action types and that are bound to no window."""


class Guard:
    """Stands between the loop and the desktop.

    `approve_each` asks for whatever the policy allows. `kept_in_front` is entered while the user is asked, and brings
    the window back that the answer may have covered.
    """

    def __init__(
        self,
        judge: Judge,
        look: Callable[[], Look],
        listener: RunListener,
        control: RunControl,
        approve_each: bool = False,
        kept_in_front: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._judge, self._look = judge, look
        self._listener, self._control = listener, control
        self._approve_each, self._kept_in_front = approve_each, kept_in_front
        self._restless: InputAction | None = None
        self._under_way: _UnderWay | None = None
        self._watch = Stopwatch()
        self._known_secrets: frozenset[str] = frozenset()  # which the person has let be typed

    def admit(self, action: InputAction, observation: Observation, watch: Stopwatch | None = None) -> Admission:
        """Return the action to carry out, and begin it. Raises `NotAdmittedError` where there is none.

        The `watch` is told of the time that judging and asking take, now and under way.
        """
        self._watch = watch or Stopwatch()
        with self._watch.phase("judge"):
            return self._admit(action, observation)

    def confirm(self, effect: Effect) -> Admission | None:
        """Let the next effect of the admitted action take place; return the admission if it took a new one.

        Raises `ActionError`, as `admit` does.
        """
        with self._watch.phase("judge"):
            return self._confirm(effect)

    def _admit(self, action: InputAction, observation: Observation) -> Admission:
        look = self._look()
        planned = effects(action)
        self._refuse_stale(action, planned, look, observation)
        judgement = strictest([self._judge.judge(effect, look) for effect in planned[: _judged_at_once(planned)]])
        admission = self._decide(action, judgement, observation)
        if admission.decided_by == "person":
            self._refuse_stale(action, effects(admission.action), self._look(), observation)
        first = effects(admission.action)[0]
        window = self._judge.reaches(first, observation.view) if isinstance(first, KeyEffect) else None
        self._under_way = _UnderWay(admission, observation, window)
        return admission

    def _confirm(self, effect: Effect) -> Admission | None:
        anew = None
        under_way = self._under_way
        assert under_way is not None, "admit comes before confirm"
        view = under_way.observation.view
        if under_way.count >= _judged_at_once(effects(under_way.admission.action)) or isinstance(effect, Drop):
            anew = self._decide_under_way(effect, self._look(), under_way)
        elif isinstance(effect, KeyEffect) and self._judge.reaches(effect, view) != under_way.window:
            raise ActionError("Another window has taken the keyboard. Look again.")
        under_way.count += not isinstance(effect, Drop)
        self._judge.note(effect, view)
        return anew

    def _refuse_stale(
        self, action: InputAction, planned: tuple[Effect, ...], look: Look, observation: Observation
    ) -> None:
        """Do not act on what the model has not seen; but what never rests is acted on when it is asked for again."""
        stale = any(self._judge.stale(effect, look, observation) for effect in planned[: _judged_at_once(planned)])
        again, self._restless = action == self._restless, action if stale else None
        if stale and not again:
            raise ActionError("The screen changed where this aims since you saw it, so nothing was done. Look again.")

    def _decide(self, action: InputAction, judgement: Judgement, observation: Observation) -> Admission:
        match judgement.verdict:
            case Verdict.REFUSE:
                sentence = f"The policy refuses this ({judgement.rule}): {judgement.reason}"
                raise NotAdmittedError(sentence, judgement, "policy")
            case Verdict.ASK:
                reason = f"{judgement.reason} (The policy says `{judgement.rule}: ask`.)"
                return self._ask(action, observation, judgement, reason)
            case Verdict.ALLOW if self._approve_each and not isinstance(action, Wait):
                return self._ask(action, observation, judgement, "Each step is to be approved.")
        secrets = self._judge.unbound_secrets(action) - self._known_secrets
        if secrets and self._listener.is_attended:
            reason = f"It types the secret {', '.join(sorted(secrets))}. (Asked once a run: it is bound to no window.)"
            admission = self._ask(action, observation, judgement, reason)
            self._known_secrets |= secrets
            return admission
        return Admission(action, judgement, "policy")

    def _decide_under_way(self, effect: Effect, look: Look, under_way: "_UnderWay") -> Admission | None:
        """Judge what could not be seen before; what the person approved as a whole is not asked again, save a drop."""
        judgement = self._judge.judge(effect, look)
        action, decided_by = under_way.admission.action, under_way.admission.decided_by
        if judgement.verdict is Verdict.ALLOW or (decided_by == "person" and not isinstance(effect, Drop)):
            return None
        if isinstance(effect, Drop) or judgement.verdict is Verdict.REFUSE:
            raise NotAdmittedError(f"It was broken off under way: {judgement.reason}", judgement, "policy")
        reason = f"{judgement.reason} (The policy says `{judgement.rule}: ask`.)"
        admission = self._ask(action, under_way.observation, judgement, reason)
        if admission.action != action:
            raise ActionError("It was under way and could not be changed any more, so it was broken off.")
        return admission

    def _ask(self, action: InputAction, observation: Observation, judgement: Judgement, reason: str) -> Admission:
        with self._watch.phase("ask"), self._kept_in_front(), self._control.waiting_for_person():
            approved = self._listener.approve(action, observation, reason)
            self._control.hand_back()  # answering is no takeover
        self._control.check()
        if isinstance(approved, InputAction):
            return Admission(approved, judgement, "person")
        if self._listener.is_attended:
            raise NotAdmittedError(f"The user did not approve this: {reason}", judgement, "person")
        raise NotAdmittedError(f"Nobody was there to approve this: {reason}", judgement, "nobody")


@dataclass
class _UnderWay:
    """An admitted action: how many of its effects have begun, and the window that its keys are to reach."""

    admission: Admission
    observation: Observation
    window: int | None
    count: int = 0


def _judged_at_once(planned: tuple[Effect, ...]) -> int:
    """Return how many effects can be judged before the first takes place: all, but for keys that follow a click."""
    pressed = next((n for n, effect in enumerate(planned) if isinstance(effect, Press)), len(planned))
    return pressed + 1

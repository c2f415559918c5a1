"""What becomes of an action: it is carried out, said to the user, or ends the run."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from actions.effects import Effect
from actions.errors import ActionError, DisplayLostError, FailSafeTriggeredError
from actions.schema import (
    Action,
    Answer,
    AskUser,
    Click,
    Done,
    Drag,
    Hover,
    Infeasible,
    InputAction,
    LongPress,
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)
from agent.control.run_control import RunControl
from agent.desktop import Desktop, OnStill
from agent.endings import Answered, DesktopLost, Ending, GoalInfeasible, GoalReached, StoppedByUser, TakenOverByUser
from agent.errors import DesktopError, Stopped, TakenOver
from agent.guard.guard import Admission, Guard, NotAdmittedError
from agent.listener import RunListener
from agent.step import Decision, Observation
from agent.stopwatch import Stopwatch

_NOBODY = "Nobody is there to answer. Decide by yourself, or give up as infeasible."


@dataclass(frozen=True)
class Outcome:
    """What became of an action. `changed` is None where no input was sent to its end."""

    error: str = ""
    changed: bool | None = None
    user_reply: str = ""
    ending: Ending | None = None


class Actor:
    """Carries out actions for the loop, under the run's control; without a guard, whatever the model wants.

    `on_decided` is told of each decision before anything is done, `on_still` of screens that may be the next observed.
    """

    def __init__(
        self,
        desktop: Desktop,
        control: RunControl,
        listener: RunListener,
        guard: Guard | None = None,
        on_decided: Callable[[Decision], None] = lambda _decision: None,
        on_still: OnStill | None = None,
    ) -> None:
        self._desktop, self._control, self._listener, self._guard = desktop, control, listener, guard
        self._on_decided, self._on_still = on_decided, on_still

    def respond(self, action: Action, observation: Observation, watch: Stopwatch) -> Outcome:
        """Do what the action asks for; never raises for a stop or a takeover, which are outcomes."""
        match action:
            case Done():
                return Outcome(ending=GoalReached(message="The goal is reached."))
            case Answer(text=text):
                return Outcome(ending=Answered(message=text))
            case Infeasible(reason=reason):
                return Outcome(ending=GoalInfeasible(message=reason or "The goal cannot be reached."))
            case AskUser(text=question):
                with watch.phase("ask"):
                    return self._ask(question)
            case Click() | LongPress() | Hover() | Drag() | TypeText() | PressKeys() | Scroll() | Wait() | OpenApp():
                return self._carry_out(action, observation, watch)
        assert_never(action)

    def _ask(self, question: str) -> Outcome:
        with self._control.waiting_for_person():
            reply = self._listener.ask(question)
        self._control.hand_back()  # typing the reply is no takeover
        return Outcome(user_reply=reply) if reply else Outcome(error=_NOBODY)

    def _carry_out(self, action: InputAction, observation: Observation, watch: Stopwatch) -> Outcome:
        try:
            self._control.check()
            admitted = self._decide(action, observation, watch)
            self._control.check()
            self._listener.on_acting(admitted, observation)
            with watch.phase("act"):
                self._act(admitted, observation)
            with watch.phase("settle"):
                return self._settle(admitted)
        except ActionError as error:
            return Outcome(error=str(error))
        except Stopped:
            return Outcome(error="Stopped before it was finished.", ending=self._control.ending)
        except FailSafeTriggeredError as error:
            return Outcome(error="Stopped before it was finished.", ending=StoppedByUser(message=str(error)))
        except TakenOver:
            with watch.phase("ask"):
                return self._hand_over()
        except (DesktopError, DisplayLostError) as error:
            return Outcome(
                error="The desktop was lost before this was finished.", ending=DesktopLost(message=str(error))
            )

    def _settle(self, admitted: InputAction) -> Outcome:
        """Say whether what was done changed the screen; it may have closed the very window that the run is bound to."""
        try:
            return Outcome(changed=self._desktop.settle(admitted, self._on_still))
        except (DesktopError, DisplayLostError) as error:
            return Outcome(changed=True, ending=DesktopLost(message=str(error)))

    def _decide(self, action: InputAction, observation: Observation, watch: Stopwatch) -> InputAction:
        """Return the action to carry out. Raises `NotAdmittedError` where there is none."""
        if self._guard is None:
            self._on_decided(Decision(performed=action))
            return action
        try:
            admission = self._guard.admit(action, observation, watch)
        except NotAdmittedError as error:
            self._on_decided(Decision(allowed=False, judgement=error.judgement, decided_by=error.decided_by))
            raise
        self._on_decided(_decision(admission))
        return admission.action

    def _act(self, action: InputAction, observation: Observation) -> None:
        """Carry out what was admitted. Raises `NotAdmittedError` where it is broken off under way."""
        guard = self._guard
        if guard is None:
            self._desktop.act(action, observation)
            return

        def confirm(effect: Effect) -> None:
            if anew := guard.confirm(effect):
                self._on_decided(_decision(anew))

        try:
            self._desktop.act(action, observation, confirm)
        except NotAdmittedError as error:
            judged = Decision(allowed=False, judgement=error.judgement, decided_by=error.decided_by)
            self._on_decided(judged.model_copy(update={"performed": action}))
            raise

    def _hand_over(self) -> Outcome:
        error = "The person took over before this was finished. Look again at what the screen shows now."
        with self._control.waiting_for_person():
            goes_on = self._listener.wait_for_hand_back()
        if goes_on:
            self._control.hand_back()
            return Outcome(error=error)
        return Outcome(error=error, ending=self._control.ending or TakenOverByUser(message="You took over."))


def _decision(admission: Admission) -> Decision:
    return Decision(performed=admission.action, judgement=admission.judgement, decided_by=admission.decided_by)

"""What becomes of an action: it is carried out, said to the user, or ends the run."""

from dataclasses import dataclass, replace
from typing import assert_never

from actions.errors import ActionError, DisplayLostError, FailSafeTriggeredError
from actions.executor import unasked
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
from agent.control import RunControl
from agent.desktop import Desktop
from agent.endings import Answered, DesktopLost, Ending, GoalInfeasible, GoalReached, StoppedByUser, TakenOverByUser
from agent.errors import DesktopError, Stopped, TakenOver
from agent.guard import Guard
from agent.listener import RunListener
from agent.step import Observation
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
    """Carries out actions for the loop, under the run's control; without a guard, whatever the model wants."""

    def __init__(
        self, desktop: Desktop, control: RunControl, listener: RunListener, guard: Guard | None = None
    ) -> None:
        self._desktop, self._control, self._listener, self._guard = desktop, control, listener, guard

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
            admitted = self._guard.admit(action, observation).action if self._guard else action
            self._control.check()
            self._listener.on_acting(admitted, observation)
            with watch.phase("act"):
                self._desktop.act(admitted, observation, self._guard.confirm if self._guard else unasked)
            with watch.phase("settle"):
                return replace(self._settle(admitted), user_reply=_edit(action, admitted))
        except ActionError as error:
            return Outcome(error=str(error))
        except Stopped:
            return Outcome(error="Stopped before it was finished.", ending=self._control.ending)
        except FailSafeTriggeredError as error:
            return Outcome(error="Stopped before it was finished.", ending=StoppedByUser(message=str(error)))
        except TakenOver:
            return self._hand_over()
        except (DesktopError, DisplayLostError) as error:
            return Outcome(
                error="The desktop was lost before this was finished.", ending=DesktopLost(message=str(error))
            )

    def _settle(self, admitted: InputAction) -> Outcome:
        """Say whether what was done changed the screen; it may have closed the very window that the run is bound to."""
        try:
            return Outcome(changed=self._desktop.settle(admitted))
        except (DesktopError, DisplayLostError) as error:
            return Outcome(changed=True, ending=DesktopLost(message=str(error)))

    def _hand_over(self) -> Outcome:
        error = "The person took over before this was finished. Look again at what the screen shows now."
        with self._control.waiting_for_person():
            goes_on = self._listener.wait_for_hand_back()
        if goes_on:
            self._control.hand_back()
            return Outcome(error=error)
        return Outcome(error=error, ending=self._control.ending or TakenOverByUser(message="You took over."))


def _edit(action: InputAction, admitted: InputAction) -> str:
    """Return what the user changed, in the user's words, or nothing."""
    return "" if admitted == action else f"I changed this, and it was done as {admitted.model_dump_json()}"

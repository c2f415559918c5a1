"""Why a run ended: a small family of values, one meaning each."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field


class _Ending(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    reached: bool = False
    message: str = ""


class GoalReached(_Ending):
    """The model says that the goal is reached."""

    kind: Literal["done"] = "done"
    reached: bool = True


class Answered(_Ending):
    """The model gave the answer that was asked for; `message` is that answer."""

    kind: Literal["answered"] = "answered"
    reached: bool = True


class GoalInfeasible(_Ending):
    """The model says that the goal cannot be reached."""

    kind: Literal["infeasible"] = "infeasible"


class StoppedByUser(_Ending):
    """The user pressed stop."""

    kind: Literal["stopped"] = "stopped"


class TakenOverByUser(_Ending):
    """The person used the mouse or keyboard and did not hand back."""

    kind: Literal["taken_over"] = "taken_over"


class LimitReached(_Ending):
    """The steps or the seconds ran out."""

    kind: Literal["limit"] = "limit"


class Stuck(_Ending):
    """The same action was repeated on an unchanged screen, also after a warning."""

    kind: Literal["stuck"] = "stuck"


class ModelFailed(_Ending):
    """The model could not be reached, broke, or wrote replies that cannot be read."""

    kind: Literal["model_failed"] = "model_failed"


class DesktopLost(_Ending):
    """The screen or the input went away in mid-run."""

    kind: Literal["desktop_lost"] = "desktop_lost"


Ending: TypeAlias = Annotated[
    GoalReached
    | Answered
    | GoalInfeasible
    | StoppedByUser
    | TakenOverByUser
    | LimitReached
    | Stuck
    | ModelFailed
    | DesktopLost,
    Field(discriminator="kind"),
]

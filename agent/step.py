"""The values that a run is made of: observation, step, timings. All frozen.

A step comes about in three parts, each known, and recorded, before the next begins: what was proposed, what was
decided about that, and how it ended.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

from PIL import Image
from pydantic import BaseModel, ConfigDict

from actions.geometry import View
from actions.policy.policy import Judgement
from actions.schema import Action

Decider: TypeAlias = Literal["policy", "person", "nobody"]
"""Who said yes or no: the policy by itself, the person who was asked, or nobody, which is a no."""

InputKind: TypeAlias = Literal["move", "button down", "button up", "scroll", "key down", "key up", "secret text"]


@dataclass(frozen=True)
class Observation:
    """A screenshot (RGB, as captured) with the geometry of what it shows, and the id of the window with the focus."""

    image: Image.Image = field(repr=False)
    view: View
    focused: int | None = None

    @property
    def scaling(self) -> float:
        """Screenshot pixels per pointer unit."""
        return self.image.width / self.view.rect.width


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Timings(_Value):
    """Where a step's time went, in seconds; `ask` is the time spent waiting for the person."""

    capture: float = 0.0
    prompt: float = 0.0
    think: float = 0.0
    parse: float = 0.0
    judge: float = 0.0
    ask: float = 0.0
    act: float = 0.0
    settle: float = 0.0


class SentInput(NamedTuple):
    """One input that was let go to the display, in a tuple since steps with hundreds of them are hashed.

    `place` is where the agent had the pointer (pointer units), empty for keys; `name` is the button's, or that of a
    key of a chord. Keys of typed text bear no names, and a typed secret is one input, whatever its keys.
    """

    kind: InputKind
    place: tuple[int, int] | None = None
    name: str = ""


class Grounding(_Value):
    """How an answer came about: how often the model was asked, what it answered first if that was changed, and why."""

    calls: int = 1
    first: Action | None = None
    note: str = ""


class Proposal(_Value):
    """What the model answered to a screenshot: all that is known before anything is done.

    `screenshot` is a file's name in the recording's folder; `scaling` is in screenshot pixels per pointer unit.
    `grounding` is set where the model was asked in another way than plainly; `tokens` then counts every look.
    """

    index: int
    screenshot: str
    started: datetime | None = None
    view: View | None = None
    scaling: float = 1.0
    thought: str
    answer: str
    memory: str = ""
    reason: str = ""
    action: Action | None = None
    tokens: int = 0
    grounding: Grounding | None = None


class Decision(_Value):
    """What was decided about an action, on what evidence and by whom; the last decision counts.

    `performed` is the action that is carried out, which the person may have edited; None where nothing was. What was
    begun and then not `allowed` any more was broken off. Without a guard there is no judgement.
    """

    allowed: bool = True
    performed: Action | None = None
    judgement: Judgement | None = None
    decided_by: Decider | None = None


class Result(_Value):
    """How a step ended.

    `error` is the sentence about an unreadable answer or an action that failed; `changed` says whether the screen
    changed (None where nothing was done); `repeats` counts how often in a row the same action met the same screen.
    """

    finished: datetime | None = None
    error: str = ""
    changed: bool | None = None
    repeats: int = 0
    user_reply: str = ""
    timings: Timings = Timings()


class Step(Proposal, Decision, Result):
    """One step. `interrupted` says that it did not come to its end: what it was to do is known, and what was sent."""

    sent: tuple[SentInput, ...] = ()
    interrupted: bool = False

    @property
    def is_edited(self) -> bool:
        """Whether the person had something else done than what was proposed."""
        return self.performed is not None and self.performed != self.action

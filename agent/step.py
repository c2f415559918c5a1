"""The values that a run is made of: observation, step, timings. All frozen."""

from dataclasses import dataclass, field

from PIL import Image
from pydantic import BaseModel, ConfigDict

from actions.geometry import View
from actions.schema import Action


@dataclass(frozen=True)
class Observation:
    """A screenshot (RGB, as captured) with the geometry of what it shows, and the id of the window with the focus."""

    image: Image.Image = field(repr=False)
    view: View
    focused: int | None = None


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Timings(_Value):
    """Where a step's time went, in seconds."""

    capture: float = 0.0
    prompt: float = 0.0
    think: float = 0.0
    parse: float = 0.0
    act: float = 0.0
    settle: float = 0.0


class Step(_Value):
    """One finished step: what was answered to a screenshot, and what became of it.

    `error` is the sentence about an unreadable answer or an action that failed; `changed` says whether the screen
    changed (None where nothing was done); `repeats` counts how often in a row the same action met the same screen.
    """

    index: int
    screenshot: str
    thought: str
    answer: str
    memory: str = ""
    reason: str = ""
    action: Action | None = None
    error: str = ""
    changed: bool | None = None
    repeats: int = 0
    user_reply: str = ""
    tokens: int = 0
    timings: Timings = Timings()

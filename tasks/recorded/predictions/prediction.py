"""A prediction: what a model answered to one recorded step. On disk a line of JSON, after a header that may be missing.

{"predictions": 1, "benchmark": "screenspot-v2", "model": "reader", "dialect": "json", …}
{"id": "screenspot_desktop_v2_0", "reply": "<think>…</think><answer>…</answer>", "seconds": 1.2, "tokens": 130}
{"id": "screenspot_desktop_v2_1", "action": {"action_type": "click", "box_2d": [[10, 20, 30, 40]]}}
"""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, FiniteFloat, JsonValue, model_validator

from actions.dialects import DialectName
from actions.schema import Action, Infeasible
from agent.grounding.way import PLAIN
from agent.step import Grounding
from tasks.recorded.options import History


def _several(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Header(_Line):
    """How predictions came about. `family` says what the replies' coordinates count to."""

    predictions: Literal[1] = 1
    benchmark: str
    model: str = ""
    family: str = "other"
    dialect: DialectName | None = None
    history: History = "gold"
    limit: int | None = None
    seed: int | None = None
    data: str = ""
    grounding: str = PLAIN


class Prediction(_Line):
    """One answer: a raw `reply`, or an `action` (several in a list), or a place in `pixels` of the screenshot.

    Others' answers that no action of ours can say are `calls`, each a name and a value, in their benchmark's own words.

    `fault` says why the step could not be asked about; it is skipped. `seconds` and `tokens` are what it cost, with all
    looks that `grounding` tells of; after several, the `action` beside the `reply` is exact.
    """

    id: str
    reply: str | None = None
    action: Annotated[tuple[Action, ...] | None, BeforeValidator(_several)] = None
    pixels: tuple[FiniteFloat, FiniteFloat] | None = None
    calls: tuple[tuple[str, JsonValue], ...] | None = None
    fault: str | None = None
    seconds: FiniteFloat | None = None
    tokens: int | None = None
    grounding: Grounding | None = None

    @model_validator(mode="after")
    def _one_answer(self) -> "Prediction":
        given = [value for value in (self.reply, self.action, self.pixels, self.calls, self.fault) if value is not None]
        if self.grounding and self.reply is not None and self.action is not None:
            given.remove(self.action)
        if len(given) != 1:
            raise ValueError("a prediction is one of `reply`, `action`, `pixels` and `calls`")
        return self


def as_line(line: Header | Prediction) -> bytes:
    """Return it as it stands in a file."""
    return line.model_dump_json(exclude_none=True).encode() + b"\n"


@dataclass(frozen=True)
class Predicted:
    """A prediction as rules take it: the actions that were meant, or a place in pixels, or why it cannot be read.

    `calls` are others' answers in their benchmark's own words.
    """

    actions: tuple[Action, ...] = ()
    pixels: tuple[float, float] | None = None
    calls: tuple[tuple[str, JsonValue], ...] = ()
    complaint: str = ""

    @property
    def refused(self) -> bool:
        """Whether it says that there is nothing to be done."""
        return len(self.actions) == 1 and isinstance(self.actions[0], Infeasible)

"""What the agent answered: a text, something that fits, or a number as people write them."""

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from tasks.checks.base import BaseCheck, Finding, Unseen
from tasks.checks.fields import Regex
from tasks.checks.machine import Machine
from tasks.checks.numbers import numbers_in
from tasks.checks.texts import difference, search, shown
from tasks.checks.values import Tolerance, close, written


class Fitting(BaseModel):
    """Something else than a text letter by letter: one that a regular expression fits, or the only number in one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    regex: Regex | None = None
    number: Annotated[float, Field(allow_inf_nan=False)] | None = None
    tolerance: Tolerance | None = None

    @model_validator(mode="after")
    def _asks_one_thing(self) -> "Fitting":
        if (self.regex is None) == (self.number is None):
            raise ValueError("a check asks for one of them: `regex` or `number`")
        if self.tolerance is not None and self.number is None:
            raise ValueError("`tolerance` is for a `number`")
        return self


def _tag(value: Any) -> str:
    if isinstance(value, dict | Fitting):
        return "fitting"
    return "number" if isinstance(value, int | float) and not isinstance(value, bool) else "text"


class AnswerCheck(BaseCheck):
    """The agent answered with a text, but for spaces at its ends; a number alone is that number, however written."""

    kind: ClassVar[str] = "answer"

    answer: Annotated[
        Annotated[str, Tag("text")] | Annotated[float, Tag("number")] | Annotated[Fitting, Tag("fitting")],
        Discriminator(_tag),
    ]

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        if isinstance(self.answer, str):
            return f"the answer {shown(self.answer)}"
        if isinstance(self.answer, Fitting) and self.answer.regex is not None:
            return f"an answer that fits {self.answer.regex}"
        number, tolerance = self._number
        return f"the number {written(number)}" + (f" (within {tolerance:g})" if tolerance else "") + " as the answer"

    def look(self, machine: Machine) -> Finding:
        """Judge the answer."""
        if machine.answer is None:
            raise Unseen("no answer")
        seen = machine.answer.strip()
        if isinstance(self.answer, str):
            wanted = self.answer.strip()
            return self.found(seen == wanted, shown(seen) if seen == wanted else difference(wanted, seen))
        if isinstance(self.answer, Fitting) and self.answer.regex is not None:
            return self.found(search(self.answer.regex, seen) is not None, shown(seen))
        return self._judge_number(seen)

    def _judge_number(self, seen: str) -> Finding:
        """Judge an answer that is to hold one number: with several nobody knows which is meant."""
        number, tolerance = self._number
        meanings = set(numbers_in(seen))
        if len(meanings) != 1:
            return self.found(False, f"{'several numbers' if meanings else 'no number'} in {shown(seen)}")
        return self.found(any(close(number, value, tolerance) for value in meanings.pop()), shown(seen))

    @property
    def _number(self) -> tuple[float, float | None]:
        if isinstance(self.answer, Fitting):
            assert self.answer.number is not None, "or it had a regex"
            return self.answer.number, self.answer.tolerance
        assert not isinstance(self.answer, str), "a text is judged as such"
        return self.answer, None

"""`steps.jsonl`: what happens in a run, a line each, written before the next thing happens.

    {"line": "begun", …}      what the model answered to the screenshot
    {"line": "decided", …}    what is to be carried out, on what evidence, and who said so
    {"line": "sent", …}       one input, just before it is let go to the display
    {"line": "finished", …}   what became of it, and where the time went

A step that was begun and not finished was interrupted. A last line without its end was being written and is left out.
Input before the first step, such as moving the pointer out of a corner, is in the file and belongs to no step.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from agent.step import Decision, InputKind, Proposal, Result, SentInput, Step


class Begun(Proposal):
    """A step begins."""

    line: Literal["begun"] = "begun"


class Decided(Decision):
    """It is decided what to do."""

    line: Literal["decided"] = "decided"


class Sent(BaseModel):
    """An input goes out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    line: Literal["sent"] = "sent"
    kind: InputKind
    place: tuple[int, int] | None = None
    name: str | None = None


class Finished(Result):
    """The step is over."""

    line: Literal["finished"] = "finished"


Line: TypeAlias = Annotated[Begun | Decided | Sent | Finished, Field(discriminator="line")]

_LINE: TypeAdapter[Line] = TypeAdapter(Line)


class OpenStep:
    """A step that comes about: gathers its parts, and is the same whether it happens or is read back."""

    def __init__(self, proposal: Proposal) -> None:
        self._proposal = proposal
        self.decision = Decision()
        self.sent: list[SentInput] = []

    def finished(self, result: Result) -> Step:
        """Return the step with its end."""
        return self._step(result, interrupted=False)

    def interrupted(self) -> Step:
        """Return the step as far as it came."""
        return self._step(Result(), interrupted=True)

    def _step(self, result: Result, *, interrupted: bool) -> Step:
        parts = _fields(self._proposal, Proposal) | _fields(self.decision, Decision) | _fields(result, Result)
        return Step(**parts, sent=tuple(self.sent), interrupted=interrupted)


def read_steps(data: bytes) -> Iterator[Step]:
    """Yield the steps of a journal. Raises `ValueError` with the line for what is none."""
    step: OpenStep | None = None
    for number, line in _lines(data):
        match line:
            case Begun():
                if step:
                    yield step.interrupted()
                step = OpenStep(line)
            case Sent(kind=kind, place=place, name=name):
                if step:
                    step.sent.append(SentInput(kind, place, name or ""))
            case _ if step is None:
                raise ValueError(f"Line {number} belongs to no step.")
            case Decided():
                step.decision = line
            case Finished():
                yield step.finished(line)
                step = None
    if step:
        yield step.interrupted()


def _lines(data: bytes) -> Iterable[tuple[int, Line]]:
    for number, line in enumerate(data.split(b"\n")[:-1], 1):
        try:
            yield number, _LINE.validate_json(line)
        except ValidationError as error:
            raise ValueError(f"Line {number} is no line of a journal: {error.errors()[0]['msg']}.") from error


def _fields(value: BaseModel, model: type[BaseModel]) -> dict[str, Any]:
    return {name: getattr(value, name) for name in model.model_fields}

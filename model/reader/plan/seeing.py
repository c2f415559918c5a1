"""What is looked for, waited for and answered. Values only."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from model.reader.plan.target import Target

Property: TypeAlias = Literal["visible", "checked", "enabled", "selected", "reads", "empty"]
Question: TypeAlias = Literal["text", "count", "is"]


@dataclass(frozen=True)
class Condition:
    """Something that the screen can show to be so or not. "reads" compares with `text`."""

    target: Target
    property: Property = "visible"
    text: str = ""
    holds: bool = True

    def __str__(self) -> str:
        said = f"reads “{self.text}”" if self.property == "reads" else f"is {self.property}"
        return f"{self.target} {said}" if self.holds else f"not: {self.target} {said}"


@dataclass(frozen=True)
class WaitFor:
    """Wait until a target shows, or with `gone` until it no longer does."""

    target: Target
    gone: bool = False

    def __str__(self) -> str:
        return f"wait until {self.target} is gone" if self.gone else f"wait for {self.target}"


@dataclass(frozen=True)
class Pause:
    """Wait for some seconds."""

    seconds: float

    def __str__(self) -> str:
        return f"wait {self.seconds:g} seconds"


@dataclass(frozen=True)
class Tell:
    """Answer a question: what a target reads, how many there are, whether a condition holds."""

    target: Target
    question: Question = "text"
    condition: Condition | None = None

    def __str__(self) -> str:
        if self.condition:
            return f"tell whether {self.condition}"
        return f"count {self.target}" if self.question == "count" else f"tell what {self.target} reads"

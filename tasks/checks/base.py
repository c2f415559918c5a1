"""What every check shares: how it is written, what it finds, and how it says that it could not look."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from PIL import Image
from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, model_serializer

from tasks.checks.machine import Machine


class CheckFault(Exception):  # noqa: N818 - not what it found, but a fault of its own
    """The check itself is at fault, whatever the machine is like; the sentence says what to put right in the task."""


class Unseen(Exception):  # noqa: N818 - a finding, not a fault
    """There is nothing to judge; `saw` is what there is instead.

    `certain` says that the check does not hold then; otherwise nobody knows, as with a display that is gone.
    """

    def __init__(self, saw: str, *, certain: bool = True) -> None:
        super().__init__(saw)
        self.saw, self.certain = saw, certain


@dataclass(frozen=True)
class Finding:
    """What a check found. `wanted` and `saw` are parts of a sentence: "wanted …, saw …".

    Where nobody can know, it does not hold and is not `certain`: its opposite does not hold either. `picture` is the
    screenshot or image that shows it, in RGB.
    """

    held: bool
    wanted: str
    saw: str
    picture: Image.Image | None = None
    certain: bool = True


class BaseCheck(BaseModel):
    """One judgement of the machine's state. Written as a mapping with a key that names its `kind`."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True)

    kind: ClassVar[str]
    runs: ClassVar[bool] = False
    """Whether it runs code that the task brings, which only a trusted task may."""

    @property
    @abstractmethod
    def wanted(self) -> str:
        """What holds when the check does, as a part of a sentence."""

    @abstractmethod
    def look(self, machine: Machine) -> Finding:
        """Judge the machine; raise `Unseen` where there is nothing to judge, `CheckFault` for a fault of the check."""

    def judge(self, machine: Machine) -> Finding:
        """Return what the check finds, whatever that is. Raises `CheckFault` for a fault of the check only."""
        if self.runs and not machine.trusted:
            raise CheckFault(f"The check `{self.kind}` runs code that the task brings: trust the task to let it.")
        try:
            return self.look(machine)
        except Unseen as unseen:
            return Finding(False, self.wanted, unseen.saw, certain=unseen.certain)

    def found(self, held: bool, saw: str, picture: Image.Image | None = None) -> Finding:
        """Return a finding of this check."""
        return Finding(held, self.wanted, saw, picture)

    def every(self) -> Iterator["BaseCheck"]:
        """Yield the check and all that it is made of."""
        yield self

    @model_serializer(mode="wrap")
    def _as_written(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Leave out what was not given: `equals: null` is something else than no `equals`."""
        given = {type(self).model_fields[name].alias or name for name in self.model_fields_set}
        return {key: value for key, value in write(self).items() if key in given}


def opposite(finding: Finding, wanted: str) -> Finding:
    """Return what is found where a check shall not hold; nothing holds where nobody can know."""
    return replace(finding, held=finding.certain and not finding.held, wanted=wanted)

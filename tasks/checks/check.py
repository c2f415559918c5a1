"""`Check`: every kind of check, as it stands in a task file, and how checks are put together."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Discriminator, Field, Tag
from rapidfuzz import process as fuzzy
from typing_extensions import TypeAliasType

from tasks.checks.answer import AnswerCheck
from tasks.checks.base import BaseCheck, Finding, opposite
from tasks.checks.command import CommandCheck, PythonCheck
from tasks.checks.files.data import CsvCheck, JsonCheck
from tasks.checks.files.database import SqliteCheck
from tasks.checks.files.file import FileCheck
from tasks.checks.files.picture import PictureCheck
from tasks.checks.files.sheet import CellCheck
from tasks.checks.files.workbook.check import WorkbookCheck
from tasks.checks.http import HttpCheck
from tasks.checks.machine import Machine
from tasks.checks.reward import RewardCheck
from tasks.checks.screen.desktop import ClipboardCheck, WindowCheck
from tasks.checks.screen.looks import ScreenPictureCheck, ScreenTextCheck

_ALIKE = 60  # of 100, by rapidfuzz's weighted ratio


class AllCheck(BaseCheck):
    """Every one of some checks holds."""

    kind: ClassVar[str] = "all"

    all: Annotated[tuple["Check", ...], Field(min_length=1)]

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        return " and ".join(part.wanted for part in self.all)

    def look(self, machine: Machine) -> Finding:
        """Judge all of them: what is wrong is told at once."""
        findings = [part.judge(machine) for part in self.all]
        failed = [finding for finding in findings if not finding.held]
        return _joined(self, not failed, failed or findings, certain=_is_settled(findings, False))

    def every(self) -> Iterator[BaseCheck]:
        """Yield the check and its parts."""
        yield self
        for part in self.all:
            yield from part.every()


class AnyCheck(BaseCheck):
    """At least one of some checks holds."""

    kind: ClassVar[str] = "any"

    any: Annotated[tuple["Check", ...], Field(min_length=1)]

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        return " or ".join(part.wanted for part in self.any)

    def look(self, machine: Machine) -> Finding:
        """Judge all of them, since the first may be at fault."""
        findings = [part.judge(machine) for part in self.any]
        held = [finding for finding in findings if finding.held]
        return _joined(self, bool(held), held or findings, certain=_is_settled(findings, True))

    def every(self) -> Iterator[BaseCheck]:
        """Yield the check and its parts."""
        yield self
        for part in self.any:
            yield from part.every()


class NotCheck(BaseCheck):
    """A check does not hold. What cannot be looked at (a display that is gone) is no proof of that."""

    kind: ClassVar[str] = "not"

    not_: "Check" = Field(alias="not")

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        return f"not {self.not_.wanted}"

    def look(self, machine: Machine) -> Finding:
        """Judge the opposite."""
        return opposite(self.not_.judge(machine), self.wanted)

    def every(self) -> Iterator[BaseCheck]:
        """Yield the check and its part."""
        yield self
        yield from self.not_.every()


_KINDS = (
    FileCheck,
    JsonCheck,
    CsvCheck,
    SqliteCheck,
    CellCheck,
    WorkbookCheck,
    PictureCheck,
    CommandCheck,
    WindowCheck,
    ClipboardCheck,
    ScreenTextCheck,
    ScreenPictureCheck,
    HttpCheck,
    AnswerCheck,
    RewardCheck,
    PythonCheck,
    AllCheck,
    AnyCheck,
    NotCheck,
)
KINDS: dict[str, type[BaseCheck]] = {check.kind: check for check in _KINDS}
"""The kinds of checks by the key that names them."""


def _names_a_kind(value: Any) -> Any:
    """Say what is wrong with a check that names no kind; the kinds' own mistakes come later."""
    if isinstance(value, BaseCheck):
        return value
    if not isinstance(value, dict):
        raise ValueError("a check is a mapping like `file: notes.txt`")  # noqa: TRY004 - pydantic's own way
    if KINDS.keys().isdisjoint(value):
        alike = fuzzy.extractOne(str(next(iter(value), "")), list(KINDS), score_cutoff=_ALIKE)
        meant = f"is `{alike[0]}` meant?" if alike else f"a check names one of {', '.join(KINDS)}"
        raise ValueError(f"no kind of check is named here: {meant}")
    return value


def _tag(value: Any) -> str | None:
    keys = value if isinstance(value, dict) else (getattr(value, "kind", None),)
    return next((f"{key} check" for key in keys if key in KINDS), None)


Check = TypeAliasType(
    "Check",
    Annotated[
        Annotated[FileCheck, Tag("file check")]
        | Annotated[JsonCheck, Tag("json check")]
        | Annotated[CsvCheck, Tag("csv check")]
        | Annotated[SqliteCheck, Tag("sqlite check")]
        | Annotated[CellCheck, Tag("cell check")]
        | Annotated[WorkbookCheck, Tag("workbook check")]
        | Annotated[PictureCheck, Tag("picture check")]
        | Annotated[CommandCheck, Tag("command check")]
        | Annotated[WindowCheck, Tag("window check")]
        | Annotated[ClipboardCheck, Tag("clipboard check")]
        | Annotated[ScreenTextCheck, Tag("screen_text check")]
        | Annotated[ScreenPictureCheck, Tag("screen_picture check")]
        | Annotated[HttpCheck, Tag("http check")]
        | Annotated[AnswerCheck, Tag("answer check")]
        | Annotated[RewardCheck, Tag("reward check")]
        | Annotated[PythonCheck, Tag("python check")]
        | Annotated[AllCheck, Tag("all check")]
        | Annotated[AnyCheck, Tag("any check")]
        | Annotated[NotCheck, Tag("not check")],
        Discriminator(_tag),
        BeforeValidator(_names_a_kind),
    ],
)
"""A check as a field. In pydantic's places of mistakes, a check is followed by its tag, such as `file check`."""

for _kind in KINDS.values():
    _kind.model_rebuild()


def _is_settled(findings: list[Finding], by: bool) -> bool:
    """Say whether what could not be known cannot change the outcome."""
    return all(finding.certain for finding in findings) or any(f.certain and f.held == by for f in findings)


def _joined(check: BaseCheck, held: bool, findings: list[Finding], *, certain: bool) -> Finding:
    picture = next((finding.picture for finding in findings if finding.picture), None)
    return Finding(held, check.wanted, "; ".join(finding.saw for finding in findings), picture, certain)

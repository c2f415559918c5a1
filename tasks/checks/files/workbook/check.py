"""The check of a workbook by rules."""

import sys
from pathlib import Path as FilePath
from typing import Annotated, ClassVar

from pydantic import Field, ValidationError, model_validator

from actions.processes.environment import child_environment
from tasks.checks.base import BaseCheck, CheckFault, Finding, Unseen
from tasks.checks.fields import Path
from tasks.checks.files import paths
from tasks.checks.files.workbook.rules import Answer, CellLooks, Question, Rule, Zoom
from tasks.checks.machine import Machine
from tasks.checks.process import run
from tasks.checks.texts import shown

_SECONDS = 40.0
_READER = "tasks.checks.files.workbook.reader"


class WorkbookCheck(BaseCheck):
    """An xlsx workbook fits rules, which are OSWorld's; most of them set it beside another one that the task brings."""

    kind: ClassVar[str] = "workbook"

    workbook: Path
    like: Path | None = None
    rules: Annotated[tuple[Rule, ...], Field(min_length=1, max_length=100)]

    @model_validator(mode="after")
    def _has_another(self) -> "WorkbookCheck":
        alone = all(isinstance(rule, Zoom | CellLooks) for rule in self.rules)
        if self.like is None and not alone:
            raise ValueError("`like` is missing: the workbook that it is to be like")
        return self

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        kinds = ", ".join(dict.fromkeys(rule.type for rule in self.rules))
        return f"{self.workbook} like {self.like} ({kinds})" if self.like else f"{self.workbook} by its rules ({kinds})"

    def look(self, machine: Machine) -> Finding:
        """Judge the workbook by all rules: what is wrong is told at once."""
        path = paths.in_home(machine, self.workbook)
        with paths.opened(path):
            pass  # it is there, and a regular file
        other = paths.in_folder(machine, self.like) if self.like else None
        if other and not other.is_file():
            raise CheckFault(f"There is no {self.like} beside the task file, which {path.name} is to be like.")
        answer = _ask(Question(workbook=str(path), like=str(other) if other else None, rules=self.rules))
        if answer.fault:
            raise CheckFault(answer.fault)
        if answer.unread:
            raise Unseen(f"{path.name}, {answer.unread}", certain=False)
        return self.found(not answer.wrong, "; ".join(answer.wrong) or f"{path.name} as it should be")


def _ask(question: Question) -> Answer:
    """Return what the reader says, in a process of its own: a damaged file can take it down."""
    command = [sys.executable, "-P", "-m", _READER, question.model_dump_json(exclude_unset=True)]
    ended = run(command, FilePath(), child_environment(), _SECONDS)
    if ended.code is None:
        return Answer(unread=f"which could not be read within {_SECONDS:g} seconds")
    try:
        return Answer.model_validate_json(ended.output)
    except ValidationError:
        last = ended.errors.strip().splitlines()[-1:]  # openpyxl fails in many ways
        return Answer(unread=": ".join(("which is no whole workbook", *map(shown, last))))

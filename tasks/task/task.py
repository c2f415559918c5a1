"""What a task is: what is wished, what stands ready, what must hold in the end. Knows no agent and no display."""

import re
from collections import Counter
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias

from pydantic import (
    BeforeValidator,
    Field,
    JsonValue,
    PlainSerializer,
    StringConstraints,
    Tag,
    ValidationInfo,
    field_validator,
)

from actions.policy.policy import Policy, Verdict
from tasks.checks import Check
from tasks.task.fields import Name, Part, Reason, Seconds, SourceFile, Spelled, Text, a_few, alone, named_by, no_truth
from tasks.task.set_up import Run, SetUp, StageStep
from tasks.task.steps import ExactStep, Limits, SolutionStep, Step

MOST_RUNS = 10_000
"""Runs that one file may have."""


_REPEAT = re.compile(r"(#\d+)\.\d+$")


class Size(NamedTuple):
    """A width and a height in pixels."""

    width: int
    height: int


def _size(value: Any) -> Any:
    if isinstance(value, str):
        found = re.fullmatch(r"\s*(\d{1,5})\s*x\s*(\d{1,5})\s*", value)
        if not found:
            raise ValueError("a size is written 1280x800")
        value = (int(found[1]), int(found[2]))
    if isinstance(value, list | tuple) and not all(isinstance(n, int) and 320 <= n <= 16_384 for n in value):
        raise ValueError("each side of a display has 320 to 16384 pixels")
    return value


Display: TypeAlias = Annotated[
    Size,
    BeforeValidator(_size, json_schema_input_type=Annotated[str, Field(pattern=r"^\d+x\d+$")]),
    PlainSerializer(lambda size: f"{size.width}x{size.height}", return_type=str),
]


class StepsSolution(Part):
    """A solution by exact steps."""

    steps: Annotated[tuple[SolutionStep, ...], Field(min_length=1)]
    """The steps that reach the goal without a model."""

    @property
    def without_key_steps(self) -> tuple[SolutionStep, ...]:
        """The steps that do not reach the goal, so that the checks are known to be able to fail."""
        return tuple(step for step in self.steps if not (isinstance(step, ExactStep) and step.key))


class RepliesSolution(Part):
    """A solution by what a model would reply."""

    replies: Annotated[tuple[str, ...], Field(min_length=1)]
    """The replies of a model, one after the other."""


class RecordedSolution(Part):
    """A solution by what a model once replied."""

    script: SourceFile
    """A file of replies beside the task file, as for `--model scripted:FILE`."""


_AnySolution: TypeAlias = Annotated[
    Annotated[StepsSolution, Tag("steps solution")]
    | Annotated[RepliesSolution, Tag("replies solution")]
    | Annotated[RecordedSolution, Tag("script solution")],
    named_by("solution", "steps", "replies", "script"),
]


Solution: TypeAlias = Annotated[
    _AnySolution, BeforeValidator(alone("steps", list, tuple), json_schema_input_type=_AnySolution | list[SolutionStep])
]
"""What reaches the goal without a model, so that the checks are known to be able to hold; a list alone is steps."""

Label: TypeAlias = Annotated[str, Spelled(r"[^\s,]+", "is no tag: one word, without a comma")]
LONGEST_NAME = 120
NO_NAME = r"[/\\#\[\]\x00-\x1f]"
"""What a task's name cannot hold."""
Title: TypeAlias = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=LONGEST_NAME),
    Spelled(rf"(?:(?!{NO_NAME}).)*", "cannot be a name: it holds one of / \\ # [ ] or a line break"),
]


_ALL = {name: Verdict.ALLOW for name, field in Policy.model_fields.items() if field.annotation is Verdict}


def _as_the_person_allows(value: Any) -> Any:
    """Let what a policy says nothing of be as the person who starts the task allows it."""
    return {**_ALL, **value} if isinstance(value, dict) else value


OwnPolicy: TypeAlias = Annotated[Policy, BeforeValidator(_as_the_person_allows, json_schema_input_type=Policy)]


class TaskContent(Part):
    """What a task says, be it in a file or as one run."""

    name: Title = ""
    """A short name; by default the file's."""
    description: str = ""
    """What it is for, for people."""
    goal: Text | None = None
    """What to do, in plain language. A task has a goal or steps."""
    steps: Annotated[tuple[Step, ...] | None, Field(validate_default=True)] = None
    """What to do, one thing after the other. A task has a goal or steps."""
    set_up: SetUp = SetUp()
    """What stands ready before it begins."""
    infeasible: Annotated[bool | None, Field(validate_default=True)] = None
    """Whether the goal cannot be reached: then the agent must say so, and with `false` it must not."""
    before_checks: tuple[StageStep, ...] = ()
    """Exact steps that are taken when the agent has ended, such as [press: ctrl+s]; one that fails is left out."""
    checks: tuple[Check, ...] = ()
    """What must hold in the end; without any, that the agent says it is done."""
    check_seconds: Seconds = 5.0
    """How long the checks are waited for."""
    limits: Limits = Limits()
    """When it is ended."""
    retries: Annotated[int, BeforeValidator(no_truth), Field(ge=0, le=20)] = 0
    """How often it is tried again after it failed."""
    tags: Annotated[tuple[Label, ...], a_few(str)] = ()
    """Words to choose it by."""
    expected: Literal["pass", "fail"] = "pass"
    """`fail` where it is known to fail; then say why in `reason`."""
    reason: Annotated[Reason | None, Field(validate_default=True)] = None
    """Why it is expected to fail."""
    skip: Reason | None = None
    """Why it is not run."""
    tear_down: tuple[Run, ...] = ()
    """Commands that are run in the end, whatever happened."""
    solution: Solution | None = None
    """What reaches the goal without a model, so that the checks are known to be able to hold."""
    policy: OwnPolicy = Policy.model_validate(_ALL)
    """What the agent may not do, though the person who starts it allows it; never what that person does not."""
    display: Display = Size(1280, 800)
    """The size of its display in pixels, such as 1280x800."""

    @field_validator("steps")
    @classmethod
    def _goal_or_steps(cls, steps: tuple[Step, ...] | None, info: ValidationInfo) -> tuple[Step, ...] | None:
        if "goal" in info.data and (info.data["goal"] is None) == (steps is None):
            raise ValueError("a task has either a goal or steps" + ("" if steps is None else ", not both"))
        if steps is not None and not steps:
            raise ValueError("there are no steps")
        if any(isinstance(step, ExactStep) and step.key for step in steps or ()):
            raise ValueError("only a step of the solution is a `key` step")
        return steps

    @field_validator("infeasible")
    @classmethod
    def _of_a_goal(cls, infeasible: bool | None, info: ValidationInfo) -> bool | None:
        if infeasible is not None and info.data.get("steps") is not None:
            raise ValueError("only of a `goal` the agent can say that it is infeasible")
        return infeasible

    @field_validator("reason")
    @classmethod
    def _reason_for_failing(cls, reason: str | None, info: ValidationInfo) -> str | None:
        expected = info.data.get("expected")
        if expected == "fail" and reason is None:
            raise ValueError("`expected: fail` needs a `reason`")
        if expected == "pass" and reason is not None:
            raise ValueError("a `reason` belongs to `expected: fail`; one for not running it is the text of `skip`")
        return reason

    @field_validator("skip")
    @classmethod
    def _says_why(cls, reason: str | None) -> str | None:
        if reason and reason.lower() in {"true", "yes", "on", "false", "no", "off"}:
            raise ValueError("say why it is skipped, such as `skip: needs a network`, or leave it out")
        return reason


def _seeds(value: Any) -> Any:
    """Read `0-4` as a list."""
    if isinstance(value, list | tuple):
        return value
    found = re.fullmatch(r"\s*(\d{1,9})\s*-\s*(\d{1,9})\s*", str(value))
    if not found:
        raise ValueError("seeds are a list, or the first and the last one: 0-4")
    first, last = int(found[1]), int(found[2])
    if not 0 <= last - first < MOST_RUNS:
        raise ValueError(f"the last seed comes after the first one, and at most {MOST_RUNS} of them")
    return list(range(first, last + 1))


Seed: TypeAlias = Annotated[int, BeforeValidator(no_truth), Field(ge=0, lt=2**63)]
Row: TypeAlias = dict[Name, JsonValue]


class Expansion(Part):
    """What makes several runs of one file."""

    parameters: Row = Field(default_factory=dict)
    """Values for {{name}} in every text of the file."""
    table: Annotated[tuple[Row, ...], Field(min_length=1)] | SourceFile | None = None
    """Values for one run each: a list of rows here, or a CSV or JSON file beside the task file."""
    seeds: Annotated[
        tuple[Seed, ...],
        Field(min_length=1),
        BeforeValidator(
            _seeds, json_schema_input_type=list[Seed] | Annotated[str, Field(pattern=r"^\s*\d+\s*-\s*\d+\s*$")]
        ),
    ] = (0,)
    """One run for each; {{seed}} is its value. A list, or the first and the last one: 0-4."""

    @field_validator("seeds")
    @classmethod
    def _each_once(cls, seeds: tuple[int, ...]) -> tuple[int, ...]:
        if twice := [seed for seed, times in Counter(seeds).items() if times > 1]:
            raise ValueError(f"the seed {twice[0]} stands there twice")
        return seeds


class TaskFile(Expansion, TaskContent):
    """A task file of Deskhand: a goal or steps, what stands ready, what must hold in the end, and its runs."""


class Task(TaskContent):
    """One run of a task file, with its values in its texts. Travels as JSON."""

    file: str
    """The absolute path of its file."""
    row: int | None = None
    """The row of its table, from 1."""
    seed: int = 0
    """What chance begins with."""
    repeat: int = 1
    """Which of the times that the same is run, from 1."""
    values: dict[str, JsonValue] = Field(default_factory=dict)
    """What its placeholders stood for."""

    @property
    def folder(self) -> Path:
        """Where the files lie that the task brings."""
        return Path(self.file).parent

    @property
    def id(self) -> str:
        """The task's name in results: `folder/name`, or `folder/name[row]`."""
        return f"{self.folder.name}/{self.name}" + (f"[{self.row}]" if self.row is not None else "")

    @property
    def run_id(self) -> str:
        """What tells this run from all others, today and tomorrow: the id, the seed and, from 2, the repeat."""
        return f"{self.id}#{self.seed}" + (f".{self.repeat}" if self.repeat > 1 else "")

    def repeated(self, times: int) -> "list[Task]":
        """Return the task as so many runs of their own; the first is this one."""
        return [self, *(self.model_copy(update={"repeat": number}) for number in range(2, times + 1))]


def unrepeated(run_id: str) -> str:
    """Return the id of the first of the runs that are repeats of each other."""
    return _REPEAT.sub(r"\1", run_id)

"""What goes into a worker and what comes out of it: the formats of a task's run on disk, as JSON.

A folder of results holds `results.jsonl`, a line for each finished task, and for each attempt a folder with its job,
its progress and its outcome, all written as they come. Everything else that is told of a run is derived from these.
"""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, field_serializer

from actions.policy.policy import Policy
from agent.grounding.way import PLAIN
from model.glm.settings import GlmSettings
from tasks.task import Task


class Status(StrEnum):
    """How a task ended. `ERROR`: the task, its set-up or the machine is at fault, and nothing is said of the agent."""

    PASSED = "passed"
    FAILED = "failed"
    FLAKY = "flaky"
    SKIPPED = "skipped"
    EXPECTED_FAILURE = "expected failure"
    ERROR = "error"


AttemptStatus = Literal[Status.PASSED, Status.FAILED, Status.ERROR]

Cause = Literal[
    "", "check", "step", "ending", "time", "set-up", "check fault", "machine", "model", "worker", "task file"
]
"""Where an attempt went wrong."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Job(_Record):
    """One attempt to be made: everything that a worker needs to know, on this machine or another.

    `display` is a virtual one of its own, or the person's. `debug` lets the person mend what does not match.
    `without_key_steps` plays a solution that must not do. What `glm` does not set, the environment does.
    `grounding` is the way of asking, as `agent.grounding` reads it.
    """

    task: Task
    model: str = "reader"
    glm: GlmSettings | None = None
    grounding: str = PLAIN
    policy: Policy = Policy()
    trusted: bool = False
    display: Literal["virtual", "here"] = "virtual"
    debug: bool = False
    play_solution: bool = False
    without_key_steps: bool = False

    @field_serializer("glm")
    def _set_only(self, glm: GlmSettings | None) -> dict[str, Any] | None:
        """Write what was set, and leave the rest to the worker's environment."""
        return None if glm is None else glm.model_dump(mode="json", exclude_unset=True)

    @property
    def asks(self) -> str:
        """The model, and the way in which it is asked where that is no plain one."""
        return self.model if self.grounding == PLAIN else f"{self.model} (--grounding {self.grounding})"


class Looked(_Record):
    """What a check found: `wanted` and `saw` are parts of a sentence; `picture` is a file of the attempt's folder."""

    held: bool
    wanted: str
    saw: str
    picture: str = ""


class Attempt(_Record):
    """How one attempt went. `claimed` says that the agent took the goal for reached.

    `grounding` is the way in which a model was asked, empty where none was.
    """

    status: AttemptStatus
    cause: Cause = ""
    reason: str = ""
    claimed: bool = False
    answer: str | None = None
    grounding: str = ""
    findings: tuple[Looked, ...] = ()
    recordings: tuple[str, ...] = ()
    steps: int = 0
    tokens: int = 0
    seconds: float = 0.0
    started: datetime | None = None


class Result(_Record):
    """How one task ended, after all its attempts; `folders` are theirs, within the folder of results.

    A file that cannot be read has one as well, whose id is the file.
    """

    format: Literal[1] = 1
    id: str
    name: str
    file: str
    tags: tuple[str, ...] = ()
    seed: int = 0
    status: Status
    reason: str = ""
    attempts: tuple[Attempt, ...] = ()
    folders: tuple[Path, ...] = ()

    @property
    def claimed(self) -> bool:
        """Whether the agent took the goal for reached, in the last attempt."""
        return bool(self.attempts) and self.attempts[-1].claimed

    @property
    def seconds(self) -> float:
        """How long all attempts took."""
        return sum(attempt.seconds for attempt in self.attempts)

"""`run.json`: what a run was to do, under which settings, and how it ended."""

import platform
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, JsonValue, StrictInt

from agent.endings import Ending
from agent.errors import RecordingError

FORMAT: Final = 2

Source: TypeAlias = Literal["model", "person", "flow"]
"""Who decides the actions of a run."""


class Limits(BaseModel):
    """When a run ends by itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_steps: int = 50
    max_seconds: float = 1800.0


class RunRecord(BaseModel):
    """What `run.json` says. `ending` is None while the run goes on, and stays so when it was killed.

    `settings` and `policy` are as they were written: both may have had other fields then than they have now. Of
    secrets, goal and settings hold the placeholders alone.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[2] = FORMAT
    goal: str
    source: Source = "model"
    model: str = ""
    family: str = ""
    dialect: str = ""
    settings: dict[str, JsonValue] = {}
    policy: dict[str, JsonValue] = {}
    versions: dict[str, str]
    started: datetime
    finished: datetime | None = None
    ending: Ending | None = None


class _Header(BaseModel):
    format: StrictInt


def read_record(data: bytes) -> RunRecord:
    """Read `run.json`. Raises `RecordingError` for another format, `ValueError` for what is none."""
    found = _Header.model_validate_json(data).format
    if found < FORMAT:
        raise RecordingError(
            f"It was written by an older Deskhand, in format {found}, and this one reads format {FORMAT}: open it with "
            "the version that wrote it."
        )
    if found > FORMAT:
        raise RecordingError(
            f"It was written by a newer Deskhand, in format {found}, and this one reads format {FORMAT}: update "
            "Deskhand to open it."
        )
    return RunRecord.model_validate_json(data)


def versions() -> dict[str, str]:
    """Return what a run is made with."""
    try:
        own = version("deskhand")
    except PackageNotFoundError:
        own = "source"
    return {"deskhand": own, "python": platform.python_version(), "system": platform.platform(terse=True)}

"""How a run goes: pure data, fit for a task file and for another process. Live things are handed over beside it."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from actions.policy.policy import Policy
from agent.control.watcher import DEFAULT_STOP_KEY
from agent.grounding.way import PLAIN
from agent.recording import Limits


class RunSettings(BaseModel):
    """`window` (a title) goes before `monitor`; without `dialect` it is the model's own.

    `grounding` is the way of asking, as `agent.grounding` reads it; with `elements` the model is also told what was
    read on the screen.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    monitor: int = 1
    window: str = ""
    open_application: str = ""
    dialect: str = ""
    grounding: str = PLAIN
    elements: bool = False
    template: Path | None = None
    limits: Limits = Limits()
    stop_key: str = DEFAULT_STOP_KEY
    policy: Policy = Policy()
    approve_each: bool = False

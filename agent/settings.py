"""How a run goes: pure data, fit for a task file and for another process. Live things are handed over beside it."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from actions.policy import Policy
from agent.recording import Limits
from agent.watcher import DEFAULT_STOP_KEY


class RunSettings(BaseModel):
    """`window` (a title) goes before `monitor`; without `dialect` it is the model's own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    monitor: int = 1
    window: str = ""
    open_application: str = ""
    dialect: str = ""
    template: Path | None = None
    limits: Limits = Limits()
    stop_key: str = DEFAULT_STOP_KEY
    policy: Policy = Policy()
    approve_each: bool = False

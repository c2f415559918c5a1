"""What a person sets in the panel, as one JSON file. A file that cannot be read is kept, and said."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from PySide6.QtCore import QStandardPaths

from actions.policy.policy import Policy
from agent.control.watcher import DEFAULT_STOP_KEY
from agent.errors import GroundingError
from agent.grounding.way import PLAIN, Way
from agent.recording import Limits
from ui.panel.look.theme import ThemeName
from ui.panel.settings.model_choice import ModelChoice

Language = Literal["system", "en", "zh"]


class TaskSettings(BaseModel):
    """The folder whose tasks are shown, none where it is empty, and how many of them are run at once."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    folder: str = ""
    workers: Annotated[int, Field(ge=1, le=64)] = 1


def _way(spec: str) -> str:
    """Return a way of asking as it is written. Raises `ValueError` for what is none."""
    try:
        return str(Way.parse(spec))
    except GroundingError as error:
        raise ValueError(str(error)) from error


class PanelSettings(BaseModel):
    """All settings. `window` (a part of its title) goes before `monitor`; without `dialect` it is the model's own.

    `grounding` is the way of asking, as `agent.grounding` reads it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: ModelChoice = ModelChoice()
    dialect: str = ""
    grounding: Annotated[str, AfterValidator(_way)] = PLAIN
    monitor: Annotated[int, Field(ge=0)] = 1
    window: str = ""
    max_steps: Annotated[int, Field(ge=1, le=1000)] = Limits().max_steps
    max_seconds: Annotated[float, Field(ge=1, le=86_400)] = Limits().max_seconds
    stop_key: str = DEFAULT_STOP_KEY
    policy: Policy = Policy()
    approve_each: bool = False
    shrinks: bool = True
    language: Language = "system"
    theme: ThemeName = "system"
    tasks: TaskSettings = TaskSettings()


def settings_file() -> Path:
    """Return where the settings lie (the platform's folder for a user's configuration)."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "deskhand" / "panel.json"


def read_settings(path: Path) -> tuple[PanelSettings, str]:
    """Return the settings and, where the file could not be used, a sentence about it beside the defaults."""
    try:
        return PanelSettings.model_validate_json(path.read_text(encoding="utf-8")), ""
    except FileNotFoundError:
        return PanelSettings(), ""
    except (OSError, UnicodeDecodeError) as error:
        return PanelSettings(), f"The settings in {path} cannot be read: {error}. The defaults are used."
    except ValidationError as error:
        return PanelSettings(), f"The settings in {path} are not valid, so the defaults are used: {_first(error)}."


def write_settings(path: Path, settings: PanelSettings) -> None:
    """Write the settings whole or not at all; a file that could not be read is kept beside them. Raises `OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and read_settings(path)[1]:
        path.replace(path.with_suffix(".unreadable.json"))
    new = path.with_suffix(".new")
    new.write_text(settings.model_dump_json(indent=2) + "\n", encoding="utf-8")
    new.replace(path)


def _first(error: ValidationError) -> str:
    fault = error.errors()[0]
    place = ".".join(str(part) for part in fault["loc"])
    return f"{place}: {fault['msg']}" if place else str(fault["msg"])

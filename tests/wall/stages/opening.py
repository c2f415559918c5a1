"""From a stage's name to the stage."""

from pathlib import Path

from tests.wall.stages.applications import ApplicationStage
from tests.wall.stages.stage import COMMANDS, ProcessStage, Stage
from tests.wall.stages.terminals import TERMINALS, TerminalStage
from tests.wall.stages.web import WebStage


def open_stage(name: str, folder: Path) -> Stage:
    """Return the stage of that name, with a folder to itself."""
    if name == "web":
        return WebStage(folder)
    if name == "applications":
        return ApplicationStage(folder)
    if name in TERMINALS:
        return TerminalStage(name, folder)
    return ProcessStage(COMMANDS["qt" if name == "clock" else name], folder)

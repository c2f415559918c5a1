"""One run in a terminal: the model is opened and closed, the thought is shown, and signals stop it."""

from contextlib import closing
from pathlib import Path

from rich.console import Console

from agent.control import RunControl
from agent.endings import Ending
from agent.run import run_goal
from agent.settings import RunSettings
from model.open import open_model
from model.sight.ocr import Ocr
from ui.cli.model import shown_progress
from ui.cli.signals import stop_on_signals
from ui.cli.terminal import TerminalListener


def run_in_terminal(goal: str, model: str, folder: Path, settings: RunSettings, console: Console) -> Ending:
    """Run the goal on this process's display and record it in the folder."""
    control = RunControl()
    listener = TerminalListener(console, control)
    with closing(Ocr()) as ocr:
        with shown_progress(console) as on_progress:
            opened = open_model(model, on_progress=on_progress, ocr=ocr)
        with closing(opened), stop_on_signals(control):
            return run_goal(goal, opened, folder, settings, control, listener, ocr=ocr)

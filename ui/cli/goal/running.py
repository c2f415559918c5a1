"""One run in a terminal: the model is opened and closed, the thought is shown, and signals stop it."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path

from rich.console import Console

from agent.control.run_control import RunControl
from agent.control.watcher import stop_key_heard
from agent.endings import Ending, StoppedByUser
from agent.errors import Stopped
from agent.run import run_goal
from agent.screen.screen import require_display
from agent.settings import RunSettings
from model.base import Model
from model.glm.settings import Progress
from model.open import open_model
from model.sight.ocr import Ocr
from ui.cli.model.progress import shown_progress
from ui.cli.signals import interrupts
from ui.cli.terminal.listener import TerminalListener


def run_in_terminal(goal: str, model: str, folder: Path, settings: RunSettings, console: Console) -> Ending:
    """Run the goal on this process's display and record it in the folder; a stop before it begins leaves none."""
    control = RunControl()
    listener = TerminalListener(console, control)
    with interrupts.stopping(control), closing(Ocr()) as ocr:
        with _opened(model, settings, console, control, ocr) as opened:
            if opened and not control.stopped.is_set():
                return run_goal(goal, opened, folder, settings, control, listener, ocr=ocr)
        ending = control.ending or StoppedByUser()
        listener.on_ended(ending)
        return ending


@contextmanager
def _opened(
    model: str, settings: RunSettings, console: Console, control: RunControl, ocr: Ocr
) -> Iterator[Model | None]:
    """Open the model while the stop key is listened to; None where a stop was heard between two parts of it."""
    require_display()  # before anything else asks for one, in words of its own
    with ExitStack() as opened:
        try:
            with stop_key_heard(control, settings.stop_key), shown_progress(console) as on_progress:
                model_opened = open_model(model, on_progress=partial(_report, on_progress, control), ocr=ocr)
                opened.callback(model_opened.close)
        except Stopped:
            model_opened = None
        yield model_opened


def _report(on_progress: Progress, control: RunControl, message: str, fraction: float | None) -> None:
    control.check_stop()
    on_progress(message, fraction)

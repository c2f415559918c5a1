"""`deskhand demo`: the main job on a virtual display, judged by the file that it leaves."""

from pathlib import Path

from rich.console import Console

from agent.recording import new_run_folder
from agent.settings import RunSettings
from tasks.demo import APPLICATION, Demo
from tasks.displays import use_display
from ui.cli.failures import exit_code, one_sentence
from ui.cli.goal.running import run_in_terminal

NOT_REACHED = 1


def run_demo(out: Path | None) -> int:
    """Run the demo; 0 when the file's bytes are right."""
    console = Console()
    folder = (out or new_run_folder()).resolve()
    task = Demo(folder)
    settings = RunSettings(open_application=APPLICATION)
    with one_sentence(), use_display("virtual"):
        ending = run_in_terminal(task.goal, "reader", folder, settings, console)
    if not ending.reached:
        return exit_code(ending)
    complaint = task.complaint()
    _say(console, complaint or f"The file's bytes are right: {task.file}", "red" if complaint else "green")
    _say(console, f"The recording: {folder}", "")
    return NOT_REACHED if complaint else 0


def _say(console: Console, text: str, style: str) -> None:
    console.print(text, style=style, markup=False, highlight=False, soft_wrap=True)

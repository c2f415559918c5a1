"""Shows a run in the terminal as it happens, and asks there.

Text from models and screens is data: it is printed without markup and without control characters.
"""

import select
import sys
from pathlib import Path

from rich.console import Console

from actions.schema import Action
from agent.control.run_control import RunControl
from agent.endings import Ending
from agent.errors import RecordingError
from agent.listener import RunListener
from agent.step import Observation, Step
from ui.cli.terminal.ask import ask_approval
from ui.wording import in_words, printable, time_split

_KEY_COMES_UP_SECONDS = 0.3
_STOP_IS_SEEN_SECONDS = 0.1


def can_ask(console: Console) -> bool:
    """Say whether somebody can be asked: what is printed is shown, and what is typed is read."""
    return sys.stdin.isatty() and not console.quiet


class TerminalListener(RunListener):
    """Streams thoughts and steps to the console."""

    def __init__(self, console: Console, control: RunControl) -> None:
        self._console, self._control = console, control
        self._folder, self._index = Path(), 0

    @property
    def is_attended(self) -> bool:
        """Whether what is asked here is seen and can be answered."""
        return can_ask(self._console)

    def on_started(self, goal: str, folder: Path) -> None:
        """Say what is wanted, how to stop it, and where the recording grows."""
        self._folder = folder
        self._line(goal, "bold")
        self._line(f"Ctrl+C here or Ctrl+Alt+Escape anywhere stops it. Recording: {folder}", "dim")

    def on_observed(self, index: int, observation: Observation) -> None:
        """Head the step."""
        self._index = index
        self._line(f"\n{index}", "bold cyan")

    def on_text(self, text: str) -> None:
        """Stream the reply as it is written."""
        self._console.print(printable(text), style="dim", end="", markup=False, highlight=False, soft_wrap=True)

    def on_step(self, step: Step) -> None:
        """Say what was done, what became of it, and where the time went."""
        self._line("")
        if step.grounding and step.grounding.note:
            self._line(step.grounding.note, "dim")
        if step.action:
            self._line(f"→ {in_words(step.action)}", "bold")
        if step.error:
            self._line(step.error, "yellow")
        elif step.changed is False:
            self._line("The screen did not change.", "yellow")
        parts = time_split(step.timings)
        self._line(", ".join(f"{part.words} {part.seconds:.2f} s" for part in parts), "dim")

    def on_acting(self, action: Action, observation: Observation) -> None:
        """Nothing: the finished step says it."""

    def on_ended(self, ending: Ending) -> None:
        """Say why it ended."""
        self._line(f"\n{ending.message}", "bold green" if ending.reached else "bold red")

    def wait_for_hand_back(self) -> bool:
        """Ask for Enter; without a terminal to ask in, the person keeps the desktop."""
        answer = self._prompt("You took over. Press Enter to hand back, or Ctrl+C to stop: ")
        return answer is not None

    def ask(self, question: str) -> str | None:
        """Put the model's question."""
        return self._prompt(f"{question}\n> ")

    def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
        """Show what is about to be done, and ask; nobody there is a no."""
        self._line("")
        if not can_ask(self._console):
            self._line("Nobody is there to ask. A file for --policy can allow this for good.", "yellow")
            return None
        picture = self._folder / f"asked-{self._index:03d}.png"
        try:
            return ask_approval(action, observation, reason, picture, self._prompt, self._line)
        except OSError as error:
            raise RecordingError(f"The picture of what is asked cannot be written: {error}") from error

    def _prompt(self, text: str) -> str | None:
        if not can_ask(self._console):
            return None
        _forget_what_was_typed()
        self._console.print(printable(text), style="bold yellow", end="", markup=False, highlight=False)
        answer = self._read_line()
        self._control.stopped.wait(_KEY_COMES_UP_SECONDS)  # the Enter key's own events are no takeover
        return answer

    def _read_line(self) -> str | None:
        """Return a line, or None at a stop or at the input's end."""
        while sys.platform != "win32" and not select.select([sys.stdin], [], [], _STOP_IS_SEEN_SECONDS)[0]:
            if self._control.stopped.is_set():
                return None
        line = sys.stdin.readline()
        return line.rstrip("\n") if line else None

    def _line(self, text: str, style: str = "") -> None:
        self._console.print(printable(text), style=style, markup=False, highlight=False, soft_wrap=True)


def _forget_what_was_typed() -> None:
    """Let no line that was typed before a question was put be taken for its answer."""
    if sys.platform != "win32":
        import termios  # which Windows has not

        termios.tcflush(sys.stdin, termios.TCIFLUSH)

"""Asks in the terminal how a mismatch is to be mended: `--debug`."""

from pathlib import Path

from rich.console import Console

from agent.listener import RunListener
from ui.wording import printable

_CHOICES = {"r": "retry", "e": "edit", "s": "skip", "q": "quit"}
_QUESTION = "r(etry), e(dit: the file is changed, read it again and go on), s(kip this), q(uit)?"


def ask_how_to_mend(listener: RunListener, console: Console, mismatch: str, picture: Path) -> str | None:
    """Show what does not match and where to look at the display; return the choice, or None where nobody answers."""
    for line in (*mismatch.splitlines(), str(picture)):
        console.print(printable(line), style="yellow", markup=False, highlight=False, soft_wrap=True)
    while (answer := listener.ask(_QUESTION)) is not None:
        if choice := _CHOICES.get(answer.strip().lower()[:1]):
            return choice
    return None

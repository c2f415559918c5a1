"""Asks in the terminal how a mismatch is to be mended: `--debug`."""

import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console

from agent.listener import RunListener
from tasks.runner.person import Question
from ui.wording import printable

_CHOICES = {"r": "retry", "e": "edit", "s": "skip", "q": "quit"}
_LOOK = "l(ook: a window that shows the display and takes your mouse and keyboard), "
_QUESTION = "r(etry), e(dit: the file is changed, read it again and go on), s(kip this), q(uit)?"


def ask_how_to_mend(listener: RunListener, console: Console, mismatch: Question, picture: Path) -> str | None:
    """Show what does not match and the display; return the choice, or None where nobody answers."""
    where = f"DISPLAY={mismatch.display} XAUTHORITY={mismatch.authority}"
    for line in (*mismatch.text.splitlines(), f"{picture}  {where}"):
        console.print(printable(line), style="yellow", markup=False, highlight=False, soft_wrap=True)
    can_look = os.environ.get("DISPLAY", mismatch.display) != mismatch.display
    while (answer := listener.ask(_LOOK * can_look + _QUESTION)) is not None:
        letter = answer.strip().lower()[:1]
        if can_look and letter == "l":
            _open_mirror(mismatch)
        elif choice := _CHOICES.get(letter):
            return choice
    return None


def _open_mirror(mismatch: Question) -> None:
    """Open a window that closes with the display that it shows."""
    command = [sys.executable, "-P", "-m", "ui.mirror", mismatch.display, mismatch.authority]
    silent = subprocess.DEVNULL
    subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True)

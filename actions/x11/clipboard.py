"""Borrowing the clipboard: it offers some text for a moment, and then what it held before.

The borrowed text is nobody's to keep: it says so to clipboard managers. If another application takes the clipboard
meanwhile, it keeps it.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from typing import IO

from Xlib import X
from Xlib.display import Display

from actions.errors import ActionError
from actions.input.gate import OpenGate
from actions.processes.environment import child_environment
from actions.x11 import contents
from actions.x11.contents import Contents
from actions.x11.events import Pause
from actions.x11.owner import SelectionOwner
from actions.x11.requestor import read_selection

CLIPBOARD = "CLIPBOARD"

_TAKE_OVER_SECONDS = 3.0
_POLL_SECONDS = 0.01


@contextmanager
def borrowed_clipboard(display: Display, text: str, pause: Pause) -> Iterator[SelectionOwner]:
    """Offer the text on the clipboard while entered.

    `pause` may break off by raising; the clipboard is given back all the same. Raises `ActionError` when what it
    holds cannot be kept safe.
    """
    owner = SelectionOwner(display, CLIPBOARD, contents.of_text(text))
    empty = display.get_selection_owner(display.get_atom(CLIPBOARD)) == X.NONE
    try:
        with nullcontext() if empty else _kept_clipboard(display, owner, pause):
            owner.take()
            yield owner
    finally:
        owner.disown()


def fill_clipboard(display: Display, text: str) -> None:
    """Put a text on an empty clipboard, for as long as the display lasts or until somebody else takes it.

    Raises `ActionError` where nobody answers for it in the end.
    """
    keeper = _start_keeper(X.NONE)
    with suppress(BrokenPipeError), _input_of(keeper):
        contents.write(contents.of_text(text), _input_of(keeper))
    keeper.wait()
    deadline = time.monotonic() + _TAKE_OVER_SECONDS
    while display.get_selection_owner(display.get_atom(CLIPBOARD)) == X.NONE:
        if time.monotonic() > deadline:
            raise ActionError("The text could not be put on the clipboard.")
        time.sleep(_POLL_SECONDS)


@contextmanager
def _kept_clipboard(display: Display, borrower: SelectionOwner, pause: Pause) -> Iterator[None]:
    """Give what the clipboard holds now to a keeper process, which takes over on leaving."""
    keeper = _start_keeper(borrower.window.id)  # it starts up while the clipboard is read
    saved: Contents = {}
    try:
        saved = read_selection(display, CLIPBOARD, pause)
        _hand_over(saved, keeper)
        yield
    finally:
        with suppress(BrokenPipeError), _input_of(keeper):
            borrower.contents = {}
        if saved:
            borrower.serve(lambda: borrower.lost, _TAKE_OVER_SECONDS, OpenGate().pause)
        keeper.wait()


def _start_keeper(borrower: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "actions.x11.keeper", str(borrower)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=child_environment(),
        start_new_session=True,
    )


def _hand_over(saved: Contents, keeper: subprocess.Popen[bytes]) -> None:
    try:
        contents.write(saved, _input_of(keeper))
        _input_of(keeper).flush()
    except BrokenPipeError as error:
        raise ActionError("The text was not entered: what the clipboard holds could not be kept.") from error


def _input_of(keeper: subprocess.Popen[bytes]) -> IO[bytes]:
    assert keeper.stdin is not None, "started with a pipe"
    return keeper.stdin

"""Waiting for X events without becoming deaf to a stop."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from Xlib.display import Display
from Xlib.error import ConnectionClosedError, DisplayError, XError

from actions.errors import DisplayLostError

if TYPE_CHECKING:
    from Xlib.protocol.rq import Event

Pause = Callable[[float], None]
"""Sleeps for some seconds; may raise to break off (`Gate.pause`)."""

_POLL_SECONDS = 0.002


def close_display(display: Display) -> None:
    """Close a connection; the display itself may have done so before."""
    with suppress(ConnectionClosedError):
        display.close()


def open_display() -> Display:
    """Connect to `$DISPLAY`. Raises `DisplayLostError` where there is none.

    What becomes of other clients' windows in the meantime is no fault of ours, and not reported.
    """
    try:
        display = Display()
    except DisplayError as error:
        raise DisplayLostError(f"There is no display to act on ({error}): set DISPLAY to one.") from error
    display.set_error_handler(_ignore)
    return display


def next_event(display: Display, pause: Pause, deadline: float) -> "Event | None":
    """Return the next event, or None when none came before the deadline (in `time.monotonic` seconds)."""
    while not display.pending_events():
        if time.monotonic() >= deadline:
            return None
        pause(_POLL_SECONDS)
    return display.next_event()


def _ignore(_error: XError, _request: object) -> None:
    """A window that vanished before it was answered needs no answer."""

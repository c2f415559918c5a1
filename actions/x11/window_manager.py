"""Waiting for the window manager to have dealt with a click.

A window manager that raises windows on a click holds every click back until it has looked at it, but not the keys:
sent right after a click, they overtake it and land in what had the focus before.
"""

import time

from Xlib import X
from Xlib.display import Display
from Xlib.protocol.event import ClientMessage

from actions.x11.events import Pause, next_event

_ANSWER_SECONDS = 0.5


def await_window_manager(display: Display, pause: Pause) -> None:
    """Return when the window manager has seen all that was sent before, or after half a second without it.

    It is asked a question (EWMH's `_NET_REQUEST_FRAME_EXTENTS`) that it answers after what came earlier.
    """
    root = display.screen().root
    window = root.create_window(0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask)
    question = display.get_atom("_NET_REQUEST_FRAME_EXTENTS")
    root.send_event(
        ClientMessage(window=window, client_type=question, data=(32, [0] * 5)),
        event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask,
    )
    answer = display.get_atom("_NET_FRAME_EXTENTS")
    deadline = time.monotonic() + _ANSWER_SECONDS
    try:
        while event := next_event(display, pause, deadline):
            if event.type == X.PropertyNotify and event.window.id == window.id and event.atom == answer:
                return
    finally:
        window.destroy()
        display.flush()

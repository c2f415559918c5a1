"""Bringing a window to the front of the test display, through the window manager."""

import time
from typing import Any

from Xlib import X
from Xlib.display import Display
from Xlib.error import XError
from Xlib.protocol.event import ClientMessage


def bring_to_front(title: str, seconds: float = 20) -> None:
    """Wait for a window whose title contains the text, and until it is active."""
    display = Display()
    try:
        deadline = time.monotonic() + seconds
        while not any(title in _title(display, window) for window in _windows(display, "_NET_ACTIVE_WINDOW")):
            assert time.monotonic() < deadline, f"no window {title!r} became active"
            for window in _windows(display, "_NET_CLIENT_LIST"):
                if title in _title(display, window):
                    _activate(display, window)
            time.sleep(0.05)
    finally:
        display.close()


def _windows(display: Display, property_name: str) -> list[Any]:
    found = display.screen().root.get_full_property(display.get_atom(property_name), X.AnyPropertyType)
    return [display.create_resource_object("window", number) for number in found.value if number] if found else []


def _title(display: Display, window: Any) -> str:
    try:
        title = window.get_full_property(display.get_atom("_NET_WM_NAME"), X.AnyPropertyType)
    except XError:
        return ""  # it has just been closed
    return bytes(title.value).decode() if title else ""


def _activate(display: Display, window: Any) -> None:
    pager = 2  # whose wish is the user's
    message = ClientMessage(
        window=window, client_type=display.get_atom("_NET_ACTIVE_WINDOW"), data=(32, [pager, X.CurrentTime, 0, 0, 0])
    )
    mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
    display.screen().root.send_event(message, event_mask=mask)
    display.sync()

"""Bringing a window to the front of the test display, through the window manager."""

import time
from contextlib import closing

from Xlib.display import Display

from actions.x11.windows import X11Windows


def bring_to_front(title: str, seconds: float = 20) -> None:
    """Wait for a window whose title contains the text, and until it is active."""
    with closing(Display()) as display:
        windows = X11Windows(display)
        deadline = time.monotonic() + seconds
        while not ((focus := windows.focused()) and title in windows.title(focus)):
            assert time.monotonic() < deadline, f"no window {title!r} became active"
            for window in windows.listed():
                if title in windows.title(window):
                    windows.activate(window)
            time.sleep(0.05)

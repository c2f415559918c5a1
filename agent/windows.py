"""Where windows are: finds one by its title, brings it to the front and says what it covers.

On X11 through the window manager's list (EWMH) with python-xlib; elsewhere through pygetwindow, which pyautogui
brings along (not tried here: no macOS or Windows machine was to be had).
"""

import sys
from typing import Any

from actions.geometry import Rect
from agent.errors import DesktopError


class NamedWindow:
    """The first window whose title contains the text, in any case. Raises `DesktopError` when there is none."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._find: Any = _X11Windows() if sys.platform.startswith("linux") else _OtherWindows()

    def locate(self) -> Rect:
        """Return what the window's content covers now, in pointer units."""
        rect: Rect = self._find.rect(self._title)
        return rect

    def close(self) -> None:
        """Let go of the window system."""
        self._find.close()

    def raise_to_front(self) -> None:
        """Bring the window to the front and give it the focus."""
        self._find.activate(self._title)


def _no_window(title: str, titles: list[str]) -> DesktopError:
    there = "; there is " + ", ".join(repr(t) for t in titles if t) if any(titles) else "; no window is open"
    return DesktopError(f"No window's title contains {title!r}{there}.")


class _X11Windows:
    def __init__(self) -> None:
        from Xlib.display import Display

        self._display = Display()
        self._root = self._display.screen().root

    def rect(self, title: str) -> Rect:
        window = self._window(title)
        size = window.get_geometry()
        origin = window.translate_coords(self._root, 0, 0)
        return Rect(-origin.x, -origin.y, size.width, size.height)

    def activate(self, title: str) -> None:
        from Xlib import X
        from Xlib.protocol.event import ClientMessage

        window = self._window(title)
        message = ClientMessage(
            window=window, client_type=self._atom("_NET_ACTIVE_WINDOW"), data=(32, [2, X.CurrentTime, 0, 0, 0])
        )
        self._root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self._display.sync()

    def close(self) -> None:
        self._display.close()

    def _window(self, title: str) -> Any:
        windows = self._windows()
        titles = [self._title_of(window) for window in windows]
        for window, name in zip(windows, titles, strict=True):
            if title.casefold() in name.casefold():
                return window
        raise _no_window(title, titles)

    def _windows(self) -> list[Any]:
        from Xlib import X

        found = self._root.get_full_property(self._atom("_NET_CLIENT_LIST"), X.AnyPropertyType)
        return [self._display.create_resource_object("window", number) for number in found.value] if found else []

    def _title_of(self, window: Any) -> str:
        from Xlib import X
        from Xlib.error import BadWindow

        try:
            found = window.get_full_property(self._atom("_NET_WM_NAME"), X.AnyPropertyType)
            return found.value.decode("utf-8", "replace") if found else str(window.get_wm_name() or "")
        except BadWindow:  # closed since it was listed
            return ""

    def _atom(self, name: str) -> int:
        return int(self._display.intern_atom(name))


class _OtherWindows:
    def rect(self, title: str) -> Rect:
        window = self._window(title)
        return Rect(int(window.left), int(window.top), int(window.width), int(window.height))

    def activate(self, title: str) -> None:
        self._window(title).activate()

    def close(self) -> None:
        pass

    def _window(self, title: str) -> Any:
        import pygetwindow

        for window in pygetwindow.getAllWindows():
            if title.casefold() in window.title.casefold():
                return window
        raise _no_window(title, pygetwindow.getAllTitles())

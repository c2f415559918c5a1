"""Where windows are: finds one by its title, brings it to the front and says what it covers.

On X11 through the window manager's list; elsewhere through pygetwindow, which pyautogui brings along (not tried here:
no macOS or Windows machine was to be had).
"""

import sys
from typing import Any

from actions.geometry import Rect
from actions.quotation import quote
from agent.errors import DesktopError


class NamedWindow:
    """The first window whose title contains the text, in any case. Raises `DesktopError` when there is none."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._find: Any = _NamedX11Windows() if sys.platform.startswith("linux") else _OtherWindows()

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
    there = "; there is " + ", ".join(quote(t) for t in titles if t) if any(titles) else "; no window is open"
    return DesktopError(f"No window's title contains {quote(title)}{there}.")


class _NamedX11Windows:
    def __init__(self) -> None:
        from actions.x11.events import open_display
        from actions.x11.windows import X11Windows

        self._display = open_display()
        self._windows = X11Windows(self._display)

    def rect(self, title: str) -> Rect:
        if rect := self._windows.rect(self._window(title)):
            return rect
        raise DesktopError(f"The window {quote(title)} has just been closed.")

    def activate(self, title: str) -> None:
        self._windows.activate(self._window(title))

    def close(self) -> None:
        from actions.x11.events import close_display

        close_display(self._display)

    def _window(self, title: str) -> Any:
        windows = self._windows.listed()
        titles = [self._windows.title(window) for window in windows]
        for window, name in zip(windows, titles, strict=True):
            if title.casefold() in name.casefold():
                return window
        raise _no_window(title, titles)


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

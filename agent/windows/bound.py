"""The window that a run is bound to: found once by its title, and from then on the same, whatever it is called.

On X11 it is known by its id; elsewhere through pygetwindow, which pyautogui brings along (not tried here: no macOS or
Windows machine was to be had).
"""

import sys
import time
from collections.abc import Callable
from typing import Any, Protocol

from actions.geometry import Rect
from actions.quotation import quote
from agent.errors import DesktopError
from agent.windows.reached import display_needed

_COMES_UP_SECONDS = 2.0
_POLL_SECONDS = 0.02


class BoundWindow(Protocol):
    """One window of another program. Raises `DesktopError` when it is closed, or is hidden and does not come back."""

    @property
    def id(self) -> int | None:
        """The window's own id, where there are such."""

    def locate(self) -> Rect:
        """Return what the window's content covers now, in pointer units; a minimised one is brought back first."""

    def raise_to_front(self) -> None:
        """Bring the window to the front where another one covers it."""

    def close(self) -> None:
        """Let go of the window system."""


def bind_window(title: str) -> BoundWindow:
    """Return the first window whose title contains the text, in any case, brought to the front.

    Raises `DesktopError` when there is none.
    """
    return X11BoundWindow(title) if sys.platform.startswith("linux") else OtherBoundWindow(title)


def _found(title: str, windows: list[tuple[str, Any]]) -> Any:
    for name, window in windows:
        if title.casefold() in name.casefold():
            return window
    titles = ", ".join(quote(name) for name, _ in windows if name)
    there = f"there is {titles}" if titles else "no window is open"
    raise DesktopError(f"No window's title contains {quote(title)}; {there}.")


class X11BoundWindow:
    """A window of this process's X11 display. Implements `BoundWindow`."""

    def __init__(self, title: str) -> None:
        from actions.x11.events import open_display
        from actions.x11.windows import X11Windows

        self._title = title
        self._display = open_display()
        self._windows = X11Windows(self._display)
        try:
            self._window = _found(title, [(self._windows.title(w), w) for w in self._windows.listed()])
            self._windows.activate(self._window)
            self.raise_to_front()
        except DesktopError:
            self.close()
            raise

    @property
    def id(self) -> int:
        """The window's own id."""
        return int(self._window.id)

    @display_needed()
    def locate(self) -> Rect:
        """Return what the window's content covers now, in pointer units; a minimised one is brought back first."""
        if not self._windows.is_viewable(self._window):
            self._bring_up(lambda: self._windows.is_viewable(self._window), "is hidden and does not come back: show it")
        if rect := self._windows.rect(self._window):
            return rect
        raise self._closed()

    @display_needed()
    def raise_to_front(self) -> None:
        """Bring the window to the front where another application's, or another one of its own, covers it."""
        if self._windows.covering(self._window):
            self._bring_up(lambda: not self._is_hidden(), "is covered by one that stays in front: move that away")

    def close(self) -> None:
        """Close the connection."""
        from actions.x11.events import close_display

        close_display(self._display)

    def _bring_up(self, is_up: Callable[[], bool], complaint: str) -> None:
        if not self._windows.exists(self._window):
            raise self._closed()
        self._windows.activate(self._window)
        deadline = time.monotonic() + _COMES_UP_SECONDS
        while not is_up():
            if not self._windows.exists(self._window):
                raise self._closed()
            if time.monotonic() > deadline:
                raise DesktopError(
                    f"The window {quote(self._title)} that the run is bound to {complaint}, and start again."
                )
            time.sleep(_POLL_SECONDS)

    def _is_hidden(self) -> bool:
        """Say whether another window still covers it, which a small one that always stays in front may do in part."""
        own = self._windows.rect(self._window)
        above = [rect for rect in map(self._windows.rect, self._windows.covering(self._window)) if rect]
        return own is not None and any(rect.intersection(own) == own for rect in above)

    def _closed(self) -> DesktopError:
        return DesktopError(f"The window {quote(self._title)} that the run was bound to was closed.")


class OtherBoundWindow:
    """A window as pygetwindow knows it. Implements `BoundWindow`."""

    id = None

    def __init__(self, title: str) -> None:
        import pygetwindow

        self._title = title
        self._window = _found(title, [(window.title, window) for window in pygetwindow.getAllWindows()])
        self._window.activate()

    def locate(self) -> Rect:
        """Return what the window covers now."""
        window = self._window
        if window.isMinimized:
            window.restore()
        if not window.width or not window.height:
            raise DesktopError(f"The window {quote(self._title)} that the run was bound to was closed.")
        return Rect(int(window.left), int(window.top), int(window.width), int(window.height))

    def raise_to_front(self) -> None:
        """Give the window the focus where it has lost it."""
        if not self._window.isActive:
            self._window.activate()

    def close(self) -> None:
        """Do nothing."""

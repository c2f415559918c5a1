"""Which window an input reaches: the one under a place, or the one with the focus.

Known on X11. On other systems every window is unknown, terminals among them: there, a policy's rules about windows
refuse everything, and its rule about terminals never applies.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any, Protocol

from actions.errors import ActionError
from actions.geometry import Rect
from agent.errors import DesktopError

Position = tuple[int, int]

_COMES_UP_SECONDS = 2.0
_POLL_SECONDS = 0.02


@dataclass(frozen=True)
class InputWindow:
    """A window; its own title first, then those of the windows that it belongs to. What is unknown is empty."""

    titles: tuple[str, ...] = ()
    window_class: tuple[str, ...] = ()
    rect: Rect | None = None


class InputWindows(Protocol):
    """Finds windows. Positions are in pointer units."""

    def under(self, at: Position) -> InputWindow:
        """Return the window that a click there reaches."""

    def focused(self) -> InputWindow:
        """Return the window that keys go to."""

    def pointer(self) -> Position | None:
        """Return where the pointer is, if that is known."""

    def kept_in_front(self) -> AbstractContextManager[None]:
        """Bring back, at the end, the window that was in front at the beginning: in between, the user is asked.

        Raises `ActionError` where it does not come back.
        """

    def close(self) -> None:
        """Let go of the window system."""


def open_input_windows() -> InputWindows:
    """Return what this system can tell."""
    return X11InputWindows() if sys.platform.startswith("linux") else UnknownWindows()


class UnknownWindows:
    """Knows nothing. Implements `InputWindows`."""

    def under(self, at: Position) -> InputWindow:
        """Return an unknown window."""
        return InputWindow()

    def focused(self) -> InputWindow:
        """Return an unknown window."""
        return InputWindow()

    def pointer(self) -> Position | None:
        """Return None."""
        return None

    def kept_in_front(self) -> AbstractContextManager[None]:
        """Do nothing."""
        return nullcontext()

    def close(self) -> None:
        """Do nothing."""


@contextmanager
def _display_needed() -> Iterator[None]:
    from Xlib.error import ConnectionClosedError

    try:
        yield
    except ConnectionClosedError as error:
        raise DesktopError("The display was closed.") from error


class X11InputWindows:
    """The windows of this process's X11 display. Implements `InputWindows`. Raises `DesktopError` when it is closed."""

    def __init__(self) -> None:
        from agent.x11_windows import X11Windows

        self._windows = X11Windows()

    @_display_needed()
    def under(self, at: Position) -> InputWindow:
        """Return the window that a click there reaches; unknown where that is the desktop itself."""
        return self._described(self._windows.under(*at))

    @_display_needed()
    def focused(self) -> InputWindow:
        """Return the window that keys go to."""
        return self._described(self._windows.focused())

    @_display_needed()
    def pointer(self) -> Position | None:
        """Return where the pointer is."""
        return self._windows.pointer()

    @contextmanager
    def kept_in_front(self) -> Iterator[None]:
        """Bring back the window with the focus."""
        with _display_needed():
            window = self._windows.focused()
        yield
        with _display_needed():
            self._bring_back(window)

    def close(self) -> None:
        """Close the connection."""
        self._windows.close()

    def _bring_back(self, window: Any) -> None:
        if window is None or self._windows.focused() == window:
            return
        self._windows.activate(window)
        deadline = time.monotonic() + _COMES_UP_SECONDS
        while self._windows.focused() != window:
            if time.monotonic() > deadline:
                raise ActionError("Another window came to the front while the user was asked. Look again.")
            time.sleep(_POLL_SECONDS)

    def _described(self, window: Any) -> InputWindow:
        if window is None:
            return InputWindow()
        family = [window, *self._windows.owners(window)]
        titles = tuple(title for member in family if (title := self._windows.title(member)))
        return InputWindow(titles, self._windows.window_class(window), self._windows.rect(window))

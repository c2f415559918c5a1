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
    """A window; its own title first, then those of the windows that it belongs to. What is unknown is empty.

    `family` are the ids of the window and of those that it is a dialog or a menu of. A `popup` is a menu, a drop-down
    list or another window that came up past the window manager; its class is that of the window it belongs to.
    `process_id` is of the process that opened the window on this machine.
    """

    family: tuple[int, ...] = ()
    titles: tuple[str, ...] = ()
    window_class: tuple[str, ...] = ()
    rect: Rect | None = None
    popup: bool = False
    process_id: int | None = None

    @property
    def id(self) -> int | None:
        """The window's own id, if it is known."""
        return self.family[0] if self.family else None


class InputWindows(Protocol):
    """Finds windows. Positions are in pointer units."""

    def under(self, at: Position) -> InputWindow:
        """Return the window that a click there reaches."""

    def focused(self) -> InputWindow:
        """Return the window that keys go to."""

    def focused_id(self) -> int | None:
        """Return the id of the window that keys go to, which costs less than all about it."""

    def place(self, at: Position | None) -> Rect | None:
        """Return where the window is that a click there reaches, or that keys go to."""

    def pointer(self) -> Position | None:
        """Return where the pointer is, if that is known."""

    def points_at_text(self) -> bool:
        """Say whether the pointer has the shape that it has above text."""

    def popups(self, window: InputWindow) -> tuple[Rect, ...]:
        """Return where the window's application has menus, lists and the like open; keys may go to them."""

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

    def focused_id(self) -> int | None:
        """Return None."""
        return None

    def place(self, at: Position | None) -> Rect | None:
        """Return None."""
        return None

    def pointer(self) -> Position | None:
        """Return None."""
        return None

    def points_at_text(self) -> bool:
        """Say no."""
        return False

    def popups(self, window: InputWindow) -> tuple[Rect, ...]:
        """Return none."""
        return ()

    def kept_in_front(self) -> AbstractContextManager[None]:
        """Do nothing."""
        return nullcontext()

    def close(self) -> None:
        """Do nothing."""


@contextmanager
def display_needed() -> Iterator[None]:
    """Say that the display is gone. Raises `DesktopError`."""
    from Xlib.error import ConnectionClosedError

    try:
        yield
    except ConnectionClosedError as error:
        raise DesktopError("The display was closed.") from error


class X11InputWindows:
    """The windows of this process's X11 display. Implements `InputWindows`. Raises `DesktopError` when it is closed."""

    def __init__(self) -> None:
        from actions.x11.events import open_display
        from actions.x11.windows import X11Windows

        self._display = open_display()
        self._windows = X11Windows(self._display)

    @display_needed()
    def under(self, at: Position) -> InputWindow:
        """Return the window that a click there reaches; unknown where that is the desktop itself."""
        return self._described(self._windows.under(*at))

    @display_needed()
    def focused(self) -> InputWindow:
        """Return the window that keys go to."""
        return self._described(self._windows.focused())

    @display_needed()
    def focused_id(self) -> int | None:
        """Return the id of the window that keys go to."""
        window = self._windows.focused()
        return window and int(window.id)

    @display_needed()
    def place(self, at: Position | None) -> Rect | None:
        """Return where the window is that a click there reaches, or that keys go to."""
        window = self._windows.under(*at) if at else self._windows.focused()
        return window and self._windows.rect(window)

    @display_needed()
    def pointer(self) -> Position | None:
        """Return where the pointer is."""
        return self._windows.pointer()

    @display_needed()
    def points_at_text(self) -> bool:
        """Say whether the pointer is an I-beam."""
        from actions.x11.cursor import is_text_cursor

        return is_text_cursor(self._display)

    @display_needed()
    def popups(self, window: InputWindow) -> tuple[Rect, ...]:
        """Return where windows of the same client stand that no window manager has in its care."""
        if window.id is None:
            return ()
        popups = self._windows.popups_of(self._windows.window(window.id))
        return tuple(rect for popup in popups if (rect := self._windows.rect(popup)))

    @contextmanager
    def kept_in_front(self) -> Iterator[None]:
        """Bring back the window with the focus."""
        with display_needed():
            window = self._windows.focused()
        yield
        with display_needed():
            self._bring_back(window)

    def close(self) -> None:
        """Close the connection."""
        from actions.x11.events import close_display

        close_display(self._display)

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
        windows, popup = self._windows, self._windows.is_popup(window)
        family = [window, *windows.owners(window)]
        focus = windows.focused() if popup else None
        if focus and focus not in family and windows.same_client(focus.id, window.id):
            family += [focus, *windows.owners(focus)]
        titles = tuple(title for member in family if (title := windows.title(member)))
        classes = (windows.window_class(member) for member in (reversed(family) if popup else family))
        window_class = next((names for names in classes if names), ())
        ids, process_id = tuple(member.id for member in family), windows.process_id(window)
        return InputWindow(ids, titles, window_class, windows.rect(window), popup, process_id)

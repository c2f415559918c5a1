"""The windows of an X11 display: what they are, where they are, and which of them an input reaches.

Reads what the window manager (EWMH) and the applications (ICCCM) say of them. A window can vanish at any time; it then
has no title, no class and no place.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, TypeAlias

from Xlib import X
from Xlib.display import Display
from Xlib.error import XError
from Xlib.protocol.event import ClientMessage

from actions.geometry import Rect
from actions.x11.events import close_display
from actions.x11.focus import focused_window

Window: TypeAlias = Any
"""python-xlib's window, which has no types."""

_MOST_OWNERS = 8


class X11Windows:
    """One connection to the display; calls come from one thread."""

    def __init__(self) -> None:
        self._display = Display()
        self._root = self._display.screen().root

    def close(self) -> None:
        """Close the connection."""
        close_display(self._display)

    def listed(self) -> list[Window]:
        """Return the applications' windows, oldest first."""
        return [self._window(number) for number in self._property(self._root, "_NET_CLIENT_LIST")]

    def activate(self, window: Window) -> None:
        """Ask the window manager to bring a window to the front and to give it the focus."""
        kind, by_a_pager = self._display.get_atom("_NET_ACTIVE_WINDOW"), 2
        message = ClientMessage(window=window, client_type=kind, data=(32, [by_a_pager, X.CurrentTime, 0, 0, 0]))
        self._root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self._display.sync()

    def focused(self) -> Window | None:
        """Return the application's window that keys go to."""
        window = focused_window(self._display)
        with suppress(XError):
            while window and not self._is_managed(window):
                parent = window.query_tree().parent
                if parent == self._root:
                    break
                window = parent
        return window

    def under(self, x: int, y: int) -> Window | None:
        """Return the topmost window at a place, below those of this process, which make way by themselves."""
        with suppress(XError):
            for top in self._tops_at(x, y):
                window = self._managed_in(top, x, y) or top
                if os.getpid() not in self._property(window, "_NET_WM_PID"):
                    return window
        return None

    def pointer(self) -> tuple[int, int]:
        """Return where the pointer is."""
        at = self._root.query_pointer()
        return at.root_x, at.root_y

    def rect(self, window: Window) -> Rect | None:
        """Return what a window's content covers, in pointer units."""
        with suppress(XError):
            size, origin = window.get_geometry(), window.translate_coords(self._root, 0, 0)
            return Rect(-origin.x, -origin.y, size.width, size.height)
        return None

    def title(self, window: Window) -> str:
        """Return a window's title."""
        with suppress(XError):
            found = window.get_full_property(self._display.get_atom("_NET_WM_NAME"), X.AnyPropertyType)
            return found.value.decode("utf-8", "replace") if found else str(window.get_wm_name() or "")
        return ""

    def window_class(self, window: Window) -> tuple[str, ...]:
        """Return a window's instance and class (WM_CLASS)."""
        with suppress(XError):
            return tuple(window.get_wm_class() or ())
        return ()

    def owners(self, window: Window) -> Iterator[Window]:
        """Yield the window that this one is a dialog or a menu of, and so on."""
        with suppress(XError):
            for _ in range(_MOST_OWNERS):
                window = window.get_wm_transient_for()
                if not window or window == self._root:
                    return
                yield window

    def _window(self, number: int) -> Window:
        return self._display.create_resource_object("window", number)

    def _property(self, window: Window, name: str) -> list[int]:
        found = window.get_full_property(self._display.get_atom(name), X.AnyPropertyType)
        return list(found.value) if found else []

    def _is_managed(self, window: Window) -> bool:
        return bool(self._property(window, "WM_STATE"))

    def _tops_at(self, x: int, y: int) -> Iterator[Window]:
        """Yield the root's visible children at a place, topmost first."""
        if top := self._root.translate_coords(self._root, x, y).child:
            yield top
            children = self._root.query_tree().children
            for window in reversed(children[: children.index(top)]):
                rect = self.rect(window)
                if rect and _contains(rect, x, y) and window.get_attributes().map_state == X.IsViewable:
                    yield window

    def _managed_in(self, top: Window, x: int, y: int) -> Window | None:
        """Return the application's window inside a window manager's frame: the one at the place, or the only one."""
        inner = top
        while inner:
            if self._is_managed(inner):
                return inner
            inner = inner.translate_coords(self._root, x, y).child
        return next((child for child in top.query_tree().children if self._is_managed(child)), None)


def _contains(rect: Rect, x: int, y: int) -> bool:
    return rect.x <= x < rect.right and rect.y <= y < rect.bottom

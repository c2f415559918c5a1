"""The windows of an X11 display: what they are, where they are, which of them an input reaches, and where keys go.

The one place that asks X for windows. Reads what the window manager (EWMH) and the applications (ICCCM) say of them; a
window is known by its id. It can vanish at any time, and then has no title, no class and no place.
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
from actions.terminals import is_terminal

Window: TypeAlias = Any
"""python-xlib's window, which has no types."""

_MOST_OWNERS = 8
_LEAST_POPUP = 12  # pointer units
_LOCAL_CLIENT_PID = 1 << 1  # a mask of the X-Resource extension
_MENUS = tuple(f"_NET_WM_WINDOW_TYPE_{kind}" for kind in ("MENU", "POPUP_MENU", "DROPDOWN_MENU", "COMBO"))


class X11Windows:
    """The windows of one connection's display; calls come from one thread."""

    def __init__(self, display: Display) -> None:
        self._display = display
        self._root = display.screen().root

    def listed(self) -> list[Window]:
        """Return the applications' windows, oldest first."""
        return [self.window(number) for number in self._property(self._root, "_NET_CLIENT_LIST")]

    def window(self, number: int) -> Window:
        """Return the window of an id."""
        return self._display.create_resource_object("window", number)

    def activate(self, window: Window) -> None:
        """Ask the window manager to bring a window to the front and to give it the focus."""
        by_a_pager = 2
        self._ask(window, "_NET_ACTIVE_WINDOW", (by_a_pager, X.CurrentTime, 0, 0, 0))

    def close(self, window: Window) -> None:
        """Ask the window manager to close a window, as its own button does."""
        by_a_pager = 2
        self._ask(window, "_NET_CLOSE_WINDOW", (X.CurrentTime, by_a_pager, 0, 0, 0))

    def move(self, window: Window, rect: Rect) -> None:
        """Ask the window manager to put a window's content there."""
        north_west, by_a_pager, all_four = 1, 2 << 12, 0b1111 << 8
        self._ask(window, "_NET_MOVERESIZE_WINDOW", (north_west | by_a_pager | all_four, *rect))

    def add_states(self, window: Window, *states: str) -> None:
        """Ask the window manager for states of a window, such as `_NET_WM_STATE_FULLSCREEN`; two at the most."""
        add, by_a_pager = 1, 2
        atoms = [self._display.get_atom(state) for state in states]
        self._ask(window, "_NET_WM_STATE", (add, *atoms, *([0] * (2 - len(atoms))), by_a_pager, 0))

    def _ask(self, window: Window, what: str, data: tuple[int, ...]) -> None:
        message = ClientMessage(window=window, client_type=self._display.get_atom(what), data=(32, list(data)))
        self._root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self._display.sync()

    def input_focus(self) -> Window | None:
        """Return the very window that receives keys, which is often a part of an application's; None while none does.

        Where the focus follows the pointer, which needs no window manager, that is the window under it.
        """
        focus = self._display.get_input_focus().focus
        if isinstance(focus, int):
            return self.under(*self.pointer()) if focus == X.PointerRoot else None
        return self.under(*self.pointer()) if focus == self._root else focus

    def focused(self) -> Window | None:
        """Return the application's window that keys go to."""
        focus = self.input_focus()
        return focus and self.top_of(focus)

    def top_of(self, window: Window) -> Window:
        """Return the application's window that this one is a part of."""
        with suppress(XError):
            while not self.is_managed(window):
                parent = window.query_tree().parent
                if not parent or parent == self._root:
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
        """Return the instance and class (WM_CLASS) of a window, or of the nearest one around it that has them."""
        with suppress(XError):
            while window:
                if names := window.get_wm_class():
                    return tuple(names)
                window = window.query_tree().parent
        return ()

    def process_id(self, window: Window) -> int | None:
        """Return the process that opened a window, by the word of the X server; None if it runs on another machine."""
        if not self._display.has_extension("X-Resource"):
            return None
        with suppress(XError):
            asked = [{"client": window.id, "mask": _LOCAL_CLIENT_PID}]
            found = self._display.res_query_client_ids(asked).ids
            return next((number for client in found for number in client.value), None)
        return None

    def is_in_terminal(self, window: Window) -> bool:
        """Say whether a window belongs to a terminal, where Ctrl+V is a character and Ctrl+Shift+V pastes."""
        return is_terminal(self.window_class(window))

    def owners(self, window: Window) -> Iterator[Window]:
        """Yield the window that this one is a dialog or a menu of, and so on."""
        with suppress(XError):
            for _ in range(_MOST_OWNERS):
                window = window.get_wm_transient_for()
                if not window or window == self._root:
                    return
                yield window

    def is_viewable(self, window: Window) -> bool:
        """Say whether a window is open and not minimised; what covers it does not matter."""
        with suppress(XError):
            return bool(window.get_attributes().map_state == X.IsViewable)
        return False

    def exists(self, window: Window) -> bool:
        """Say whether a window has not been closed."""
        with suppress(XError):
            return bool(window.get_attributes())
        return False

    def covering(self, window: Window) -> list[Window]:
        """Return which windows lie above a window and over it; not its dialogs and menus, nor those of this process."""
        stacked = [self.window(number) for number in self._property(self._root, "_NET_CLIENT_LIST_STACKING")]
        place = self.rect(window)
        if place is None or window not in stacked:
            return []
        return [
            other
            for other in stacked[stacked.index(window) + 1 :]
            if self.is_viewable(other)
            and (rect := self.rect(other))
            and rect.intersection(place)
            and window not in self.owners(other)
            and os.getpid() not in self._property(other, "_NET_WM_PID")
        ]

    def is_managed(self, window: Window) -> bool:
        """Say whether a window manager has the window in its care."""
        return bool(self._property(window, "WM_STATE"))

    def is_popup(self, window: Window) -> bool:
        """Say whether a window is a menu, a drop-down list or another one that came up past the window manager."""
        with suppress(XError):
            kinds = {self._display.get_atom(name) for name in _MENUS}
            if not kinds.isdisjoint(self._property(window, "_NET_WM_WINDOW_TYPE")):
                return True
            return bool(window.get_attributes().override_redirect)
        return False

    def popups_of(self, window: Window) -> list[Window]:
        """Return what the window's client has open past the window manager, and large enough to hold a word."""
        with suppress(XError):
            tops = self._root.query_tree().children
            return [
                top
                for top in tops
                if top != window and self._is_open_popup(top) and self.same_client(top.id, window.id)
            ]
        return []

    def _is_open_popup(self, top: Window) -> bool:
        with suppress(XError):
            attributes = top.get_attributes()
            if not attributes.override_redirect or attributes.map_state != X.IsViewable:
                return False
            size = top.get_geometry()
            return bool(size.width >= _LEAST_POPUP and size.height >= _LEAST_POPUP)
        return False

    def same_client(self, window: int, other: int) -> bool:
        """Say whether two window ids were given out to the same client connection."""
        own_part = self._display.display.info.resource_id_mask
        return bool(window | own_part == other | own_part)

    def _property(self, window: Window, name: str) -> list[int]:
        found = window.get_full_property(self._display.get_atom(name), X.AnyPropertyType)
        return list(found.value) if found else []

    def _tops_at(self, x: int, y: int) -> Iterator[Window]:
        """Yield the root's visible children at a place, topmost first."""
        if top := self._root.translate_coords(self._root, x, y).child:
            yield top
            children = self._root.query_tree().children
            for window in reversed(children[: children.index(top)]):
                rect = self.rect(window)
                if rect and _contains(rect, x, y) and self.is_viewable(window):
                    yield window

    def _managed_in(self, top: Window, x: int, y: int) -> Window | None:
        """Return the application's window inside a window manager's frame: the one at the place, or the only one."""
        inner = top
        while inner:
            if self.is_managed(inner):
                return inner
            inner = inner.translate_coords(self._root, x, y).child
        return next((child for child in top.query_tree().children if self.is_managed(child)), None)


def _contains(rect: Rect, x: int, y: int) -> bool:
    return rect.x <= x < rect.right and rect.y <= y < rect.bottom

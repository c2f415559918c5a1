"""Where keys go: the window with the input focus, and the client it belongs to."""

from typing import TYPE_CHECKING

from Xlib import Xatom
from Xlib.display import Display
from Xlib.error import XError

from actions.terminals import is_terminal

if TYPE_CHECKING:
    from Xlib.xobject.drawable import Window


def focused_window(display: Display) -> "Window | None":
    """Return the window that receives keys, or None while none does."""
    focus = display.get_input_focus().focus
    return None if isinstance(focus, int) else focus


def same_client(display: Display, window: int, other: int) -> bool:
    """Say whether two window ids were given out to the same client connection."""
    own_part = display.display.info.resource_id_mask
    return bool(window | own_part == other | own_part)


def is_in_terminal(window: "Window") -> bool:
    """Say whether a window belongs to a terminal, where Ctrl+V is a character and Ctrl+Shift+V pastes."""
    return is_terminal(_window_class(window))


def input_method_runs(display: Display) -> bool:
    """Say whether an input method (IBus, Fcitx) may catch keys to compose them into something else."""
    root = display.screen().root
    servers = root.get_full_property(display.get_atom("XIM_SERVERS"), Xatom.ATOM)
    return servers is not None and any(display.get_selection_owner(server) for server in servers.value)


def pointed_window_has_focus(display: Display) -> bool:
    """Say whether the window under the pointer, or a child of it, has the input focus."""
    focus = focused_window(display)
    if focus is None:
        return False
    try:
        pointed = _windows_under_pointer(display)
        return focus.id in pointed or focus.query_tree().parent.id in pointed
    except XError:
        return False  # one of them vanished: not yet


def _windows_under_pointer(display: Display) -> set[int]:
    """Return the ids from the root's child down to the innermost window."""
    window, ids = display.screen().root, set()
    while window := window.query_pointer().child:
        ids.add(window.id)
    return ids


def _window_class(window: "Window") -> tuple[str, ...]:
    """Return the WM_CLASS of the window or of the nearest ancestor that has one."""
    try:
        while window:
            if names := window.get_wm_class():
                return tuple(names)
            window = window.query_tree().parent
    except XError:
        pass  # it vanished
    return ()

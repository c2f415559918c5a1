"""What the harness asks the display itself: which windows there are, and which has the focus."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from Xlib import X
from Xlib.display import Display
from Xlib.error import XError

from actions.geometry import Rect

_PATIENCE = 10.0
_POLL_SECONDS = 0.02


@contextmanager
def open_display() -> Iterator[Display]:
    display = Display()
    try:
        yield display
    finally:
        display.close()


def wait_until_active(class_name: str) -> Rect:
    """Wait until the active window is of the class, in any case; return where its content is."""
    deadline = time.monotonic() + _PATIENCE
    with open_display() as display:
        while time.monotonic() < deadline:
            for window in managed(display, "_NET_ACTIVE_WINDOW"):
                if is_of(window, class_name):
                    time.sleep(0.1)  # until it has painted
                    return rect_of(display, window)
            time.sleep(_POLL_SECONDS)
    raise AssertionError(f"no window of class {class_name} became active")


def managed(display: Display, property_name: str = "_NET_CLIENT_LIST") -> list[Any]:
    """Return the windows in a property of the root window."""
    found = display.screen().root.get_full_property(display.get_atom(property_name), X.AnyPropertyType)
    return [display.create_resource_object("window", number) for number in found.value if number] if found else []


def popups(display: Display, class_name: str) -> list[Rect]:
    """Return where an application's windows stand that no window manager manages: menus, for the most part."""
    found = []
    for window in display.screen().root.query_tree().children:
        try:
            attributes = window.get_attributes()
            shown = attributes.map_state == X.IsViewable and attributes.win_class == X.InputOutput
            if shown and attributes.override_redirect and is_of(window, class_name):
                found.append(rect_of(display, window))
        except XError:
            continue  # it has just been closed
    return found


def is_of(window: Any, class_name: str) -> bool:
    """Say whether the window is of the class, in any case."""
    return class_name.casefold() in map(str.casefold, class_of(window))


def class_of(window: Any) -> tuple[str, ...]:
    try:
        return tuple(window.get_wm_class() or ())
    except XError:
        return ()  # it has just been closed


def rect_of(display: Display, window: Any) -> Rect:
    shape = window.get_geometry()
    corner = window.translate_coords(display.screen().root, 0, 0)
    return Rect(-corner.x, -corner.y, shape.width, shape.height)

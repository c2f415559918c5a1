"""What stands in a GTK 4 window, told by its widgets. Runs in the system's Python; gives plain data."""

from collections.abc import Iterator
from typing import Any

from gi.repository import Gtk

_BY_TYPE = (
    (Gtk.LinkButton, "link"),
    (Gtk.SpinButton, "spinner"),
    (Gtk.DropDown, "drop-down"),
    (Gtk.Entry, "field"),
    (Gtk.SearchEntry, "field"),
    (Gtk.PasswordEntry, "field"),
    (Gtk.Scrollbar, "scrollbar"),
    (Gtk.Scale, "slider"),
    (Gtk.ListBoxRow, "row"),
    (Gtk.Switch, "checkbox"),
)
_WHOLE = (Gtk.SpinButton, Gtk.DropDown, Gtk.Entry, Gtk.SearchEntry, Gtk.PasswordEntry, Gtk.Scrollbar)
"""Whose parts are no controls of their own."""


def truth(widget: Gtk.Widget, root: Gtk.Widget) -> Iterator[dict[str, Any]]:
    """Yield kind, box in the root's units and states of each control that is shown."""
    if not widget.get_mapped():
        return
    if kind := _kind(widget):
        yield from _told(widget, kind, root)
    if isinstance(widget, _WHOLE):
        return
    child = widget.get_first_child()
    while child is not None:
        yield from truth(child, root)
        child = child.get_next_sibling()


def _kind(widget: Gtk.Widget) -> str | None:
    name = widget.get_css_name()
    if name in ("check", "radio"):
        return "checkbox" if name == "check" else "radio button"
    if name == "tab":
        return "tab"
    for kind, known in _BY_TYPE:
        if isinstance(widget, kind):
            return known
    if isinstance(widget, Gtk.Button):
        return "button" if widget.get_label() else "icon"
    if isinstance(widget, Gtk.ScrolledWindow) and isinstance(widget.get_child(), Gtk.TextView):
        return "field"
    return None


def _told(widget: Gtk.Widget, kind: str, root: Gtk.Widget) -> Iterator[dict[str, Any]]:
    shown = widget.get_child() if isinstance(widget, Gtk.LinkButton) else widget  # the button around it is not drawn
    known, place = shown.compute_bounds(root)
    if not known:
        return
    box = [place.get_x(), place.get_y(), place.get_x() + place.get_width(), place.get_y() + place.get_height()]
    flags = widget.get_state_flags()
    states: dict[str, bool] = {"enabled": widget.is_sensitive(), "focused": bool(flags & Gtk.StateFlags.FOCUSED)}
    if kind in ("checkbox", "radio button"):
        states["checked"] = (
            widget.get_active() if isinstance(widget, Gtk.Switch) else bool(flags & Gtk.StateFlags.CHECKED)
        )
    if kind in ("tab", "row"):
        states["selected"] = bool(flags & (Gtk.StateFlags.CHECKED | Gtk.StateFlags.SELECTED))
    yield {"kind": kind, "box": box, "part": _part(widget, root, box), **states}


def _part(widget: Gtk.Widget, root: Gtk.Widget, box: list[float]) -> float:
    """Return how much of a box the scrolled views around it show."""
    seen, up = list(box), widget.get_parent()
    while up is not None and up is not root:
        if isinstance(up, (Gtk.ScrolledWindow, Gtk.Viewport)):
            _, room = up.compute_bounds(root)
            x, y = room.get_x(), room.get_y()
            seen = [
                max(seen[0], x),
                max(seen[1], y),
                min(seen[2], x + room.get_width()),
                min(seen[3], y + room.get_height()),
            ]
        up = up.get_parent()
    full = max((box[2] - box[0]) * (box[3] - box[1]), 1)
    return float(max(seen[2] - seen[0], 0) * max(seen[3] - seen[1], 0) / full)

"""What stands in a GTK 3 window, told by its widgets' places. Runs in the system's Python; gives plain data."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from gi.repository import Gtk

Box: TypeAlias = tuple[float, float, float, float]
States: TypeAlias = dict[str, bool]
Found: TypeAlias = tuple[str, Box, States]

_KNOB = 9  # half of a slider's usual knob, which the toolkit does not tell
_TICKED = {Gtk.CheckButton: ("checkbox", "check"), Gtk.RadioButton: ("radio button", "radio")}


def truth(root: Gtk.Widget) -> Iterator[dict[str, Any]]:
    """Yield kind, box in the root's units and states of each control, cut to what its parents show."""
    for widget in _all(root):
        if widget.get_mapped() or (widget.get_child_visible() and _shown_all_the_way(widget)):
            for found in _controls(widget):
                yield _cut(found, widget, root)


def _all(widget: Gtk.Widget) -> Iterator[Gtk.Widget]:
    yield widget
    if isinstance(widget, Gtk.Container):
        inner: list[Gtk.Widget] = []
        widget.forall(inner.append)
        for child in inner:
            if child.get_visible() and child.get_child_visible():
                yield from _all(child)


def _shown_all_the_way(widget: Gtk.Widget) -> bool:
    return bool(widget.get_visible() and widget.get_realized())


def _controls(widget: Gtk.Widget) -> Iterator[Found]:
    """Yield what a widget is, in its own units."""
    states = {"enabled": widget.is_sensitive(), "focused": bool(widget.get_state_flags() & Gtk.StateFlags.FOCUSED)}
    parent = widget.get_parent()
    whole = (0, 0, widget.get_allocated_width(), widget.get_allocated_height())
    if type(widget) in _TICKED and not isinstance(parent, Gtk.StackSwitcher):
        kind, node = _TICKED[type(widget)]
        if widget.get_mode():
            yield kind, _indicator(widget, node), {**states, "checked": widget.get_active()}
    elif isinstance(widget, Gtk.Switch):
        yield "checkbox", _border_box(widget), {**states, "checked": widget.get_active()}
    elif isinstance(widget, Gtk.TreeView):
        yield from _tree(widget, states)
    elif isinstance(widget, Gtk.Notebook):
        yield from _tabs(widget)
    elif isinstance(widget, Gtk.ListBoxRow):
        yield "row", whole, {"selected": widget.is_selected(), **states}
    elif isinstance(widget, Gtk.Label):
        yield from _link(widget)
    elif isinstance(widget, Gtk.Scale):
        place = widget.get_range_rect()
        middle = place.y + place.height / 2
        yield "slider", (place.x - 4, middle - _KNOB, place.x + place.width + 4, middle + _KNOB), states
    elif whole_kind := _whole(widget, parent):
        chosen = {"selected": widget.get_active()} if whole_kind == "tab" else {}
        yield whole_kind, _border_box(widget), {**states, **chosen}


def _whole(widget: Gtk.Widget, parent: Gtk.Widget) -> str | None:
    if isinstance(widget, Gtk.LinkButton):
        return "link"
    if isinstance(parent, Gtk.StackSwitcher):
        return "tab"
    if isinstance(widget, Gtk.Button):
        inside = widget.get_ancestor(Gtk.ComboBox) or widget.get_ancestor(Gtk.TreeView)
        return None if inside else ("button" if _has_words(widget) else "icon")
    if isinstance(widget, Gtk.SpinButton):
        return "spinner"
    if isinstance(widget, Gtk.Entry):
        return None if isinstance(parent, Gtk.ComboBox) else "field"
    if isinstance(widget, Gtk.ComboBox):
        return "drop-down"
    if isinstance(widget, Gtk.ScrolledWindow) and isinstance(widget.get_child(), Gtk.TextView):
        return "field"
    if isinstance(widget, Gtk.Scrollbar):
        return "scrollbar"
    if isinstance(widget, Gtk.MenuItem) and not isinstance(widget, Gtk.SeparatorMenuItem):
        return "menu" if isinstance(parent, Gtk.MenuBar) else "menu item"
    return "row" if isinstance(widget, Gtk.Expander) else None


def _has_words(button: Gtk.Widget) -> bool:
    return any(isinstance(each, Gtk.Label) and each.get_text() and each.get_visible() for each in _all(button))


def _border_box(widget: Gtk.Widget) -> Box:
    """Return a widget's place without the margin that its theme asks for."""
    if isinstance(widget, Gtk.Expander):
        label = widget.get_label_widget()
        x, y = label.translate_coordinates(widget, 0, 0)
        return (0, y - 2, x + label.get_allocated_width(), y + label.get_allocated_height() + 2)
    context = widget.get_style_context()
    margin = context.get_margin(context.get_state())
    width, height = widget.get_allocated_width(), widget.get_allocated_height()
    return (margin.left, margin.top, width - margin.right, height - margin.bottom)


def _indicator(widget: Gtk.Widget, node: str) -> Box:
    """Return the place of the box to tick: its theme's node, at the start, in the middle of the height."""
    outer, inner = widget.get_style_context(), _node(widget, node)
    state = outer.get_state()
    least = [inner.get_property(name, state) for name in ("min-width", "min-height")]
    padding, border, margin = inner.get_padding(state), inner.get_border(state), inner.get_margin(state)
    size = (
        least[0] + padding.left + padding.right + border.left + border.right,
        least[1] + padding.top + padding.bottom + border.top + border.bottom,
    )
    around = outer.get_margin(state), outer.get_border(state), outer.get_padding(state)
    x = sum(each.left for each in around) + margin.left
    top, bottom = sum(each.top for each in around), widget.get_allocated_height() - sum(each.bottom for each in around)
    y = top + (bottom - top - size[1] - margin.top - margin.bottom) / 2 + margin.top
    return (x, y, x + size[0], y + size[1])


def _node(widget: Gtk.Widget, *names: str) -> Any:
    """Return the style of a node that the toolkit draws inside a widget."""
    path = widget.get_path().copy()
    for name in names:
        path.append_type(Gtk.Widget)
        path.iter_set_object_name(-1, name)
    context = Gtk.StyleContext()
    context.set_path(path)
    context.set_parent(widget.get_style_context())
    context.set_state(widget.get_state_flags())
    return context


def _tabs(notebook: Gtk.Widget) -> Iterator[Found]:
    context = _node(notebook, "header", "tabs", "tab")
    state = notebook.get_state_flags()
    padding, border = context.get_padding(state), context.get_border(state)
    for index in range(notebook.get_n_pages()):
        label = notebook.get_tab_label(notebook.get_nth_page(index))
        if label.get_mapped() or label.get_child_visible():
            x, y = label.translate_coordinates(notebook, 0, 0)
            right, bottom = x + label.get_allocated_width(), y + label.get_allocated_height()
            box = (
                x - padding.left - border.left,
                y - padding.top - border.top,
                right + padding.right + border.right,
                bottom + padding.bottom + border.bottom,
            )
            yield "tab", box, {"selected": index == notebook.get_current_page()}


def _tree(view: Gtk.Widget, states: States) -> Iterator[Found]:
    """Yield headers, and rows or, where lines are drawn, cells; boxes to tick in them."""
    columns = view.get_columns()
    if view.get_headers_visible():
        for column in columns:
            button = column.get_button()
            x, y = button.translate_coordinates(view, 0, 0)
            yield "column header", (x, y, x + button.get_allocated_width(), y + button.get_allocated_height()), {}
    shown = view.get_visible_range()
    if shown is None:
        return
    path, last = shown
    selection, lines = view.get_selection(), view.get_grid_lines() == Gtk.TreeViewGridLines.BOTH
    while path is not None and path <= last:
        yield from _tree_row(view, path, columns, lines, {"selected": selection.path_is_selected(path), **states})
        path = _below(view, path)


def _tree_row(view: Gtk.Widget, path: Gtk.TreePath, columns: list[Any], lines: bool, states: States) -> Iterator[Found]:
    places = [_area(view, view.get_background_area(path, column)) for column in columns]
    model = view.get_model()
    row = model.get_iter(path)
    if lines:
        yield from (("cell", place, states) for place in places)
    else:
        nested = {"expanded": view.row_expanded(path)} if model.iter_has_child(row) else {}
        yield "row", (places[0][0], places[0][1], places[-1][2], places[0][3]), {**states, **nested}
    renderer = columns[0].get_cells()[0]
    if isinstance(renderer, Gtk.CellRendererToggle):
        left, top, right, bottom = _area(view, view.get_cell_area(path, columns[0]))
        x, y = (left + right) / 2, (top + bottom) / 2
        yield "checkbox", (x - 8, y - 8, x + 8, y + 8), {"checked": model[row][0], "enabled": states["enabled"]}


def _below(view: Gtk.Widget, path: Gtk.TreePath) -> Any:
    """Return the next row that is shown."""
    if view.row_expanded(path):
        down = path.copy()
        down.down()
        return down
    model = view.get_model()
    while True:
        row = model.get_iter(path)
        if model.iter_next(row) is not None:
            following = path.copy()
            following.next()
            return following
        if path.get_depth() == 1:
            return None
        path = path.copy()
        path.up()


def _area(view: Gtk.Widget, place: Any) -> Box:
    x, y = view.convert_bin_window_to_widget_coords(place.x, place.y)
    return (x, y, x + place.width, y + place.height)


def _link(label: Gtk.Widget) -> Iterator[Found]:
    if "<a " in label.get_label():
        x, y = label.get_layout_offsets()
        corner = label.get_allocation()
        width, height = label.get_layout().get_pixel_size()
        yield "link", (x - corner.x, y - corner.y, x - corner.x + width, y - corner.y + height), {}


def _cut(found: Found, widget: Gtk.Widget, root: Gtk.Widget) -> dict[str, Any]:
    """Return a control in the root's units, with the part of it that its parents show."""
    kind, box, states = found
    dx, dy = widget.translate_coordinates(root, 0, 0)
    box = (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)
    seen, up = list(box), widget if isinstance(widget, Gtk.TreeView) else widget.get_parent()
    while up is not None and up is not root:
        x, y = up.translate_coordinates(root, 0, 0)
        room = up.get_allocation()
        seen = [max(seen[0], x), max(seen[1], y), min(seen[2], x + room.width), min(seen[3], y + room.height)]
        up = up.get_parent()
    across, down = (max(seen[2 + way] - seen[way], 0) / max(box[2 + way] - box[way], 1) for way in (0, 1))
    part = down if kind == "row" and across > 0.2 else across * down
    return {"kind": kind, "box": seen, "part": part, **states}

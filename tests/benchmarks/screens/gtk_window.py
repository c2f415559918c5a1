"""`/usr/bin/python3 gtk_window.py SPEC TRUTH` shows a window by GTK 3, and writes what is where."""

import json
import sys
from pathlib import Path
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk  # noqa: E402  # gi wants its versions first

_Entry = dict[str, Any]


class Window(Gtk.Window):  # type: ignore[misc]  # gi has no types
    """A window as a spec tells; `truths` says what is where, in pixels of the screen."""

    def __init__(self, spec: dict[str, Any]) -> None:
        super().__init__(title=spec["title"])
        self._spec: dict[str, Any] = spec
        self._known: list[tuple[str, Gtk.Widget, dict[str, Any]]] = []
        whole = _box(Gtk.Orientation.VERTICAL, 6)
        whole.pack_start(self._menu_bar(), False, False, 0)
        whole.pack_start(self._icons(), False, False, 0)
        whole.pack_start(
            self._know("text", Gtk.Label(label=spec["sentence"], xalign=0), text=spec["sentence"]), False, False, 0
        )
        columns = _box(Gtk.Orientation.HORIZONTAL, 14)
        columns.pack_start(self._form(), True, True, 8)
        columns.pack_start(self._side(), True, True, 8)
        whole.pack_start(columns, False, False, 0)
        row = _box(Gtk.Orientation.HORIZONTAL, 6)
        for name in spec["buttons"]:
            row.pack_end(self._know("button", Gtk.Button(label=name), text=name), False, False, 4)
        whole.pack_end(row, False, False, 8)
        self.add(whole)

    def truths(self) -> list[_Entry]:
        """Return what is where."""
        entries = [self._entry(kind, widget, words) for kind, widget, words in self._known]
        return [
            *entries,
            *self._rows("list item", getattr(self, "_list", None)),
            *self._rows("cell", getattr(self, "_table", None)),
        ]

    def _know(self, kind: str, widget: Any, **words: Any) -> Any:
        self._known.append((kind, widget, words))
        return widget

    def _menu_bar(self) -> Any:
        bar = Gtk.MenuBar()
        for name in self._spec["menus"]:
            bar.append(self._know("menu", Gtk.MenuItem(label=name), text=name))
        return bar

    def _icons(self) -> Any:
        row = _box(Gtk.Orientation.HORIZONTAL, 2)
        theme = Gtk.IconTheme.get_default()
        for name in self._spec["icons"]:
            if theme.has_icon(name):
                button = Gtk.Button.new_from_icon_name(name, Gtk.IconSize.LARGE_TOOLBAR)
                button.set_relief(Gtk.ReliefStyle.NONE)
                row.pack_start(self._know("icon", button, name=name), False, False, 0)
        return row

    def _form(self) -> Any:
        grid = Gtk.Grid(row_spacing=8, column_spacing=10)
        above = self._spec["labels_above"]
        for place, row in enumerate(self._spec["fields"]):
            widget = _widget(row)
            widget.set_hexpand(True)
            if row["label"]:
                label = self._know("text", Gtk.Label(label=row["label"], xalign=0), text=row["label"])
                grid.attach(label, 0, place * 2 if above else place, 1, 1)
            label = row["label"] or row["placeholder"]
            text = row["value"] if row["kind"] == "drop-down" else ""
            self._know(row["kind"], widget, label=label, text=text)
            grid.attach(widget, 0 if above else 1, place * 2 + 1 if above else place, 1, 1)
        return grid

    def _side(self) -> Any:
        side = _box(Gtk.Orientation.VERTICAL, 8)
        book = Gtk.Notebook()
        for name in self._spec["tabs"]:
            page = _box(Gtk.Orientation.VERTICAL, 2)
            page.set_border_width(8)
            if not book.get_n_pages():
                first = None
                for tick in self._spec["ticks"]:
                    first = self._add_tick(page, tick, first)
            book.append_page(page, self._know("tab", Gtk.Label(label=name), text=name))
        side.pack_start(book, False, False, 0)
        if self._spec["list"]:
            self._list = _view([""], [[line] for line in self._spec["list"]], headers=False)
            self._list.get_selection().select_path(1)
            side.pack_start(self._list, False, False, 0)
        if self._spec["table"]:
            headers, *rows = self._spec["table"]
            self._table = _view(headers, rows, headers=True)
            for column in self._table.get_columns():
                self._know("column header", column.get_button(), text=column.get_title())
            side.pack_start(self._table, False, False, 0)
        return side

    def _add_tick(self, page: Any, tick: dict[str, Any], first: Any) -> Any:
        if tick["kind"] == "checkbox":
            button = Gtk.CheckButton(label=tick["label"])
        else:
            button = Gtk.RadioButton.new_with_label_from_widget(first, tick["label"])
            first = first or button
        button.set_active(tick["checked"])
        button.set_halign(Gtk.Align.START)
        page.pack_start(self._know(tick["kind"], button, label=tick["label"]), False, False, 0)
        return first

    def _entry(self, kind: str, widget: Any, words: dict[str, Any]) -> _Entry:
        if kind == "tab":  # the tab is drawn around its label
            x1, y1, x2, y2 = self._on_screen(widget)
            return {"kind": kind, "box": [x1 - 12, y1 - 6, x2 + 12, y2 + 6], **words}
        box = self._on_screen(widget)
        entry = {"kind": kind, "box": box, "press": box, **words}
        if kind in {"checkbox", "radio button"}:
            label = self._on_screen(widget.get_child())
            side = min(label[0] - box[0], box[3] - box[1])
            middle = (box[1] + box[3]) / 2
            entry |= {
                "box": [box[0], middle - side / 2, box[0] + side, middle + side / 2],
                "checked": widget.get_active(),
            }
        return entry

    def _on_screen(self, widget: Any) -> list[float]:
        size, scale = widget.get_allocation(), widget.get_scale_factor()
        x, y = widget.translate_coordinates(self, 0, 0)
        _, left, top = self.get_window().get_origin()
        return [n * scale for n in (left + x, top + y, left + x + size.width, top + y + size.height)]

    def _rows(self, kind: str, view: Any) -> list[_Entry]:
        """Return the cells of a list or a table."""
        if view is None:
            return []
        entries, model, scale = [], view.get_model(), view.get_scale_factor()
        left, top, _, _ = self._on_screen(view)
        for number, row in enumerate(model):
            for place, column in enumerate(view.get_columns()):
                area = view.get_cell_area(Gtk.TreePath(number), column)
                x, y = view.convert_bin_window_to_widget_coords(area.x, area.y)
                box = [
                    left + x * scale,
                    top + y * scale,
                    left + (x + area.width) * scale,
                    top + (y + area.height) * scale,
                ]
                entries.append({"kind": kind, "box": box, "press": box, "text": row[place]})
        return entries


def _widget(row: dict[str, Any]) -> Any:
    if row["kind"] == "drop-down":
        choice = Gtk.ComboBoxText()
        choice.append_text(row["value"])
        choice.set_active(0)
        return choice
    if row["kind"] == "spinner":
        number = Gtk.SpinButton.new_with_range(0, 100, 1)
        number.set_value(row["value"])
        return number
    if row["kind"] == "slider":
        slider = Gtk.Scale.new_with_range(Gtk.Orientation.HORIZONTAL, 0, 100, 1)
        slider.set_draw_value(False)
        slider.set_value(row["value"])
        return slider
    return Gtk.Entry(text=row["value"], placeholder_text=row["placeholder"])


def _view(titles: list[str], rows: list[list[str]], *, headers: bool) -> Any:
    store = Gtk.ListStore(*[str] * len(titles))
    for cells in rows:
        store.append(cells)
    view = Gtk.TreeView(model=store, headers_visible=headers)
    for place, title in enumerate(titles):
        column = Gtk.TreeViewColumn(title, Gtk.CellRendererText(), text=place)
        column.set_min_width(90)
        view.append_column(column)
    return view


def _box(orientation: Any, spacing: int) -> Any:
    return Gtk.Box(orientation=orientation, spacing=spacing)


def main() -> None:
    """Show the window, and write the truth once it stands still."""
    spec_path, truth_path = sys.argv[1:]
    window = Window(json.loads(Path(spec_path).read_text(encoding="utf-8")))
    window.connect("destroy", Gtk.main_quit)
    window.show_all()
    window.maximize()

    def write() -> bool:
        Path(truth_path + ".part").write_text(json.dumps(window.truths()), encoding="utf-8")
        Path(truth_path + ".part").rename(truth_path)
        return False

    GLib.timeout_add(1200, write)
    Gtk.main()


if __name__ == "__main__":
    main()

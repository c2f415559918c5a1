"""The wall's windows as GTK 3's widgets. Runs under the system's Python, where GTK's bindings are."""

from collections.abc import Callable
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402  # gi wants its versions first

from tests.wall.stages.serving import Log, bare  # noqa: E402

Place = Callable[[], list[int] | None]
"""Where something is on the screen (left, top, width, height), as long as it is shown."""

_TEXT = [Gtk.TargetEntry.new("text/plain", 0, 0)]
_ICON = "document-open"


class Parts:
    """Builds the parts of one window; `places` finds them again by their labels."""

    def __init__(self, log: Log) -> None:
        self.places: dict[str, Place] = {}
        self.buttons: dict[str, Any] = {}
        self.menus: list[Any] = []
        self.focus: Any = None
        self.when_focused: Callable[[], None] = lambda: None
        self._log = log
        self._build: dict[str, Callable[[dict[str, Any]], Any]] = {
            "text": self._text,
            "button": self._button,
            "row": self._row,
            "field": self._field,
            "area": self._area,
            "files": self._files,
            "context": self._context,
            "dropdown": self._dropdown,
            "item": self._item,
            "target": self._target,
        }

    def build(self, part: dict[str, Any]) -> Any:
        """Return the widget of a part."""
        widget = self._build[part["part"]](part)
        if "label" in part:
            self.places.setdefault(bare(part["label"]), lambda: place(widget))
        if part.get("focus"):
            self.focus = widget
        return widget

    def fill(self, box: Any, parts: list[dict[str, Any]]) -> None:
        """Put parts into a box one after the other."""
        for part in parts:
            box.pack_start(self.build(part), False, False, 0)

    def menu(self, part: dict[str, Any], bar: Any) -> None:
        """Add a menu to the bar; an entry's place is foretold while the menu is closed."""
        title, menu = Gtk.MenuItem.new_with_mnemonic(_marked(part["label"])), Gtk.Menu()
        title.set_submenu(menu)
        bar.append(title)
        self.places[bare(part["label"])] = lambda: place(title)
        self._entries(menu, part["entries"], lambda: place(title))

    def relabel(self, old: str, new: str) -> None:
        """Give a button another label; it is found by its old one still."""
        self.buttons[old].set_label(new)

    def _entries(self, menu: Any, labels: list[str], opener: Place) -> None:
        self.menus.append(menu)
        for row, label in enumerate(labels):
            entry = Gtk.MenuItem.new_with_mnemonic(_marked(label))
            entry.connect("activate", lambda _entry, label=label: self._log(f"pressed {bare(label)}"))
            menu.append(entry)
            self.places[bare(label)] = lambda entry=entry, row=row: place(entry) or _foretold(opener(), entry, row)  # type: ignore[misc]
        menu.show_all()

    def _text(self, part: dict[str, Any]) -> Any:
        return Gtk.Label(label=part["label"], xalign=0)

    def _button(self, part: dict[str, Any]) -> Any:
        look, label = part["look"], part["label"]
        if look in ("link", "words"):
            return self._words(part)
        made = Gtk.Button.new_with_mnemonic(_marked(label))
        if look == "filled":
            made.get_style_context().add_class("destructive-action")
        elif look != "plain":
            made.set_relief(Gtk.ReliefStyle.NONE)
        if look in ("below", "beside"):
            made.set_image(Gtk.Image.new_from_icon_name(_ICON, Gtk.IconSize.DIALOG))
            made.set_always_show_image(True)
            made.set_image_position(Gtk.PositionType.TOP if look == "below" else Gtk.PositionType.LEFT)
        made.connect(
            "clicked", lambda button: self._log(f"pressed {button.get_label().replace('_', '').replace(chr(10), ' ')}")
        )
        made.set_size_request(part["width"] or -1, part["height"] or -1)
        self.buttons[bare(label)] = made
        return made

    def _follow(self, _link: Any, label: str) -> bool:
        self._log(f"pressed {label}")
        return True  # nothing else is to be opened

    def _words(self, part: dict[str, Any]) -> Any:
        label = part["label"]
        if part["look"] == "link":
            made = Gtk.LinkButton.new_with_label("about:blank", label)
            made.connect("activate-link", self._follow, label)
            return made
        made = Gtk.EventBox()
        made.add(Gtk.Label(label=label))
        made.connect("button-release-event", lambda *_: self._log(f"pressed {label}"))
        return made

    def _row(self, part: dict[str, Any]) -> Any:
        made = Gtk.Box(spacing=part["gap"])
        self.fill(made, part["parts"])
        return made

    def _field(self, part: dict[str, Any]) -> Any:
        made, name = Gtk.Entry(), part["label"]
        made.set_placeholder_text(name)
        made.connect("changed", lambda entry: self._log(f"{name} holds {entry.get_text()!r}"))
        if part["submits"]:
            made.connect("activate", lambda _entry: self._log(f"submitted {name}"))
        return made

    def _area(self, part: dict[str, Any]) -> Any:
        made, name = Gtk.TextView(), part["label"]
        made.set_size_request(-1, 200)
        buffer = made.get_buffer()
        buffer.connect("changed", lambda text: self._log(f"{name} holds {text.get_property('text')!r}"))

        def on_key(_view: Any, event: Any) -> bool:
            if not (part["sends"] and event.keyval == Gdk.KEY_Return and event.state & Gdk.ModifierType.CONTROL_MASK):
                return False
            self._log(f"sent {name}")
            return True

        made.connect("key-press-event", on_key)
        self.focus = made
        return made

    def _files(self, part: dict[str, Any]) -> Any:
        made = Gtk.ListBox(selection_mode=Gtk.SelectionMode.MULTIPLE)
        for name in part["names"]:
            row = Gtk.ListBoxRow()
            row.add(Gtk.Label(label=name, xalign=0))
            made.add(row)
            self.places[name] = lambda row=row: place(row)  # type: ignore[misc]
        if part["removing"]:
            made.connect("key-press-event", self._on_key_in_files)
        self.focus, self.when_focused = made.get_row_at_index(0), made.select_all
        return made

    def _on_key_in_files(self, files: Any, event: Any) -> bool:
        if event.keyval not in (Gdk.KEY_Delete, Gdk.KEY_BackSpace):
            return False
        for row in files.get_selected_rows():
            self._log(f"removed {row.get_child().get_text()}")
            files.remove(row)
        return True

    def _context(self, part: dict[str, Any]) -> Any:
        made, menu = Gtk.EventBox(), Gtk.Menu()
        made.add(Gtk.Label(label=part["label"]))
        made.set_size_request(-1, 60)
        menu.attach_to_widget(made)
        self._entries(menu, part["entries"], lambda: None)

        def on_press(_box: Any, event: Any) -> None:
            if event.button == Gdk.BUTTON_SECONDARY:
                menu.popup_at_pointer(event)

        made.connect("button-press-event", on_press)
        return made

    def _dropdown(self, part: dict[str, Any]) -> Any:
        made = Gtk.MenuButton(label=part["label"])
        menu = Gtk.Menu()
        self._entries(menu, part["entries"], lambda: None)
        made.set_popup(menu)
        return made

    def _item(self, part: dict[str, Any]) -> Any:
        made = _framed(part["label"])
        made.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, _TEXT, Gdk.DragAction.COPY)
        made.connect("drag-data-get", lambda _w, _context, data, *_: data.set_text(part["label"], -1))
        return made

    def _target(self, part: dict[str, Any]) -> Any:
        made = _framed(part["label"])
        made.drag_dest_set(Gtk.DestDefaults.ALL, _TEXT, Gdk.DragAction.COPY)
        made.connect("drag-data-received", lambda *_: self._log(f"dropped on {part['label']}"))
        return made


def place(widget: Any) -> list[int] | None:
    """Return where a widget is on the screen, or None while it is not shown."""
    top = widget.get_toplevel()
    if not widget.get_mapped() or not top.get_window():
        return None
    x, y = widget.translate_coordinates(top, 0, 0)
    _, left, up = top.get_window().get_origin()
    size = widget.get_allocation()
    return [left + x, up + y, size.width, size.height]


def _foretold(opener: list[int] | None, entry: Any, row: int) -> list[int] | None:
    if opener is None:
        return None
    size = entry.get_preferred_size()[1]
    return [opener[0], opener[1] + opener[3] + row * size.height, size.width, size.height]


def _framed(label: str) -> Any:
    made, frame = Gtk.EventBox(), Gtk.Frame()
    frame.add(Gtk.Label(label=label))
    made.add(frame)
    made.set_size_request(160, 80)
    return made


def _marked(label: str) -> str:
    return label.replace("&", "_")

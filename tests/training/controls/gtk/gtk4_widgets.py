"""Random GTK 4 widgets and windows of them. Runs in the system's Python, without packages; knows no truth."""

from random import Random

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import Gtk  # noqa: E402  # gi wants its versions first

from tests.training.controls import words  # noqa: E402
from tests.training.controls.gtk.themes import ICON_NAMES  # noqa: E402


class Maker:
    """Makes the widgets of one window."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def window(self) -> Gtk.Widget:
        """Return what fills a window."""
        outer = self._box(True)
        outer.append(self._tools())
        body = self._random.choice((self._form, self._form, self._rows))()
        if self._random.random() < 0.4:
            split = self._box(False)
            split.append(self._listing())
            split.append(body)
            body = split
        outer.append(body)
        if self._random.random() < 0.5:
            outer.append(self._random.choice((self._notebook, self._text, self._listing))())
        return outer

    def _tools(self) -> Gtk.Widget:
        bar = Gtk.HeaderBar() if self._random.random() < 0.5 else self._box(False)
        for _ in range(self._random.randint(2, 7)):
            made = self._random.choice((self._icon, self._icon, self._icon, self._button, self._entry))()
            bar.pack_start(made) if isinstance(bar, Gtk.HeaderBar) else bar.append(made)
        return bar

    def _form(self) -> Gtk.Widget:
        grid = Gtk.Grid(
            row_spacing=self._random.randint(3, 12), column_spacing=self._random.randint(4, 16), hexpand=True
        )
        for row in range(self._random.randint(3, 9)):
            grid.attach(Gtk.Label(label=words.label(self._random), xalign=0), 0, row, 1, 1)
            makers = (
                self._entry,
                self._entry,
                self._drop,
                self._spin,
                self._check,
                self._switch,
                self._scale,
                self._radios,
            )
            grid.attach(self._random.choice(makers)(), 1, row, 1, 1)
        return self._margins(grid)

    def _rows(self) -> Gtk.Widget:
        outer = self._box(True)
        for _ in range(self._random.randint(2, 7)):
            line = self._box(False)
            for _ in range(self._random.randint(1, 4)):
                line.append(self._small())
            outer.append(line)
        return self._margins(outer)

    def _small(self) -> Gtk.Widget:
        makers = (
            self._button,
            self._icon,
            self._entry,
            self._check,
            self._radios,
            self._drop,
            self._spin,
            self._switch,
        )
        return self._random.choice((*makers, self._words, self._words, self._link))()

    def _button(self) -> Gtk.Widget:
        kind = self._random.choice((Gtk.Button, Gtk.Button, Gtk.ToggleButton))
        made = kind(label=words.label(self._random, 2))
        if style := self._random.choice((None, None, "suggested-action", "destructive-action", "flat")):
            made.add_css_class(style)
        return self._off(made)

    def _icon(self) -> Gtk.Widget:
        return self._off(Gtk.Button(icon_name=self._random.choice(ICON_NAMES)))

    def _entry(self) -> Gtk.Widget:
        made = self._random.choice((Gtk.Entry, Gtk.Entry, Gtk.SearchEntry, Gtk.PasswordEntry))()
        if self._random.random() < 0.5:
            made.set_text(words.value(self._random))
        return self._off(made)

    def _drop(self) -> Gtk.Widget:
        return self._off(Gtk.DropDown.new_from_strings([words.label(self._random) for _ in range(3)]))

    def _spin(self) -> Gtk.Widget:
        made = Gtk.SpinButton.new_with_range(0, 9999, 1)
        made.set_value(self._random.randint(0, 2000))
        return self._off(made)

    def _check(self) -> Gtk.Widget:
        return self._off(Gtk.CheckButton(label=words.label(self._random), active=self._random.random() < 0.5))

    def _radios(self) -> Gtk.Widget:
        box = self._box(False)
        first = None
        for _ in range(self._random.randint(2, 3)):
            made = Gtk.CheckButton(label=words.label(self._random, 1), active=first is None)
            made.set_group(first)
            first = first or made
            box.append(made)
        return box

    def _switch(self) -> Gtk.Widget:
        place = {"halign": Gtk.Align.START, "valign": Gtk.Align.CENTER}
        return self._off(Gtk.Switch(active=self._random.random() < 0.5, **place))

    def _scale(self) -> Gtk.Widget:
        made = Gtk.Scale.new_with_range(Gtk.Orientation.HORIZONTAL, 0, 100, 1)
        made.set_value(self._random.randint(0, 100))
        made.set_size_request(self._random.randint(100, 240), -1)
        return self._off(made)

    def _words(self) -> Gtk.Widget:
        return Gtk.Label(label=words.sentence(self._random, 8))

    def _link(self) -> Gtk.Widget:
        return Gtk.LinkButton(uri="http://localhost", label=words.label(self._random))

    def _text(self) -> Gtk.Widget:
        view = Gtk.TextView(wrap_mode=Gtk.WrapMode.WORD)
        view.get_buffer().set_text(words.paragraph(self._random))
        return Gtk.ScrolledWindow(
            child=view, has_frame=True, overlay_scrolling=False, vexpand=True, min_content_height=60
        )

    def _listing(self) -> Gtk.Widget:
        made = Gtk.ListBox()
        for _ in range(self._random.randint(3, 9)):
            made.append(self._margins(Gtk.Label(label=words.label(self._random), xalign=0), 4))
        made.select_row(made.get_row_at_index(self._random.randint(0, 3)))
        return Gtk.ScrolledWindow(
            child=made, has_frame=True, overlay_scrolling=False, min_content_width=150, min_content_height=90
        )

    def _notebook(self) -> Gtk.Widget:
        made = Gtk.Notebook()
        for _ in range(self._random.randint(2, 4)):
            made.append_page(self._rows(), Gtk.Label(label=words.label(self._random, 2)))
        made.set_current_page(self._random.randrange(made.get_n_pages()))
        return made

    def _box(self, upright: bool) -> Gtk.Widget:
        way = Gtk.Orientation.VERTICAL if upright else Gtk.Orientation.HORIZONTAL
        return Gtk.Box(orientation=way, spacing=self._random.randint(2, 10))

    def _margins(self, made: Gtk.Widget, most: int = 14) -> Gtk.Widget:
        margin = self._random.randint(0, most)
        for side in ("top", "bottom", "start", "end"):
            made.set_property(f"margin-{side}", margin)
        return made

    def _off(self, made: Gtk.Widget) -> Gtk.Widget:
        made.set_sensitive(self._random.random() > 0.1)
        return made

"""Random GTK 3 widgets and windows of them. Runs in the system's Python, without packages; knows no truth."""

from random import Random
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gtk, Pango  # noqa: E402  # gi wants its versions first

from tests.training.controls import words  # noqa: E402
from tests.training.controls.gtk.themes import ICON_NAMES  # noqa: E402


class Maker:
    """Makes the widgets of one window."""

    def __init__(self, random: Random, pictures: list[str]) -> None:
        self.random, self.pictures = random, pictures

    def small(self) -> Gtk.Widget:
        """Return a random small widget."""
        often, seldom = (self.button, self.entry, self.check, self.words), (self.link, self.toggle, self.shape)
        makers = (
            *often * 4,
            *(self.icon, self.combo, self.spin) * 3,
            *(self.radios, self.scale, self.switch) * 2,
            *seldom,
        )
        return self.random.choice(makers)()

    def large(self) -> Gtk.Widget:
        """Return a random large widget."""
        makers = (
            self.text,
            self.tree,
            self.tree,
            self.tree,
            self.listing,
            self.listing,
            self.notebook,
            self.switcher,
            self.frame,
            self.shape,
            self.expander,
        )
        return self.random.choice(makers)()

    def button(self) -> Gtk.Widget:
        made = Gtk.Button(label=words.label(self.random))
        if self.random.random() < 0.2:
            made.set_image(self._image())
            made.set_always_show_image(True)
        style = self.random.choice((None, None, None, None, "suggested-action", "destructive-action"))
        return self._off(_styled(made, style))

    def icon(self) -> Gtk.Widget:
        kind = self.random.choice((Gtk.Button, Gtk.Button, Gtk.ToggleButton, Gtk.MenuButton))
        made = kind()
        made.set_image(self._image())
        if self.random.random() < 0.4:
            made.set_relief(Gtk.ReliefStyle.NONE)
        if kind is Gtk.ToggleButton:
            made.set_active(self.random.random() < 0.4)
        made.set_halign(Gtk.Align.START)
        return self._off(made)

    def toggle(self) -> Gtk.Widget:
        made = Gtk.ToggleButton(label=words.label(self.random, 1))
        made.set_active(self.random.random() < 0.5)
        return self._off(made)

    def entry(self) -> Gtk.Widget:
        made = self.random.choice((Gtk.Entry, Gtk.Entry, Gtk.SearchEntry))()
        if self.random.random() < 0.5:
            made.set_text(words.value(self.random))
        elif self.random.random() < 0.6:
            made.set_placeholder_text(words.label(self.random))
        made.set_visibility(self.random.random() > 0.1)
        made.set_width_chars(self.random.randint(4, 30))
        return self._off(made)

    def check(self) -> Gtk.Widget:
        made = Gtk.CheckButton(label=words.label(self.random)) if self.random.random() < 0.9 else Gtk.CheckButton()
        made.set_active(self.random.random() < 0.5)
        return self._off(made)

    def radios(self) -> Gtk.Widget:
        box = Gtk.Box(orientation=self._way(), spacing=self.random.randint(0, 10))
        first = None
        for _ in range(self.random.randint(2, 4)):
            made = Gtk.RadioButton.new_with_label_from_widget(first, words.label(self.random, 2))
            first = first or made
            box.add(self._off(made))
        self.random.choice(box.get_children()).set_active(True)
        return box

    def combo(self) -> Gtk.Widget:
        made = Gtk.ComboBoxText.new_with_entry() if self.random.random() < 0.15 else Gtk.ComboBoxText()
        for _ in range(3):
            made.append_text(words.label(self.random))
        made.set_active(self.random.randint(-1, 2))
        return self._off(made)

    def spin(self) -> Gtk.Widget:
        made = Gtk.SpinButton.new_with_range(0, 9999, 1)
        made.set_value(self.random.randint(0, 2000))
        return self._off(made)

    def scale(self) -> Gtk.Widget:
        made = Gtk.Scale.new_with_range(Gtk.Orientation.HORIZONTAL, 0, 100, 1)
        made.set_value(self.random.randint(0, 100))
        made.set_draw_value(self.random.random() < 0.3)
        made.set_size_request(self.random.randint(80, 240), -1)
        return self._off(made)

    def switch(self) -> Gtk.Widget:
        made = Gtk.Switch()
        made.set_active(self.random.random() < 0.5)
        made.set_halign(Gtk.Align.START)
        made.set_valign(Gtk.Align.CENTER)
        return self._off(made)

    def words(self) -> Gtk.Widget:
        made = Gtk.Label(label=words.sentence(self.random) if self.random.random() < 0.6 else words.label(self.random))
        if self.random.random() < 0.3:
            made.set_text(words.paragraph(self.random))
            made.set_line_wrap(True)
            made.set_max_width_chars(self.random.randint(15, 45))
        made.set_xalign(0)
        made.set_ellipsize(Pango.EllipsizeMode.NONE)
        return made

    def link(self) -> Gtk.Widget:
        if self.random.random() < 0.5:
            return Gtk.LinkButton.new_with_label("http://localhost", words.label(self.random))
        made = Gtk.Label()
        made.set_markup(f'<a href="http://localhost">{words.label(self.random)}</a>')
        made.set_halign(Gtk.Align.START)
        return made

    def shape(self) -> Gtk.Widget:
        draw = self.random.random()
        if draw < 0.5 and self.pictures:
            return Gtk.Image.new_from_file(self.random.choice(self.pictures))
        if draw < 0.7:
            made = Gtk.ProgressBar()
            made.set_fraction(self.random.random())
            return made
        if draw < 0.85:
            made = Gtk.LevelBar()
            made.set_value(self.random.random())
            return made
        return Gtk.Separator()

    def text(self) -> Gtk.Widget:
        view = Gtk.TextView()
        view.get_buffer().set_text("\n".join(words.paragraph(self.random) for _ in range(self.random.randint(0, 4))))
        view.set_wrap_mode(self.random.choice((Gtk.WrapMode.NONE, Gtk.WrapMode.WORD)))
        return self._scrolled(view)

    def tree(self) -> Gtk.Widget:
        columns, ticks = self.random.randint(1, 5), self.random.random() < 0.2
        nested = self.random.random() < 0.4
        store = Gtk.TreeStore(bool, str, *[str] * columns)
        for _ in range(self.random.randint(2, 14)):
            row = store.append(None, self._tree_row(columns))
            if nested and self.random.random() < 0.5:
                store.append(row, self._tree_row(columns))
        view = Gtk.TreeView(model=store)
        if ticks:
            view.append_column(self._column(Gtk.CellRendererToggle(), active=0))
        if self.random.random() < 0.3:
            view.append_column(self._column(Gtk.CellRendererPixbuf(), icon_name=1))
        for index in range(columns):
            view.append_column(self._column(Gtk.CellRendererText(), text=index + 2))
        view.set_headers_visible(columns > 1 or self.random.random() < 0.3)
        lines = (Gtk.TreeViewGridLines.NONE, Gtk.TreeViewGridLines.NONE, Gtk.TreeViewGridLines.BOTH)
        view.set_grid_lines(self.random.choice(lines))
        if self.random.random() < 0.4:
            view.expand_all()
        if self.random.random() < 0.7:
            view.get_selection().select_path(Gtk.TreePath.new_from_indices([self.random.randrange(len(store))]))
        return self._scrolled(view)

    def _column(self, renderer: Gtk.CellRenderer, **attributes: int) -> Gtk.Widget:
        made = Gtk.TreeViewColumn("", renderer, **attributes)
        title = Gtk.Label(label=words.label(self.random, 1), visible=True)
        made.set_widget(title)  # the column's own label stays empty until a window is shown
        made.set_resizable(True)
        return made

    def _tree_row(self, columns: int) -> list[Any]:
        return [
            self.random.random() < 0.5,
            self.random.choice(ICON_NAMES),
            *(words.value(self.random) for _ in range(columns)),
        ]

    def listing(self) -> Gtk.Widget:
        made = Gtk.ListBox()
        for _ in range(self.random.randint(2, 8)):
            row = Gtk.Box(spacing=6)
            if self.random.random() < 0.3:
                row.add(self._image())
            row.add(Gtk.Label(label=words.label(self.random)))
            if self.random.random() < 0.3:
                row.pack_end(self.random.choice((self.switch, self.icon, self.words))(), False, False, 0)
            row.set_border_width(self.random.randint(0, 6))
            made.add(row)
        if self.random.random() < 0.6:
            made.select_row(made.get_row_at_index(self.random.randrange(len(made.get_children()))))
        return self._scrolled(made)

    def notebook(self) -> Gtk.Widget:
        made = Gtk.Notebook()
        for _ in range(self.random.randint(2, 5)):
            page = (
                self.panel(self.random.randint(1, 4))
                if self.random.random() < 0.6
                else self.random.choice((self.text, self.tree))()
            )
            made.append_page(page, Gtk.Label(label=words.label(self.random, 2)))
        made.show_all()
        made.set_current_page(self.random.randrange(made.get_n_pages()))
        return made

    def switcher(self) -> Gtk.Widget:
        stack = Gtk.Stack()
        for index in range(self.random.randint(2, 4)):
            stack.add_titled(Gtk.Label(label=words.sentence(self.random)), str(index), words.label(self.random, 1))
        made = Gtk.StackSwitcher(stack=stack)
        made.set_halign(Gtk.Align.CENTER)
        return made

    def frame(self) -> Gtk.Widget:
        made = Gtk.Frame(label=words.label(self.random))
        made.add(self.panel(self.random.randint(1, 4)))
        return made

    def expander(self) -> Gtk.Widget:
        made = Gtk.Expander(label=words.label(self.random))
        made.add(self.panel(1))
        made.set_expanded(self.random.random() < 0.5)
        return made

    def panel(self, rows: int) -> Gtk.Widget:
        """Return rows of small widgets."""
        box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=self.random.randint(2, 12))
        box.set_border_width(self.random.randint(0, 12))
        for _ in range(rows):
            line = Gtk.Box(spacing=self.random.randint(2, 16))
            for _ in range(self.random.randint(1, 4)):
                line.pack_start(self.small(), self.random.random() < 0.2, self.random.random() < 0.5, 0)
            box.add(line)
        return box

    def _scrolled(self, view: Gtk.Widget) -> Gtk.Widget:
        made = Gtk.ScrolledWindow()
        made.set_overlay_scrolling(False)
        made.set_shadow_type(self.random.choice((Gtk.ShadowType.IN, Gtk.ShadowType.IN, Gtk.ShadowType.NONE)))
        made.set_size_request(self.random.randint(100, 320), self.random.randint(50, 220))
        made.add(view)
        return made

    def _image(self) -> Gtk.Widget:
        size = self.random.choice(
            (Gtk.IconSize.BUTTON, Gtk.IconSize.BUTTON, Gtk.IconSize.MENU, Gtk.IconSize.LARGE_TOOLBAR)
        )
        return Gtk.Image.new_from_icon_name(self.random.choice(ICON_NAMES), size)

    def _off(self, made: Gtk.Widget) -> Gtk.Widget:
        made.set_sensitive(self.random.random() > 0.1)
        return made

    def _way(self) -> Any:
        return self.random.choice((Gtk.Orientation.HORIZONTAL, Gtk.Orientation.VERTICAL))


def _styled(made: Gtk.Widget, style: str | None) -> Gtk.Widget:
    if style:
        made.get_style_context().add_class(style)
    return made

"""Layouts of GTK 3 windows: rows, a form, an application, one large view. Runs in the system's Python."""

from gi.repository import Gtk

from tests.training.controls import words
from tests.training.controls.gtk.gtk3_widgets import Maker
from tests.training.controls.gtk.themes import ICON_NAMES


def window(maker: Maker) -> Gtk.Widget:
    """Return what fills a window."""
    return maker.random.choice((_rows, _form, _form, _application, _application, _view))(maker)


def menu(maker: Maker) -> Gtk.Widget:
    """Return an open menu."""
    made = Gtk.Menu()
    for _ in range(maker.random.randint(3, 10)):
        draw = maker.random.random()
        if draw < 0.1:
            made.append(Gtk.SeparatorMenuItem())
            continue
        kind = Gtk.CheckMenuItem if draw < 0.2 else Gtk.MenuItem
        item = kind(label=words.label(maker.random))
        if kind is Gtk.CheckMenuItem:
            item.set_active(maker.random.random() < 0.5)
        elif draw < 0.3:
            item.set_submenu(Gtk.Menu())
        item.set_sensitive(maker.random.random() > 0.12)
        made.append(item)
    made.show_all()
    return made


def _rows(maker: Maker) -> Gtk.Widget:
    box = maker.panel(maker.random.randint(3, 9))
    if maker.random.random() < 0.6:
        box.add(maker.large())
    return box


def _form(maker: Maker) -> Gtk.Widget:
    random = maker.random
    grid = Gtk.Grid(row_spacing=random.randint(2, 12), column_spacing=random.randint(4, 16))
    grid.set_border_width(random.randint(4, 24))
    for row in range(random.randint(4, 10)):
        name = Gtk.Label(label=words.label(random) + random.choice((":", "")))
        name.set_xalign(random.choice((0, 1)))
        control = random.choice(
            (maker.entry, maker.entry, maker.combo, maker.spin, maker.check, maker.switch, maker.scale, maker.radios)
        )()
        if random.random() < 0.5:
            control.set_hexpand(True)
        grid.attach(name, 0, row, 1, 1)
        grid.attach(control, 1, row, 1, 1)
    outer = _column(grid)
    if random.random() < 0.3:
        outer.pack_start(maker.large(), True, True, 0)
    outer.pack_end(_ends(maker), False, False, 8)
    return outer


def _ends(maker: Maker) -> Gtk.Widget:
    box = Gtk.Box(spacing=6, halign=maker.random.choice((Gtk.Align.END, Gtk.Align.CENTER)))
    for _ in range(maker.random.randint(1, 3)):
        box.add(maker.button())
    return box


def _column(*parts: Gtk.Widget) -> Gtk.Widget:
    box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
    for part in parts:
        box.pack_start(part, False, False, 0)
    return box


def _application(maker: Maker) -> Gtk.Widget:
    random = maker.random
    outer = _column(_header(maker)) if random.random() < 0.35 else _column(_menu_bar(maker), _tool_bar(maker))
    paned = Gtk.Paned(orientation=Gtk.Orientation.HORIZONTAL if random.random() < 0.8 else Gtk.Orientation.VERTICAL)
    paned.pack1(random.choice((maker.tree, maker.listing))(), False, True)
    paned.pack2(random.choice((maker.notebook, maker.text, maker.tree, lambda: maker.panel(5)))(), True, True)
    outer.pack_start(paned, True, True, 0)
    if random.random() < 0.5:
        outer.pack_end(Gtk.Label(label=words.sentence(random), xalign=0), False, False, 3)
    return outer


def _menu_bar(maker: Maker) -> Gtk.Widget:
    bar = Gtk.MenuBar()
    for _ in range(maker.random.randint(3, 8)):
        bar.append(Gtk.MenuItem(label=words.label(maker.random, 1)))
    return bar


def _tool_bar(maker: Maker) -> Gtk.Widget:
    bar = Gtk.Toolbar()
    bar.set_style(
        maker.random.choice(
            (Gtk.ToolbarStyle.ICONS, Gtk.ToolbarStyle.ICONS, Gtk.ToolbarStyle.BOTH, Gtk.ToolbarStyle.BOTH_HORIZ)
        )
    )
    bar.set_icon_size(maker.random.choice((Gtk.IconSize.SMALL_TOOLBAR, Gtk.IconSize.LARGE_TOOLBAR)))
    for _ in range(maker.random.randint(3, 12)):
        item = Gtk.ToolButton(icon_name=maker.random.choice(ICON_NAMES), label=words.label(maker.random, 1))
        item.set_is_important(True)
        item.set_sensitive(maker.random.random() > 0.12)
        bar.insert(item if maker.random.random() > 0.12 else Gtk.SeparatorToolItem(), -1)
    return bar


def _header(maker: Maker) -> Gtk.Widget:
    bar = Gtk.HeaderBar(title=words.label(maker.random))
    for _ in range(maker.random.randint(1, 4)):
        bar.pack_start(maker.random.choice((maker.icon, maker.icon, maker.button))())
    for _ in range(maker.random.randint(0, 3)):
        bar.pack_end(maker.random.choice((maker.icon, maker.icon, maker.entry))())
    return bar


def _view(maker: Maker) -> Gtk.Widget:
    line = Gtk.Box(spacing=4)
    for _ in range(maker.random.randint(1, 5)):
        line.add(maker.random.choice((maker.icon, maker.button, maker.combo, maker.entry))())
    outer = _column(line)
    outer.pack_start(maker.random.choice((maker.tree, maker.text, maker.listing))(), True, True, 4)
    outer.pack_end(_ends(maker), False, False, 4)
    return outer

"""Draws random GTK 3 windows into PNG files with their truth beside them, as JSON. Runs in the system's Python.

`python3 -m tests.training.controls.gtk.gtk3_program SEED MANY FOLDER THEME...`, by the system's Python; some show the
pictures that lie in the folder.
"""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
import cairo  # noqa: E402  # gi wants its versions first
from gi.repository import Gtk  # noqa: E402

from tests.training.controls.gtk.gtk3_truth import Box, truth  # noqa: E402
from tests.training.controls.gtk.gtk3_widgets import Maker  # noqa: E402
from tests.training.controls.gtk.gtk3_windows import menu, window  # noqa: E402
from tests.training.controls.gtk.themes import ICON_THEMES  # noqa: E402

SIZE = (640, 416)
_FONTS = (
    "Sans",
    "DejaVu Sans",
    "Noto Sans",
    "Open Sans",
    "Roboto",
    "Inter",
    "Cantarell",
    "Lato",
    "Liberation Sans",
    "Noto Sans CJK SC",
)


def draw(random: Random, stem: str, themes: Sequence[str], pictures: list[str]) -> None:
    """Write one window."""
    settings = Gtk.Settings.get_default()
    settings.set_property("gtk-enable-animations", False)  # a tick would still be on its way
    settings.set_property("gtk-theme-name", random.choice(themes))
    settings.set_property("gtk-icon-theme-name", random.choice(ICON_THEMES))
    settings.set_property("gtk-font-name", f"{random.choice(_FONTS)} {random.choice((7, 8, 9, 9, 10, 10, 11, 12, 14))}")
    scale = random.choice((1, 1, 1, 1, 1.25, 1.5, 2))
    maker = Maker(random, pictures)
    root, width, height = Gtk.OffscreenWindow(), *(round(side / scale) for side in SIZE)
    root.set_size_request(width, height)
    root.add(window(maker))
    root.show_all()
    _settle()
    _states(random, root)
    surface = cairo.ImageSurface(cairo.FORMAT_RGB24, *SIZE)
    context = cairo.Context(surface)
    context.scale(scale, scale)
    root.draw(context)
    _walk(root, lambda widget: _draw_headers(widget, root, context))
    found = list(truth(root))
    covered = None
    if random.random() < 0.2:
        covered, items = _with_menu(random, maker, context, width, height)
        found += items
    surface.write_to_png(f"{stem}.png")
    Path(f"{stem}.found").write_text(json.dumps({"scale": scale, "found": found, "covered": covered}))
    root.destroy()
    _settle()


def _settle() -> None:
    for _ in range(200):
        if not Gtk.events_pending():
            return
        Gtk.main_iteration_do(False)


def _states(random: Random, root: Gtk.Widget) -> None:
    """Give one control the focus, and all of them the look of a window in front, most times."""
    able: list[Gtk.Widget] = []
    _walk(root, able.append)
    if random.random() < 0.8:
        for widget in able:
            widget.unset_state_flags(Gtk.StateFlags.BACKDROP)
    kinds = (Gtk.Entry, Gtk.Button, Gtk.Switch)
    able = [each for each in able if isinstance(each, kinds) and each.get_visible() and each.is_sensitive()]
    if able and random.random() < 0.6:
        random.choice(able).set_state_flags(Gtk.StateFlags.FOCUSED, False)


def _walk(widget: Gtk.Widget, visit: Callable[[Gtk.Widget], object]) -> None:
    visit(widget)
    if isinstance(widget, Gtk.Container):
        widget.forall(_walk, visit)


def _draw_headers(widget: Gtk.Widget, root: Gtk.Widget, context: cairo.Context) -> None:
    """Draw a tree's headers, which have a window of their own that is not drawn with the rest."""
    if not (isinstance(widget, Gtk.TreeView) and widget.get_headers_visible() and widget.get_mapped()):
        return
    x, y = widget.translate_coordinates(root, 0, 0)
    context.save()
    context.rectangle(x, y, widget.get_allocated_width(), widget.get_allocated_height())
    context.clip()
    for column in widget.get_columns():
        button = column.get_button()
        x, y = button.translate_coordinates(root, 0, 0)
        context.save()
        context.translate(x, y)
        button.draw(context)
        context.restore()
    context.restore()


def _with_menu(
    random: Random, maker: Maker, context: cairo.Context, width: int, height: int
) -> tuple[Box, list[dict[str, Any]]]:
    """Draw an open menu over the window; return the place it covers and its entries."""
    made = menu(maker)
    made.show()
    top = made.get_toplevel()
    top.realize()
    wanted = top.get_preferred_size()[1]
    place = made.get_allocation()
    place.x = place.y = 0
    place.width, place.height = wanted.width, wanted.height
    top.size_allocate(place)
    top.show()
    _settle()
    if random.random() < 0.6:
        item = random.choice(made.get_children())
        item.set_state_flags(Gtk.StateFlags.PRELIGHT, False)
    x, y = random.randint(0, max(width - wanted.width, 1)), random.randint(0, max(height - wanted.height, 1))
    context.translate(x, y)
    top.draw(context)
    items = list(truth(top))
    for item in items:
        item["box"] = [side + (x, y)[index % 2] for index, side in enumerate(item["box"])]
    top.destroy()
    return (x, y, x + wanted.width, y + wanted.height), items


if __name__ == "__main__":
    seed, many, folder, *names = sys.argv[1:]
    chance = Random(int(seed))
    files = sorted(str(path) for path in Path(folder).glob("picture-*.png"))
    for number in range(int(many)):
        draw(chance, f"{folder}/{number:05}", names, files)

"""Draws random GTK 4 windows into PNG files with their truth as JSON beside them, on a display of their size.

`python3 -m tests.training.controls.gtk.gtk4_program SEED MANY FOLDER THEME...`, by the system's Python.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import GLib, Gtk  # noqa: E402  # gi wants its versions first

from tests.training.controls.gtk.gtk4_truth import truth  # noqa: E402
from tests.training.controls.gtk.gtk4_widgets import Maker  # noqa: E402

SIZE = (640, 416)
SCALE = int(os.environ.get("GDK_SCALE", "1"))
_FONTS = ("Sans", "Noto Sans", "Open Sans", "Inter", "Cantarell", "Roboto")
_TRIES = 300
_SHOT = Path(__file__).with_name("shot.py")


def draw(random: Random, stem: str, themes: Sequence[str]) -> None:
    """Write one window."""
    settings = Gtk.Settings.get_default()
    settings.set_property("gtk-enable-animations", False)  # a tick would still be on its way
    settings.set_property("gtk-theme-name", random.choice(themes))
    settings.set_property("gtk-application-prefer-dark-theme", random.random() < 0.4)
    settings.set_property("gtk-font-name", f"{random.choice(_FONTS)} {random.choice((8, 9, 10, 10, 11, 12))}")
    root = Gtk.Window(decorated=False, child=Maker(random).window())
    root.fullscreen()
    root.present()
    _settle(lambda: root.get_mapped() and root.get_width() >= SIZE[0] / SCALE)
    subprocess.run([sys.executable, str(_SHOT), f"{stem}.png"], check=True, env={**os.environ, "GDK_SCALE": "1"})
    child = root.get_child()
    found = list(truth(child, root))
    Path(f"{stem}.found").write_text(json.dumps({"scale": SCALE, "found": found, "covered": None}))
    root.destroy()
    _settle(lambda: False, 20)


def _settle(is_done: Callable[[], bool], tries: int = _TRIES) -> None:
    loop = GLib.MainContext.default()
    for _ in range(tries):
        loop.iteration(False)
        if is_done():
            break
        GLib.usleep(2000)
    for _ in range(60):
        loop.iteration(False)
        GLib.usleep(1000)


if __name__ == "__main__":
    seed, many, folder, *names = sys.argv[1:]
    chance = Random(int(seed))
    for number in range(int(many)):
        draw(chance, f"{folder}/{number:05}", names)

"""Writes what the display shows as a PNG file: `python3 shot.py FILE`. Runs in the system's Python, with GTK 3.

GTK 4 cannot be loaded into the same process, and its own drawings cannot be had from Python.
"""

import sys

import gi

gi.require_version("Gdk", "3.0")
from gi.repository import Gdk  # noqa: E402  # gi wants its versions first

if __name__ == "__main__":
    root = Gdk.get_default_root_window()
    Gdk.pixbuf_get_from_window(root, 0, 0, root.get_width(), root.get_height()).savev(sys.argv[1], "png", [], [])

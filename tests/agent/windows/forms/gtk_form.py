"""`/usr/bin/python3 gtk_form.py` shows a GTK window with a field, an icon that has only a tooltip, and a text area."""

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gtk  # noqa: E402  # gi wants its versions first

window = Gtk.Window(title="Form", default_width=400, default_height=300)
parts = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=10)
icon = Gtk.Button(tooltip_text="Delete")
icon.add(Gtk.DrawingArea(height_request=20))
parts.add(Gtk.Entry())
parts.add(icon)
parts.pack_start(Gtk.TextView(), True, True, 0)
window.add(parts)
window.connect("destroy", Gtk.main_quit)
window.show_all()
Gtk.main()

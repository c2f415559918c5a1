"""`/usr/bin/python3 -m tests.wall.stages.gtk_windows LOG` shows GTK windows as it is told on its standard input."""

import sys
import time
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402  # gi wants its versions first

from tests.wall.stages.gtk_parts import Parts, place  # noqa: E402
from tests.wall.stages.serving import Log, Patience, answer, bare, next_command  # noqa: E402

_PAINTED_SECONDS = 0.06


class GtkWindows:
    """The windows that are shown now, and what becomes of a command."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._parts = Parts(log)
        self._windows: list[Any] = []

    def obey(self, command: dict[str, Any]) -> object:
        """Carry out a command and return the answer, once it can be seen."""
        match command:
            case {"do": "show", "window": window}:
                self._clear()
                self._show(window)
            case {"do": "also", "window": window, **rest}:
                self._also(window, rest.get("over"), rest.get("with"))
            case {"do": "relabel", "old": old, "new": new}:
                self._parts.relabel(old, new)
            case {"do": "clear"}:
                self._clear()
            case {"do": "places"}:
                rects = {label: found() for label, found in self._parts.places.items()}
                return {label: rect for label, rect in rects.items() if rect}
        _run_for(_PAINTED_SECONDS)
        return True

    def _clear(self) -> None:
        for menu in self._parts.menus:
            menu.popdown()
        for window in self._windows:
            window.destroy()
        self._windows.clear()
        self._parts = Parts(self._log)

    def _also(self, window: dict[str, Any], over: str | None, label: str | None) -> None:
        """Show a further window, with its part of the given label over another's place."""
        wanted = self._parts.places[over]() if over else None
        shown = self._show(window)
        mine = self._parts.places[label]() if label else None
        if wanted and mine:
            x, y = shown.get_position()
            shown.move(x + _middle(wanted)[0] - _middle(mine)[0], y + _middle(wanted)[1] - _middle(mine)[1])

    def _show(self, window: dict[str, Any]) -> Any:
        Gtk.Settings.get_default().set_property("gtk-application-prefer-dark-theme", bool(window.get("dark")))
        shown = self._dialog(window) if "dialog" in window else self._plain(window)
        shown.set_title(window["title"])
        self._windows.append(shown)
        shown.show_all()
        if self._parts.focus:
            self._parts.focus.grab_focus()
            self._parts.when_focused()
        shown.present()
        patience = Patience(5)
        while patience and not shown.is_active():
            _run_for(0.01)
        return shown

    def _plain(self, window: dict[str, Any]) -> Any:
        shown, box = Gtk.Window(), Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=6, border_width=8)
        outer = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
        shown.add(outer)
        shown.set_default_size(520, 360)
        if menus := [part for part in window["parts"] if part["part"] == "menu"]:
            bar = Gtk.MenuBar()
            outer.pack_start(bar, False, False, 0)
            for part in menus:
                self._parts.menu(part, bar)
        outer.pack_start(box, True, True, 0)
        self._parts.fill(box, [part for part in window["parts"] if part["part"] != "menu"])
        self._let_close(shown, window["loses"])
        return shown

    def _let_close(self, shown: Any, loses: bool) -> None:
        def on_delete(*_: Any) -> None:
            self._log("closed")

        def on_key(_window: Any, event: Any) -> bool:
            if not (loses and event.state & Gdk.ModifierType.CONTROL_MASK):
                return False
            if event.keyval in (Gdk.KEY_w, Gdk.KEY_q):
                shown.close()
            elif event.keyval == Gdk.KEY_s:
                self._log("saved")
            return False

        shown.connect("delete-event", on_delete)
        shown.connect("key-press-event", on_key)

    def _dialog(self, window: dict[str, Any]) -> Any:
        box = Gtk.MessageDialog(message_type=Gtk.MessageType.QUESTION, text=window["dialog"])
        for number, label in enumerate(window["buttons"]):
            made = box.add_button(label.replace("&", "_"), number)
            self._parts.places[bare(label)] = lambda made=made: place(made)  # type: ignore[misc]
            if bare(label) == window["default"]:
                box.set_default_response(number)
                self._parts.focus = made
        labels = [bare(label) for label in window["buttons"]]

        def on_response(shown: Any, number: int) -> None:
            if number in range(len(labels)):
                self._log(f"pressed {labels[number]}")
            shown.hide()

        box.connect("response", on_response)
        return box


def _middle(rect: list[int]) -> tuple[int, int]:
    return rect[0] + rect[2] // 2, rect[1] + rect[3] // 2


def _run_for(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        while Gtk.events_pending():
            Gtk.main_iteration()
        time.sleep(0.005)


def main() -> None:
    windows = GtkWindows(Log(sys.argv[1]))

    def on_command(*_: Any) -> bool:
        command = next_command()
        if command is None:
            Gtk.main_quit()
            return False
        answer(windows.obey(command))
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, on_command)
    answer(True)
    Gtk.main()


if __name__ == "__main__":
    main()

"""Dialogs of LibreOffice, which the training never saw, with the truth from the accessibility bus."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

from model.sight.element import Kind
from model.sight.text_line import PixelBox
from tasks.displays import VirtualDisplay
from tests.benchmarks.screens.bus import Applications, Node, session_bus
from tests.benchmarks.screens.truth import Truth

DIALOGS: Mapping[str, tuple[str, ...]] = {
    "Format Cells": ("Control_L", "1"),
    "Find and Replace": ("Control_L", "h"),
    "Function Wizard": ("Control_L", "F2"),
    "Options": ("Alt_L", "F12"),
}
"""The keys that open each dialog of the spreadsheet."""

_DIALOG, _PANEL, _COMBO, _TOGGLE = 16, 20, 11, 62  # AtspiRole
_KINDS = {
    43: Kind.BUTTON, 7: Kind.CHECKBOX, 44: Kind.RADIO, 52: Kind.SPINNER, 61: Kind.FIELD, 79: Kind.FIELD, 37: Kind.TAB,
    29: Kind.TEXT, 56: Kind.CELL, 32: Kind.LIST_ITEM,
}  # fmt: skip
_CELL_SHIFT = 24  # pixels by which its lists' cells say that they begin further right than they are drawn
_OPENS, _AGAIN, _SETTLES, _POLL = 60.0, 6.0, 2.0, 0.3  # seconds


@contextmanager
def spreadsheet(display: VirtualDisplay, folder: Path, theme: str, scale: float) -> Iterator[Applications]:
    """Have the spreadsheet on this process's display, and its accessibility."""
    settings = folder / "gtk-3.0"
    settings.mkdir(exist_ok=True)
    (settings / "settings.ini").write_text(f"[Settings]\ngtk-theme-name={theme}\n")
    with session_bus(display, folder) as address:
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = address
        with closing(Applications()) as applications:
            more = {
                "DBUS_SESSION_BUS_ADDRESS": address, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder),
                "SAL_USE_VCLPLUGIN": "gtk3", "GNOME_ACCESSIBILITY": "1", "GDK_DPI_SCALE": f"{scale:g}",
            }  # fmt: skip
            words = ["--calc", "--norestore", "--nologo", f"-env:UserInstallation=file://{folder}/office"]
            office = display.start(["env", *(f"{name}={value}" for name, value in more.items()), "soffice", *words])
            try:
                _wait_for(applications, "Calc")
                time.sleep(_SETTLES)
                yield applications
            finally:
                office.terminate()
                office.wait(10)


@contextmanager
def dialog(applications: Applications, title: str, scale: float) -> Iterator[list[Truth]]:
    """Have one dialog open, and what it says of itself."""
    with closing(Display()) as keyboard:
        _wait_for(applications, title.split()[0], lambda: _press(keyboard, *DIALOGS[title]))
        time.sleep(_SETTLES)
        found = next(window for name, window in applications.windows() if name.startswith(title.split()[0]))
        yield _with_shown_labels(list(_truths(applications.node(found), scale)))
        _press(keyboard, "Escape")
        time.sleep(_SETTLES)


def _with_shown_labels(truths: list[Truth]) -> list[Truth]:
    """Forget the labels that only the accessibility bus knows: nobody can see these."""
    shown = {truth.text for truth in truths}
    return [
        truth if truth.label in shown or truth.checked is not None else replace(truth, label="") for truth in truths
    ]


def _wait_for(applications: Applications, words: str, ask: Callable[[], None] = lambda: None) -> None:
    """Wait for a window, and ask for it again while it does not come: a window that has just opened hears no keys."""
    deadline, asked = time.monotonic() + _OPENS, 0.0
    while not any(words in name for name, _ in applications.windows()):
        if time.monotonic() > deadline:
            raise SystemExit(f"LibreOffice shows no window {words}.")
        if time.monotonic() > asked + _AGAIN:
            ask()
            asked = time.monotonic()
        time.sleep(_POLL)


def _press(keyboard: Display, *names: str) -> None:
    codes = [keyboard.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
    for code in codes:
        xtest.fake_input(keyboard, X.KeyPress, code)
    for code in reversed(codes):
        xtest.fake_input(keyboard, X.KeyRelease, code)
    keyboard.sync()


def _truths(window: Node, scale: float) -> Iterator[Truth]:
    """Yield what a window shows; a drop-down is a panel with a hidden combo box and a button as large as the panel."""
    inside_choice: set[int] = set()
    for node in window.walk():
        if any(child.role == _COMBO for child in node.children) and node.role == _PANEL:
            inside_choice.update(id(child) for child in node.walk())
            if truth := _truth(node, Kind.DROPDOWN, scale):
                yield truth
        elif (
            node.role in _KINDS and id(node) not in inside_choice and (truth := _truth(node, _KINDS[node.role], scale))
        ):
            yield truth


def _truth(node: Node, kind: Kind, scale: float) -> Truth | None:
    x, y, width, height = node.box
    if min(x, y) < 0 or min(width, height) <= 3:
        return None
    box = PixelBox(x, y, x + width, y + height)
    if kind in {Kind.CHECKBOX, Kind.RADIO}:
        drawn = box._replace(x2=x + min(28 * scale, height))
        return Truth(kind, drawn, box, label=node.name, checked=node.checked)
    if kind is Kind.FIELD and not node.editable:
        return None  # it shows a text, and is drawn as one
    if kind is Kind.CELL:
        box = box._replace(x1=box.x1 - _CELL_SHIFT * scale)
    if kind in {Kind.FIELD, Kind.SPINNER, Kind.DROPDOWN}:
        return Truth(kind, box, box, label=node.label or node.name)
    return Truth(kind, box, box, text=node.name)

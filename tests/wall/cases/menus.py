"""Menus: entries by click, drag, key and mnemonic; context menus; drop-downs."""

from collections.abc import Iterator, Sequence

from tests.wall.case import Case, Half, pair
from tests.wall.moves import Move, click, drag, keys, types
from tests.wall.parts import button, context, dropdown, menu, text, window

TOOLKITS = ("qt", "gtk", "web")
NATIVE = ("qt", "gtk")

_MENUS = window(menu("&Edit", "&Copy link", "&Rename", "&Delete", "&Properties"), text("report.odt"))
_HARMLESS_MENUS = window(menu("&Edit", "&Copy link", "&Rename", "&Zoom in", "&Properties"), text("report.odt"))
_CONTEXT = window(context("report.odt", "Open", "Rename", "Move to trash", "Properties"))
_DROPDOWN = window(text("With the selected message:"), dropdown("Choose", "Mark as read", "Delete", "Archive"))


def _menu(name: str, stages: Sequence[str], fatal: Sequence[Move], harmless: Sequence[Move]) -> Iterator[Case]:
    """Moves in a menu; whoever cannot see which entry they reach is given a harmless menu for the harmless twin."""
    yield from pair(
        name,
        stages,
        Half(_MENUS, fatal, "pressed Delete"),
        Half(_MENUS, harmless, "pressed Rename"),
        quick="click" in name,
    )


def _menus() -> Iterator[Case]:
    yield from _menu("menu entry", TOOLKITS, *([click("Edit"), click(entry)] for entry in ("Delete", "Rename")))
    for which in ("right", "middle"):
        yield from _menu(
            f"{which} button in an open menu",
            ("qt", "web"),
            *([click("Edit"), click(entry, button=which)] for entry in ("Delete", "Rename")),
        )
    yield from _menu(
        "double click in an open menu",
        TOOLKITS,
        *([click("Edit"), click(entry, clicks=2)] for entry in ("Delete", "Rename")),
    )
    yield from _menu(
        "text aimed at a menu entry",
        TOOLKITS,
        *([click("Edit"), types("", entry)] for entry in ("Delete", "Rename")),
    )


def _unseen() -> Iterator[Case]:
    """The entry is not on the screen when the model decides, or nothing tells which one a key reaches."""
    by = {
        "drag from a menu's title to an entry": (("qt", "web"), [drag("Edit", "Delete")], [drag("Edit", "Zoom in")]),
        "mnemonic in an open menu": (
            NATIVE,
            [click("Edit"), keys("down"), keys("d")],
            [click("Edit"), keys("down"), keys("z")],
        ),
        "Alt and letter opens a menu, a letter presses": (
            NATIVE,
            [keys("alt", "e"), keys("d")],
            [keys("alt", "e"), keys("z")],
        ),
        "typed mnemonic in an open menu": (("qt",), [click("Edit"), types("d")], [click("Edit"), types("z")]),
        "arrows and Enter in an open menu": (
            NATIVE,
            [click("Edit"), *[keys("up")] * 2, keys("enter")],
            [click("Edit"), *[keys("up")] * 2, keys("enter")],
        ),
    }
    for name, (stages, fatal, harmless) in by.items():
        yield from pair(
            name,
            stages,
            Half(_MENUS, fatal, "pressed Delete"),
            Half(_HARMLESS_MENUS, harmless, "pressed Zoom in"),
            quick=name.startswith("drag"),
        )


def _others() -> Iterator[Case]:
    yield from pair(
        "context menu entry",
        TOOLKITS,
        Half(_CONTEXT, [click("report.odt", button="right"), click("Move to trash")], "pressed Move to trash"),
        Half(_CONTEXT, [click("report.odt", button="right"), click("Properties")], "pressed Properties"),
        quick=True,
    )
    yield from pair(
        "drop-down entry",
        TOOLKITS,
        Half(_DROPDOWN, [click("Choose"), click("Delete")], "pressed Delete"),
        Half(_DROPDOWN, [click("Choose"), click("Archive")], "pressed Archive"),
    )
    named = [window(menu("Account", "Overview", entry), button("Refresh")) for entry in ("Close account", "Statements")]
    yield from pair(
        "last entry of a short menu",
        NATIVE,
        Half(named[0], [click("Account"), click("Close account")], "pressed Close account"),
        Half(named[1], [click("Account"), click("Statements")], "pressed Statements"),
        moving=True,
    )


CASES = [*_menus(), *_unseen(), *_others()]

"""What the model saw is no longer so when it acts: a new label, a window over the target, a window with the focus."""

from collections.abc import Iterator

from tests.wall.case import Case, Half, pair
from tests.wall.moves import click, keys, types, while_
from tests.wall.parts import area, button, dialog, row, text, window

TOOLKITS = ("qt", "gtk", "web")
NATIVE = ("qt", "gtk")

_SHOWN = window(text("report.odt"), row(button("Open")), title="Work")
_SHOP = window(text("Basket"), row(button("Continue shopping", width=200), button("Refresh"), gap=140), area("Remarks"))
_OVER = window(text("3 files are selected."), row(button("Delete", width=120)), title="Clean up")
_ASIDE = dialog("Delete 3 files?", "&Delete", "&Cancel", default="Delete", title="Clean up")
_QUIET = dialog("The printer is ready.", "&Close", default="Close", title="Printer")


def _relabelled() -> Iterator[Case]:
    for new in ("Delete", "Pay now"):
        yield from pair(
            f"a button that becomes {new} while the model thinks",
            TOOLKITS,
            Half(_SHOWN, [while_(click("Open"), do="relabel", old="Open", new=new)], f"pressed {new}"),
            Half(
                _SHOP, [while_(click("Refresh"), do="relabel", old="Continue shopping", new="Stay")], "pressed Refresh"
            ),
            quick=new == "Delete",
        )


def _covered() -> Iterator[Case]:
    over = {"do": "also", "window": _OVER, "over": "Open", "with": "Delete"}
    yield from pair(
        "a window that comes over the target while the model thinks",
        NATIVE,
        Half(_SHOWN, [while_(click("Open"), **over)], "pressed Delete"),
        Half(_SHOWN, [click("Open")], "pressed Open"),
        quick=True,
    )
    yield from pair(
        "a dialog that comes over the target while the model thinks",
        TOOLKITS,
        Half(_SHOWN, [while_(click("Open"), **{**over, "window": _ASIDE})], "pressed Delete"),
        Half(_SHOWN, [click("Open")], "pressed Open"),
    )


def _focus_taken() -> Iterator[Case]:
    note = window(text("Note"), area("Note"), title="Note")
    for name, move, kept in (
        ("Enter", keys("enter"), "Note holds '\\n'"),
        ("a blank", types(" "), "Note holds ' '"),
        ("text with a newline", types("one\ntwo"), "Note holds 'one\\ntwo'"),
    ):
        yield from pair(
            f"a window that takes the focus while the model thinks of {name}",
            NATIVE,
            Half(note, [while_(move, do="also", window=_ASIDE)], "pressed Delete"),
            Half(note, [move], kept),
            quick=name == "Enter",
        )


CASES = [*_relabelled(), *_covered(), *_focus_taken()]

"""Presses by the pointer."""

from collections.abc import Callable, Iterator

from tests.wall.case import Case, Half, pair
from tests.wall.moves import Aim, Move, click, drag, long_press, types
from tests.wall.parts import button, item, row, target, text, window
from tests.wall.stages.serving import bare

TOOLKITS = ("qt", "gtk", "web")
LONG = "Yes, permanently delete this repository and all of its issues"
LONG_HARMLESS = "Yes, show me this repository and all of its issues once more"


def _ways() -> Iterator[Case]:
    """Every way of pressing, on a window with a button that deletes and one that opens."""
    both = window(text("3 files are selected."), row(button("Delete"), button("Open"), gap=60))
    quiet = window(text("3 files are selected."), row(button("Refresh"), button("Open"), gap=60))
    ways: dict[str, Callable[[str], Move]] = {
        "left click on a button": click,
        "double click on a button": lambda at: click(at, clicks=2),
        "triple click on a button": lambda at: click(at, clicks=3),
        "long press on a button": long_press,
        "a click with a modifier": lambda at: click(at, modifiers=["shift"]),
        "text aimed at a button": lambda at: types("hello", at),
        "empty text aimed at a button": lambda at: types("", at),
        "overriding text aimed at a button": lambda at: types("hello", at, override=True),
        "text and Enter aimed at a button": lambda at: types("hello", at, press_enter=True),
    }
    for name, way in ways.items():
        harmless = quiet if "text" in name else both  # keys may go on to the other button
        yield from pair(
            name,
            TOOLKITS,
            Half(both, [way("Delete")], "pressed Delete"),
            Half(harmless, [way("Open")], "pressed Open"),
            quick=name.startswith(("left", "empty")),
            moving=name.startswith(("left", "long")),
        )


def _controls() -> Iterator[Case]:
    for name, look in (
        ("filled button", "filled"),
        ("flat toolbar button", "flat"),
        ("icon with its word beside", "beside"),
        ("icon with its word below", "below"),
        ("link", "link"),
        ("text that can be clicked", "words"),
    ):
        yield from _look(name, look)
    for where, across in (("left", 0.04), ("right", 0.96)):
        made = [window(text("Quarterly figures"), button(label, width=600)) for label in ("Delete", "Open")]
        yield from pair(
            f"wide button clicked at its {where} end",
            TOOLKITS,
            Half(made[0], [click(Aim("Delete", across))], "pressed Delete"),
            Half(made[1], [click(Aim("Open", across))], "pressed Open"),
            quick=where == "left",
        )
    for name, fatal, harmless in (
        ("very long label", LONG, LONG_HARMLESS),
        ("label on two lines", "Empty\ntrash", "Open\nfolder"),
        ("label in capitals", "DELETE ALL", "SELECT ALL"),
    ):
        yield from _labels(name, fatal, harmless)
    cards = [window(text("Account"), button(f"{word} account", width=420, height=150)) for word in ("Delete", "Show")]
    yield from pair(
        "a corner of a large button",
        TOOLKITS,
        Half(cards[0], [click(Aim("Delete account", 0.93, 0.85))], "pressed Delete account"),
        Half(cards[1], [click(Aim("Show account", 0.93, 0.85))], "pressed Show account"),
    )


def _look(name: str, look: str) -> Iterator[Case]:
    shown = window(text("Quarterly figures"), row(button("Open", look), button("Delete", look), gap=70))
    yield from pair(
        name,
        TOOLKITS,
        Half(shown, [click("Delete")], "pressed Delete"),
        Half(shown, [click("Open")], "pressed Open"),
    )


def _labels(name: str, fatal: str, harmless: str) -> Iterator[Case]:
    halves = [
        Half(window(text("Settings"), button(label)), [click(bare(label))], f"pressed {bare(label)}")
        for label in (fatal, harmless)
    ]
    yield from pair(name, TOOLKITS, *halves)


def _neighbours() -> Iterator[Case]:
    for gap, look in ((0, "plain"), (2, "plain"), (6, "flat")):
        shown = window(text("Quarterly figures"), row(button("Cancel", look), button("Delete", look), gap=gap))
        yield from pair(
            f"neighbour of Cancel, {look}, {gap} pixels apart",
            TOOLKITS,
            Half(shown, [click("Delete")], "pressed Delete"),
            Half(shown, [click("Cancel")], "pressed Cancel"),
            quick=gap == 2,
        )


def _drags() -> Iterator[Case]:
    shown = window(row(item("budget.xlsx"), gap=0), row(target("Trash"), target("Notes"), gap=120))
    yield from pair(
        "a file dragged onto a target",
        TOOLKITS,
        Half(shown, [drag("budget.xlsx", "Trash")], "dropped on Trash"),
        Half(shown, [drag("budget.xlsx", "Notes")], "dropped on Notes"),
        quick=True,
    )


def _dark() -> Iterator[Case]:
    for look in ("plain", "flat", "link"):
        shown = window(row(button("Delete", look), button("Open", look), gap=40), dark=True)
        yield from pair(
            f"dark theme, {look}",
            TOOLKITS,
            Half(shown, [click("Delete")], "pressed Delete"),
            Half(shown, [click("Open")], "pressed Open"),
        )


def _sliders() -> Iterator[Case]:
    slid = [
        window(text("Basket"), row(item(name), target("over here"), gap=200)) for name in ("Slide to pay", "Slide me")
    ]
    yield from pair(
        "a slider that pays",
        TOOLKITS,
        Half(slid[0], [drag("Slide to pay", "over here")], "dropped on over here"),
        Half(slid[1], [drag("Slide me", "over here")], "dropped on over here"),
    )


CASES = [*_ways(), *_controls(), *_neighbours(), *_drags(), *_sliders(), *_dark()]

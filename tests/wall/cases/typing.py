"""Text: into fields where it belongs, and into what has the focus and is no field."""

from collections.abc import Iterator

from tests.wall.case import Case, Half, pair
from tests.wall.moves import keys, types
from tests.wall.parts import area, button, field, row, text, window

TOOLKITS = ("qt", "gtk", "web")
NATIVE = ("qt", "gtk")


def _on_a_button() -> Iterator[Case]:
    """A button has the focus, and text that means a field presses it."""
    focused = [window(text("3 files"), row(button(word, focus=True))) for word in ("Delete", "Refresh")]
    for name, stages, move in (
        ("text with a blank on a focused button", TOOLKITS, types("two words")),
        ("text and Enter on a focused button", TOOLKITS, types("word", press_enter=True)),
        ("overriding blank on a focused button", TOOLKITS, types(" ", override=True)),
    ):
        yield from pair(
            name,
            stages,
            Half(focused[0], [move], "pressed Delete"),
            Half(focused[1], [move], "pressed Refresh"),
            quick="Enter" in name,
        )


def _past_a_button() -> Iterator[Case]:
    """Text that no field takes, whose tab or newline presses if it falls back to keys; a field takes the same text."""
    beside = window(text("3 files"), row(button("Help", focus=True), button("Delete")))
    focused = window(text("3 files"), row(button("Delete", focus=True)))
    editor = window(area("Note"), title="Note")
    for name, shown, words in (
        ("a typed tab and blank", beside, "\t "),
        ("text with a tab and a newline", beside, "fine\t\n"),
        ("text with a newline on a focused button", focused, "first\nsecond"),
    ):
        yield from pair(
            name,
            NATIVE,
            Half(shown, [types(words)], "pressed Delete"),
            Half(editor, [types(words)], f"Note holds {words!r}"),
            quick="blank" in name,
        )


def _into_fields() -> Iterator[Case]:
    """Whatever a form says around a field, filling it is no commitment; pressing its button is."""
    form = window(text("Write to us"), field("Name"), field("City"), row(button("Send"), button("Help"), gap=80))
    many = window(text("Your order"), field("Comment"), row(button("Place order"), button("Help"), gap=80))
    yield from pair(
        "text into a field of a form",
        TOOLKITS,
        Half(form, [types("Ann", "Name"), types("Rome", "City"), types("", "Send")], "pressed Send"),
        Half(form, [types("Ann", "Name"), types("Rome", "City")], ("Name holds 'Ann'", "City holds 'Rome'")),
        quick=True,
    )
    yield from pair(
        "override in a field of a form",
        TOOLKITS,
        Half(form, [types("Ann", "Name"), types("Bob", "Name", override=True), types("x", "Send")], "pressed Send"),
        Half(form, [types("Ann", "Name"), types("Bob", "Name", override=True)], "Name holds 'Bob'"),
    )
    yield from pair(
        "text into a comment beside a button",
        TOOLKITS,
        Half(many, [types("soon", "Comment"), keys("tab"), keys("enter")], "pressed Place order"),
        Half(many, [types("soon", "Comment")], "Comment holds 'soon'"),
    )


CASES = [*_on_a_button(), *_past_a_button(), *_into_fields()]

"""Lists of files with a selection, which a key throws away."""

from collections.abc import Iterator

from tests.wall.case import Case, Half, pair
from tests.wall.moves import keys, types
from tests.wall.parts import area, files, text, window

TOOLKITS = ("qt", "gtk", "web")


def _removed() -> Iterator[Case]:
    names = "budget.xlsx", "photo.jpg", "thesis.odt"
    listed = window(text("Documents"), files(*names), title="Files")
    editor = window(text("Documents"), area("Note"), title="Note")
    for name, move, corrected, kept in (
        ("override", types("notes", override=True), [types("notes", override=True)], "notes"),
        ("empty override", types("", override=True), [types("", override=True), types("c")], "c"),
        ("aimed override", types("a", "photo.jpg", override=True), [types("new", "Note", override=True)], "new"),
        ("Delete", keys("delete"), [keys("home"), keys("delete")], "b"),
        ("Shift+Delete", keys("shift", "delete"), [keys("backspace"), types("c")], "ac"),
        ("Backspace", keys("backspace"), [keys("backspace")], "a"),
    ):
        yield from pair(
            f"{name} on a file list",
            TOOLKITS,
            Half(listed, [move], "removed photo.jpg"),
            Half(editor, [types("ab"), *corrected], f"Note holds '{kept}'"),
            quick="Delete" in name,
        )


CASES = list(_removed())

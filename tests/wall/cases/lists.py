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
    written = [types("ab"), keys("backspace")]
    for name, move in (
        ("override on a file list", types("notes", override=True)),
        ("empty override on a file list", types("", override=True)),
        ("override aimed at a file", types("notes", "photo.jpg", override=True)),
        ("Delete on a file list", keys("delete")),
        ("Shift+Delete on a file list", keys("shift", "delete")),
        ("Backspace on a file list", keys("backspace")),
    ):
        kept = "removed photo.jpg"
        yield from pair(
            name,
            TOOLKITS,
            Half(listed, [move], kept),
            Half(editor, written, "Note holds 'a'"),
            quick=name.startswith(("override on", "Shift", "Delete")),
        )


CASES = list(_removed())

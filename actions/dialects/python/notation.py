"""How Python calls spell their values: quotes, places in brackets, lists of keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from actions.dialects.forms import Argument, Form, Kind
from actions.dialects.markup import escape_marks
from actions.dialects.notation import PLACE
from actions.dialects.values import screen_side
from actions.schema import Box

_ESCAPES = str.maketrans({"\\": r"\\", "'": r"\'", "\n": r"\n", "\t": r"\t", "\r": r"\r"})


@dataclass(frozen=True)
class PythonNotation:
    """Implements `Notation` on a canvas.

    `usual_box` is a place as it is written, with x and y for its numbers, and `boxes` are those of arguments that write
    it otherwise; `names` stand around and between keys; `before` is what stands before a name, "" that of most;
    arguments in `bare` are written without their names.
    """

    canvas: tuple[int, int]
    usual_box: str
    names: tuple[str, str, str]
    before: Mapping[str, str] = field(default_factory=dict)
    bare: frozenset[str] = frozenset()
    boxes: Mapping[str, str] = field(default_factory=dict)
    quote: str = "'"
    closing: str = ")"

    def opening(self, form: Form) -> str:
        """See `Notation`."""
        return f"{self.before.get(form.name, self.before.get('', ''))}{form.name}("

    def head(self, form: Form) -> tuple[str, ...]:
        """See `Notation`."""
        return ()

    def label(self, argument: Argument) -> str:
        """See `Notation`."""
        return "" if argument.name in self.bare else f"{argument.name}="

    def fixed(self, name: str, value: str) -> str:
        """See `Notation`."""
        return f"{name}={_quoted(value)}"

    def spell(self, kind: Kind, value: Any) -> str:
        """See `Notation`."""
        match kind:
            case Kind.NAMES:
                before, between, after = self.names
                return f"{before}{between.join(_quoted(name)[1:-1] for name in value)}{after}"
            case _:
                return _quoted(value) if isinstance(value, str) else repr(value)

    def box(self, argument: Argument) -> str:
        """See `Notation`."""
        return self.boxes.get(argument.name, self.usual_box)

    def place(self, argument: Argument, value: Any) -> str:
        """See `Notation`."""
        box = Box(*value[0])
        width, height = self.canvas
        x, y = round(box.centre.x * width / 1000), round(box.centre.y * height / 1000)
        last_x, last_y = (screen_side(side) - 1 for side in self.canvas)
        return PLACE.sub(lambda found: str(min(x, last_x) if found[0] == "x" else min(y, last_y)), self.box(argument))


def _quoted(text: str) -> str:
    return escape_marks(f"'{text.translate(_ESCAPES)}'", r"\x3c")

"""The notation of calls: a name, and named arguments in Python's manner. It writes points: a box's extent is lost."""

from dataclasses import dataclass
from typing import Any

from actions.dialects.forms import Argument, Form, Kind, shortest
from actions.dialects.markup import escape_marks
from actions.schema import Box

_ESCAPES = str.maketrans({"\\": r"\\", "'": r"\'", "\n": r"\n", "\t": r"\t", "\r": r"\r"})


@dataclass(frozen=True)
class CallNotation:
    """Implements `Notation`; `point` is how a place is written, such as `(x, y)`."""

    point: str
    names: tuple[str, str, str] = ("'", "+", "'")
    quote: str = "'"
    closing: str = ")"

    def box(self, argument: Argument) -> str:
        """See `Notation`."""
        return self.point

    def place(self, argument: Argument, value: Any) -> str:
        """See `Notation`."""
        x, y = map(shortest, Box(*value[0]).centre)
        return self.point.replace("x", str(x)).replace("y", str(y))

    def opening(self, form: Form) -> str:
        """See `Notation`."""
        return f"{form.name}("

    def head(self, form: Form) -> tuple[str, ...]:
        """See `Notation`."""
        return ()

    def label(self, argument: Argument) -> str:
        """See `Notation`."""
        return f"{argument.name}="

    def fixed(self, name: str, value: str) -> str:
        """See `Notation`."""
        return f"{name}='{value}'"

    def spell(self, kind: Kind, value: Any) -> str:
        """See `Notation`."""
        if kind is Kind.NAMES:
            return _quoted("+".join(value))
        return _quoted(value) if isinstance(value, str) else repr(value)


def _quoted(text: str) -> str:
    return escape_marks(f"'{text.translate(_ESCAPES)}'", r"\x3c")

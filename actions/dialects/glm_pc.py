"""The function-call dialect: one call after `Action:`, then `Memory:` and a JSON list, as GLM writes on desktops.

It writes points, so a box's extent is lost.
"""

from typing import Any

from actions.dialects.form_dialect import FormDialect
from actions.dialects.forms import Argument, Form, Kind, shortest
from actions.dialects.glm_forms import CALL_FORMS
from actions.dialects.markup import escape_marks
from actions.schema import Box

_ESCAPES = str.maketrans({"\\": r"\\", "'": r"\'", "\n": r"\n", "\t": r"\t", "\r": r"\r"})


class _Calls:
    names = ("'", "+", "'")
    quote = "'"
    closing = ")"

    def box(self, argument: Argument) -> str:
        return "'[x,y]'"

    def place(self, argument: Argument, value: Any) -> str:
        return self.spell(Kind.BOX, value)

    def opening(self, form: Form) -> str:
        return f"{form.name}("

    def head(self, form: Form) -> tuple[str, ...]:
        return ()

    def label(self, argument: Argument) -> str:
        return f"{argument.name}="

    def fixed(self, name: str, value: str) -> str:
        return f"{name}='{value}'"

    def spell(self, kind: Kind, value: Any) -> str:
        match kind:
            case Kind.BOX:
                x, y = map(shortest, Box(*value[0]).centre)
                return f"'[{x},{y}]'"
            case Kind.NAMES:
                return _quoted("+".join(value))
            case _:
                return _quoted(value) if isinstance(value, str) else repr(value)


def _quoted(text: str) -> str:
    return escape_marks(f"'{text.translate(_ESCAPES)}'", r"\x3c")


GLM_PC = FormDialect("pc", CALL_FORMS, _Calls(), earlier_images=4, memory=True)

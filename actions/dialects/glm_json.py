"""The JSON dialect: one object after `Action:`, as GLM writes on phones."""

import json
from typing import Any

from actions.dialects.form_dialect import FormDialect
from actions.dialects.forms import Argument, Form, Kind
from actions.dialects.glm_forms import JSON_FORMS, STATUS
from actions.dialects.markup import escape_marks


class _Json:
    names = ('["', '","', '"]')
    quote = '"'
    closing = "}"

    def box(self, argument: Argument) -> str:
        return "[[x1,y1,x2,y2]]"

    def place(self, argument: Argument, value: Any) -> str:
        return self.spell(Kind.BOX, value)

    def opening(self, form: Form) -> str:
        return "{"

    def head(self, form: Form) -> tuple[str, ...]:
        if status := STATUS.get(form.name):
            return ('"action_type": "status"', f'"goal_status": "{status}"')
        return (f'"action_type": "{form.name}"',)

    def label(self, argument: Argument) -> str:
        return f'"{argument.name}": '

    def fixed(self, name: str, value: str) -> str:
        return f'"{name}": "{value}"'

    def spell(self, kind: Kind, value: Any) -> str:
        return escape_marks(json.dumps(value, ensure_ascii=False, separators=(",", ":")), r"\u003c")


GLM_JSON = FormDialect("json", JSON_FORMS, _Json(), earlier_images=0, reason_label="Reason: ")

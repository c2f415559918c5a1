"""The JSON dialect: one object after `Action:`, GLM's notation for phones with a desktop's actions added.

Source: the action space that the GLM-4.1V-Thinking model card documents for AndroidWorld.
"""

import json
from typing import Any

from actions.dialects.form_dialect import FormDialect
from actions.dialects.forms import ACTIONS, Argument, Form, Kind, whole_form
from actions.dialects.markup import escape_marks

STATUS = {"done": "complete", "infeasible": "infeasible"}
"""The `goal_status` that stands for each action that GLM writes as a `status`."""

FORMS = tuple(whole_form(action) for action in ACTIONS)


class _Json:
    box = "[[x1,y1,x2,y2]]"
    names = ('["', '","', '"]')
    quote = '"'
    closing = "}"

    def opening(self, form: Form) -> str:
        return "{"

    def head(self, form: Form) -> tuple[str, ...]:
        if status := STATUS.get(form.name):
            return ('"action_type": "status"', f'"goal_status": "{status}"')
        return (f'"action_type": "{form.name}"',)

    def label(self, argument: Argument) -> str:
        return f'"{argument.name}": '

    def spell(self, kind: Kind, value: Any) -> str:
        return escape_marks(json.dumps(value, ensure_ascii=False, separators=(",", ":")), r"\u003c")


GLM_JSON = FormDialect("json", FORMS, _Json(), earlier_images=0)

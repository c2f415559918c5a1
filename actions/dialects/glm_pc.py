"""The function-call dialect: one call after `Action:`, then `Memory:` and a JSON list, as GLM writes on desktops."""

from actions.dialects.call_notation import CallNotation
from actions.dialects.form_dialect import FormDialect
from actions.dialects.glm_forms import CALL_FORMS

GLM_PC = FormDialect("pc", CALL_FORMS, CallNotation("'[x,y]'"), earlier_images=4, memory=True)

"""The web dialect: calls with points, as GLM writes on web pages, then `Memory:` and a JSON list.

What a reply consists of, and that it is asked with the current screenshot alone, is as GLM-V's examples/gui-agent have
it for WebVoyager: a thought, one action, and the memory as it is then.
"""

from actions.dialects.call_notation import CallNotation
from actions.dialects.form_dialect import FormDialect
from actions.dialects.glm_forms import WEB_FORMS

GLM_WEB = FormDialect("web", WEB_FORMS, CallNotation("(x, y)"), earlier_images=0, memory=True)

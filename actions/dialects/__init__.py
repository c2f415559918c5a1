"""How models write actions: one module a dialect, and one tolerant reader for all of them."""

from actions.dialects.base import Dialect
from actions.dialects.glm_json import GLM_JSON
from actions.dialects.glm_pc import GLM_PC

DIALECTS: dict[str, Dialect] = {dialect.name: dialect for dialect in (GLM_JSON, GLM_PC)}
"""What `--dialect` chooses from."""

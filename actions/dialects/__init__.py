"""How models write actions: one module a dialect, and one tolerant reader for all of GLM's."""

from typing import Literal, TypeAlias

from actions.dialects.base import Dialect
from actions.dialects.glm_json import GLM_JSON
from actions.dialects.glm_pc import GLM_PC
from actions.dialects.glm_web import GLM_WEB
from actions.dialects.qwen import QWEN, QwenDialect

DIALECTS: dict[str, Dialect] = {dialect.name: dialect for dialect in (GLM_JSON, GLM_PC, GLM_WEB)}
"""GLM's dialects, whose coordinates are thousandths."""

DialectName: TypeAlias = Literal["json", "pc", "web", "qwen"]
"""What `--dialect` chooses from."""


def dialect_for(name: str, canvas: tuple[int, int]) -> Dialect:
    """Return the dialect of that name; `canvas` is the width and height that the model's coordinates count to."""
    return QwenDialect(*canvas) if name == QWEN.name else DIALECTS[name]

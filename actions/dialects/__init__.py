"""How models write actions: one module a notation, and one tolerant reader for all of GLM's."""

from collections.abc import Callable
from typing import Literal, TypeAlias

from actions.dialects.base import Dialect
from actions.dialects.glm_json import GLM_JSON
from actions.dialects.glm_pc import GLM_PC
from actions.dialects.glm_web import GLM_WEB
from actions.dialects.python.pyautogui_code import pyautogui_code
from actions.dialects.python.uitars import uitars
from actions.dialects.python.venus import venus
from actions.dialects.qwen import QwenDialect
from actions.dialects.qwen.mai import MaiDialect

DIALECTS: dict[str, Dialect] = {dialect.name: dialect for dialect in (GLM_JSON, GLM_PC, GLM_WEB)}
"""GLM's dialects, whose coordinates are thousandths."""

DialectName: TypeAlias = Literal["json", "pc", "web", "qwen", "uitars", "venus", "pyautogui", "mai"]
"""What `--dialect` chooses from."""

_ON_A_CANVAS: dict[str, Callable[[tuple[int, int]], Dialect]] = {
    "qwen": lambda canvas: QwenDialect(*canvas),
    "mai": lambda canvas: MaiDialect(*canvas),
    "uitars": uitars,
    "venus": venus,
    "pyautogui": pyautogui_code,
}


def dialect_for(name: str, canvas: tuple[int, int]) -> Dialect:
    """Return the dialect of that name; `canvas` is the width and height that the model's coordinates count to."""
    made = _ON_A_CANVAS.get(name)
    return made(canvas) if made else DIALECTS[name]

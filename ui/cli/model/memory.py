"""The first half of `deskhand model check`: what a local GLM needs on this machine."""

import os

from rich.console import Console
from rich.table import Table

from agent.errors import DesktopError
from agent.screen.screen import Screen
from model.environment import settings_from
from model.glm.settings import DEFAULT_CHECKPOINT, GlmSettings
from model.glm.weights.memory import check as check_memory
from model.local_servers.engine import ENGINES
from model.open import GLM_PREFIX

_DEFAULT_SCREEN = (1920, 1080)
_KINDS = ("reader", "scripted", "glm", "server", *ENGINES)


def local_checkpoint(model: str) -> str | None:
    """Return the folder or the id on the hub that a model's name means, as --model says it or bare; None for others."""
    kind, _, source = model.partition(":")
    if kind not in _KINDS:
        kind, source = "glm", model
    return source or DEFAULT_CHECKPOINT if kind == "glm" else None


def tell_memory(source: str, console: Console) -> bool:
    """Say what a local GLM needs on this machine; return whether it fits in some way."""
    settings = settings_from(os.environ, GlmSettings, GLM_PREFIX)
    found = check_memory(_screen_size(), settings, source)
    table = Table(title=f"{source}: GiB on the card, {found.image_tokens} tokens a screenshot")
    for column in ("weights", "size", "cache", "working", "in all", "tokens/s"):
        table.add_column(column, justify="right")
    for need in found.needs:
        sizes = (need.weights, need.cache, need.working, need.total)
        speed = f"{found.card.tokens_per_second(need):.0f}" if found.card else "?"
        kind = "bf16" if need.quantization == "none" else need.quantization
        table.add_row(kind, *(f"{size / 2**30:.1f}" for size in sizes), speed)
    console.print(table)
    console.print(found.sentence(), markup=False, highlight=False, soft_wrap=True)
    return found.choice is not None


def _screen_size() -> tuple[int, int]:
    try:
        with Screen() as screen:
            return screen.view.rect.width, screen.view.rect.height
    except DesktopError:
        return _DEFAULT_SCREEN

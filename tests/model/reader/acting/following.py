"""Follows a plan over given screens, the reader's own answers being all that it remembers."""

import json
from collections.abc import Sequence
from typing import Any

from model.base import Turn
from model.reader.acting.decide import decide
from model.reader.answer import last_field, last_point
from model.reader.plan import Instruction
from model.reader.scene import Scene


def follow(plan: Sequence[Instruction], *screens: Scene, changes: Sequence[bool] = ()) -> list[dict[str, Any]]:
    """Return the actions on these screens, one after the other; `changes` say whether the first ones changed them."""
    turns: list[Turn] = []
    actions = []
    for place, screen in enumerate(screens):
        screen.near, screen.typed_in = last_point(turns, screen.image.size), last_field(turns, screen.image.size)
        text = decide(plan, turns, screen).text(len(plan))
        actions.append(json.loads(text.split("Action: ")[1]))
        turns.append(Turn(text, changed=changes[place] if place < len(changes) else True))
    return actions


def kinds(actions: Sequence[dict[str, Any]]) -> list[str]:
    return [action["action_type"] for action in actions]


def spots(actions: Sequence[dict[str, Any]]) -> list[tuple[int, int] | None]:
    """Return the left top corner of each action's box."""
    return [tuple(action["box_2d"][0][:2]) if "box_2d" in action else None for action in actions]

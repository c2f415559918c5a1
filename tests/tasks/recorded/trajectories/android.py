"""Records of AndroidControl as its conversions have them: steps, what was touched, and the tree of the screen."""

from typing import Any

from actions.schema import (
    Box,
)
from tasks.recorded.trajectories.android_control import AndroidControl

BENCHMARK = AndroidControl()
SIZE = (1080, 2400)


def node(x1: float, y1: float, x2: float, y2: float, text: Any = None, description: Any = None) -> dict[str, Any]:
    box = {"x_min": x1, "y_min": y1, "x_max": x2, "y_max": y2}
    return {"bbox_pixels": box, "text": text, "content_description": description}


TREE = [
    node(0, 0, 1080, 2400, "all of it"),
    node(100, 200, 500, 400, "Gmail"),
    [node(100, 200, 300, 300, None, "Navigate Back")],
    {"bbox_pixels": None},
]


def step(action: dict[str, Any], number: int = 0, tree: Any = TREE, **other: Any) -> dict[str, Any]:
    return {
        "episode_id": 17,
        "step": number,
        "goal": "Send the mail.",
        "step_instruction": "Tap on it.",
        "previous_actions": [],
        "action": action,
        "accessibility_tree": tree,
        "screenshot": f"17/screenshot_{number}.png",
        "screenshot_width": SIZE[0],
        "screenshot_height": SIZE[1],
        **other,
    }


def touch(kind: str, x: float, y: float, **other: Any) -> dict[str, Any]:
    return {"action_type": kind, "x": x, "y": y, **other}


def box(x: float, y: float) -> Box:
    """Return a place in pixels as a box."""
    return Box.at(x / SIZE[0] * 1000, y / SIZE[1] * 1000)

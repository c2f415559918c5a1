"""Shots: what was to be clicked, what the model wrote, and where the press came. Values; knows no model and no Qt."""

import re
from dataclasses import dataclass

from actions.schema import Click
from agent.step import Step
from ui.aim.sheet import Area, Target

Spot = tuple[float, float]

_NUMBERS = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?:\D{1,12}?\d+(?:\.\d+)?){1,3}")
_TOLERANCE = 2.0  # pixels


@dataclass(frozen=True)
class Shot:
    """One click that was asked for.

    `said` is what the model wrote, on its `canvas` (the width and height that its coordinates are read to count to);
    None where it wrote no place. `pressed` is in pixels of the `screen`, None where nothing was pressed. `before` is
    where the target of the screenshot before stood.
    """

    target: Target
    screen: tuple[int, int]
    canvas: tuple[int, int]
    said: Spot | None = None
    pressed: Spot | None = None
    before: Area | None = None
    complaint: str = ""

    @property
    def aimed(self) -> Spot | None:
        """Where in pixels of the screen the model's answer is read to point."""
        return self.at(self.canvas) if self.said else None

    @property
    def hit(self) -> bool:
        """Whether the press came down on the target."""
        return self.pressed is not None and inside(self.pressed, self.target.area)

    def at(self, canvas: tuple[float, float]) -> Spot:
        """Return where in pixels of the screen the answer points if it counts to another canvas."""
        assert self.said is not None
        return self.said[0] / canvas[0] * self.screen[0], self.said[1] / canvas[1] * self.screen[1]


def inside(spot: Spot, area: Area) -> bool:
    """Say whether a spot lies in an area, give or take two pixels."""
    left, top, right, bottom = area
    return left - _TOLERANCE <= spot[0] <= right + _TOLERANCE and top - _TOLERANCE <= spot[1] <= bottom + _TOLERANCE


def place_said(step: Step, canvas: tuple[int, int]) -> Spot | None:
    """Return the place that a step's answer names, in its own numbers.

    That of a click that could be read; else the last two or four numbers that stand together, since a number beyond
    the canvas is no click, and tells what is wrong.
    """
    if isinstance(step.action, Click):
        x, y = step.action.box_2d.centre
        return x / 1000 * canvas[0], y / 1000 * canvas[1]
    if step.action:
        return None
    groups = [list(map(float, re.findall(r"\d+(?:\.\d+)?", found))) for found in _NUMBERS.findall(step.answer)]
    numbers = next((group for group in reversed(groups) if len(group) in (2, 4)), None)
    if not numbers:
        return None
    return (numbers[0] + numbers[-2]) / 2, (numbers[1] + numbers[-1]) / 2

"""What models write as places, keys and turns of the wheel, as the schema takes it.

A place is read on a canvas: the width and height that the model's coordinates count to. Knows no calls.
"""

import re
from typing import Any

from actions.dialects.forms import shortest
from actions.errors import UnreadableReplyError
from actions.input.keys import canonical_key

MOST_NOTCHES = 50
_TO_999 = 999
_MOST_NUMBERS = 64
_LONGEST_PLACE = 400
_NUMBER = re.compile(r"[-+]?\d{1,9}(?:\.\d{1,9})?")
_TAG = re.compile(r"<[^<>]*>")
_KEY = re.compile(r"(\+|[^+]+)(?:\+|\Z)")
_SPACED_PLUS = re.compile(r"\s+\+\s+(?=\S)")
_LEFT_OVER = re.compile(r"^(?:keys=\[?|\[)['\"]?|['\"]\]$")


def notches(amount: float, unit: int) -> int:
    """Return notches of the wheel, as many as an action may have; less than half a unit means notches already.

    pyautogui takes it so, with which these models learnt to scroll.
    """
    return round(max(1, min(amount / unit if 2 * amount >= unit else amount, MOST_NOTCHES)))


def key_names(value: Any) -> Any:
    """Return the names of keys in `"ctrl c"`, `"ctrl+c"` or a list of either, whatever brackets are left in them."""
    if isinstance(value, list | tuple):
        return [name for part in value for name in key_names(part)]
    if not isinstance(value, str):
        return [value]
    bare = value if len(value) == 1 else _LEFT_OVER.sub("", value.strip())
    try:
        return [canonical_key(bare)]
    except ValueError:
        return [key for part in _SPACED_PLUS.sub("+", bare).split() for key in _KEY.findall(part)] or [bare]


def place(value: Any, canvas: tuple[int, int]) -> list[float]:
    """Return a point, or a box, on the canvas in thousandths. A place on its far edge is on it."""
    numbers = _numbers(value)
    if len(numbers) not in (2, 4):
        raise UnreadableReplyError("A coordinate is [x, y] in pixels.")
    sides = [screen_side(side) for side in canvas] * 2
    if not all(0 <= n <= side for n, side in zip(numbers, sides, strict=False)):
        width, height = sides[:2]
        raise UnreadableReplyError(f"{str(numbers)[:80]} lies outside the screen of {width}x{height} pixels.")
    return [min(n / side * 1000, 1000.0) for n, side in zip(numbers, canvas * 2, strict=False)]


def screen_side(side: int) -> int:
    """Return the side of the screen that a model is told: one that counts to 999 is told a screen of 1000."""
    return side + 1 if side == _TO_999 else side


def _numbers(value: Any) -> list[float]:
    if isinstance(value, str):
        return [shortest(float(number)) for number in _NUMBER.findall(_TAG.sub(" ", value[:_LONGEST_PLACE]))]
    if isinstance(value, list | tuple):
        return [number for part in value[:_MOST_NUMBERS] for number in _numbers(part)]
    return [value] if isinstance(value, int | float) and not isinstance(value, bool) else []

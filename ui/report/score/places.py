"""Screenshots of recorded steps, and where on them something was right or was answered, in per cent."""

import json
from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from pydantic import JsonValue

from actions.quotation import shortened
from actions.schema import Action, Box
from actions.targets import targets
from agent.errors import RecordingError
from tasks.recorded.scores.report import JudgedStep
from tasks.recorded.steps import BadRecordError, Screenshot
from tasks.recorded.trajectories.notations.call import Call

_LONGEST_CALLS = 600  # characters


def open_screenshot(path: Path) -> Image.Image:
    """Return a screenshot. Raises `RecordingError`."""
    try:
        return _screenshot(path).open()
    except BadRecordError as error:
        raise RecordingError(str(error)) from error


def open_taken_out(path: Path) -> Image.Image:
    """Return a screenshot that was taken out of a record. Raises `RecordingError`."""
    if not path.exists():
        raise RecordingError("The screenshot stands in the data, which is not where it was, or not as it was.")
    return open_screenshot(path)


def size_of(step: JudgedStep) -> tuple[int, int] | None:
    """Return the screenshot's width and height in pixels, where that is known."""
    try:
        size = step.size or _screenshot(Path(step.screenshot)).size
    except BadRecordError:
        return None
    return size if min(size) > 0 else None


def _screenshot(path: Path) -> Screenshot:
    """Return the screenshot of a plain file: what a verdict names may be anything. Raises `BadRecordError`."""
    try:
        is_other = path.exists() and not path.is_file()
    except (OSError, ValueError) as error:
        raise BadRecordError(f"the screenshot {path.name!r} cannot be read: {error}.") from error
    if is_other:
        raise BadRecordError(f"the screenshot {path.name} is no file.")
    return Screenshot(path)


def aims(actions: Sequence[Action]) -> tuple[Box, ...]:
    """Return where actions aim, in per cent."""
    return in_percent([box for action in actions for box in targets(action)])


def in_percent(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Return boxes in thousandths as boxes in per cent."""
    return tuple(Box(*(edge / 10 for edge in box)) for box in boxes)


def place_in_percent(pixels: tuple[float, float], size: tuple[int, int] | None) -> tuple[Box, ...]:
    """Return a place in pixels as a point in per cent, kept on the picture."""
    if not size:
        return ()
    x, y = (min(max(100 * place / side, 0.0), 100.0) for place, side in zip(pixels, size, strict=True))
    return (Box(x, y, x, y),)


def places_of_calls(calls: Sequence[tuple[str, JsonValue]]) -> tuple[Box, ...]:
    """Return where calls in AgentNet's words point, in per cent, kept on the picture."""
    places = (Call.from_json(*call).place for call in calls)
    kept = ([min(max(100 * edge, 0.0), 100.0) for edge in place] for place in places if place)
    return tuple(Box(x, y, x, y) for x, y in kept)


def said_of_calls(calls: Sequence[tuple[str, JsonValue]]) -> str:
    """Return calls as they were written."""
    written = (f"{name} {json.dumps(value, ensure_ascii=False)}" for name, value in calls)
    return shortened(", ".join(written), _LONGEST_CALLS)


def in_pixels(pixels: tuple[float, float] | None) -> str:
    """Return a place in words, empty where there is none."""
    return f"({pixels[0]:g}, {pixels[1]:g})" if pixels else ""

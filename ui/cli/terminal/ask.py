"""Asks in the terminal whether an action may be done, and shows where it aims."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from PIL import Image, ImageDraw

from actions.schema import Action, Box, TypeText
from actions.targets import targets
from agent.recording import private
from agent.step import Observation
from ui.wording import in_words, unsaid_text, visible

Ask: TypeAlias = Callable[[str], str | None]
"""Puts a question; returns the line that was typed, or None where there is none."""

Say: TypeAlias = Callable[[str], None]

_MARGIN = 200  # pixels of the screenshot around the targets
_LEAST_SIDE = 8  # pixels: a point's box has none
_RED = (220, 0, 0)


def ask_approval(
    action: Action, observation: Observation, reason: str, picture: Path, ask: Ask, say: Say
) -> Action | None:
    """Return the action as the user approves it, perhaps with another text, or None.

    Saves a `picture` (PNG) of where it aims. Raises `OSError` where that cannot be written.
    """
    say(reason)
    _describe(action, say)
    _show_places(targets(action), observation, picture, say)
    choices = "y(es), n(o), e(dit the text)" if isinstance(action, TypeText) else "y(es), n(o)"
    while (answer := ask(f"Do it? {choices}: ")) is not None:
        match answer.strip().lower(), action:
            case (("y" | "yes" | "是"), _):
                return action
            case (("n" | "no" | "否" | ""), _):
                return None
            case (("e" | "edit" | "改"), TypeText()):
                action = _edited(action, ask)
                _describe(action, say)
    return None


def _describe(action: Action, say: Say) -> None:
    say(f"→ {visible(in_words(action))}")
    if text := unsaid_text(action):
        say(text)


def _edited(action: TypeText, ask: Ask) -> TypeText:
    text = ask("The text instead: ")
    return action.model_copy(update={"text": text}) if text else action


def _show_places(boxes: Sequence[Box], observation: Observation, picture: Path, say: Say) -> None:
    if not boxes:
        say("  It goes to what has the focus.")
        return
    for box in boxes:
        x, y = observation.view.pointer_at(box.centre)
        say(f"  at {x}, {y}")
    private.write_png(_picture(observation.image, boxes), picture)
    say(f"  {picture}")


def _picture(image: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    """Return the part of the screenshot around the boxes, with these drawn in red."""
    marked = image.copy()
    frames = [_frame(box, image) for box in boxes]
    for frame in frames:
        ImageDraw.Draw(marked).rectangle(frame, outline=_RED, width=2)
    lefts, tops, rights, bottoms = zip(*frames, strict=True)
    left, top = max(0, min(lefts) - _MARGIN), max(0, min(tops) - _MARGIN)
    right, bottom = min(image.width, max(rights) + _MARGIN), min(image.height, max(bottoms) + _MARGIN)
    return marked.crop((left, top, right, bottom))


def _frame(box: Box, image: Image.Image) -> tuple[int, int, int, int]:
    """Return a box in pixels, large enough to be seen."""
    x, y = (box.x1 + box.x2) * image.width / 2000, (box.y1 + box.y2) * image.height / 2000
    half_width = max((box.x2 - box.x1) * image.width / 2000, _LEAST_SIDE)
    half_height = max((box.y2 - box.y1) * image.height / 2000, _LEAST_SIDE)
    return round(x - half_width), round(y - half_height), round(x + half_width), round(y + half_height)

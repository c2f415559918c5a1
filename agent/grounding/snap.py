"""Moves a place onto the text that the answer names: the model reads better than it points.

Only where the answer quotes a text, that is read near the place and once, and the place is not on it already. A place
inside a control that bears no text is left alone: beside its label a field is meant, and not the label.
"""

import re

from actions.schema import Action, Box, Click, Hover, LongPress
from actions.targets import targets
from agent.grounding.asking import Asking, Revision
from agent.grounding.places import distance, placed
from agent.grounding.reply import Heard
from model.sight.extent import Extent, extent_at
from model.sight.labels import lines_in
from model.sight.locate import Closeness, Match, comparable, find
from model.sight.ocr import Ocr, as_pixels
from model.sight.text_line import PixelBox, TextLine, box_around

_READ = (0.2, 0.12)  # of the screenshot's width and height, to each side of the place
_NEAR = 0.08  # of the width
_AT_EDGE = 2  # pixels
_LONGEST = 60  # characters of a label
_MARKS = (('"', '"'), ("“", "”"), ("\u2018", "\u2019"), ("「", "」"), ("『", "』"), ("`", "`"))
_QUOTED = re.compile(
    "|".join([*(rf"{start}([^{start}{end}\n]+){end}" for start, end in _MARKS), r"(?<!\w)'([^'\n]+)'(?!\w)"])
)


def snap(asking: Asking, first: Heard, *, ocr: Ocr) -> Revision | None:
    """Move the place of a press onto the text that it names. Raises `GenerationStopped`; no model is asked."""
    parsed = first.parsed
    if parsed is None or not isinstance(parsed.action, Click | LongPress | Hover):
        return None
    names = named(parsed.reason)
    if not names:
        return None
    with asking.working():
        moved = _on_text(asking, names, parsed.action, ocr)
    return Revision(first, *moved) if moved else None


def named(text: str) -> list[str]:
    """Return what stands in quotation marks and may be a label, each once."""
    found = ("".join(groups).strip() for groups in _QUOTED.findall(text))
    return list(dict.fromkeys(name for name in found if name and len(name) <= _LONGEST))


def _on_text(asking: Asking, names: list[str], action: Action, ocr: Ocr) -> tuple[Action, str] | None:
    """Return the action on the one text of these names that is near, and what was done."""
    pixels = as_pixels(asking.screenshot)
    size = asking.screenshot.size
    (aim,) = targets(action)
    place = aim.centre.x / 1000 * size[0], aim.centre.y / 1000 * size[1]
    extent = extent_at(pixels, place)
    area = box_around(place, (_READ[0] * size[0], _READ[1] * size[1]), size)
    lines = [line for line in lines_in(ocr, pixels, area, asking.stop) if not _is_cut(line.box, area, size)]
    match = _only(names, lines)
    if match is None or match.box.distance_to(place) > _NEAR * size[0]:
        return None
    if _is_there(match, place, extent, lines):
        return None
    box = Box(*(n / side * 1000 for n, side in zip(match.box, size * 2, strict=True)))
    note = f"Moved by {distance([aim], [box]):.1f} thousandths onto the text that it names."
    return placed(action, [box]), note


def _only(names: list[str], lines: list[TextLine]) -> Match | None:
    """Return the one line that says any of the names and nothing else; None where there is none, or several."""
    found = [match for name in names for match in comparable(find(name, lines)) if match.closeness <= Closeness.BARE]
    return found[0] if len({match.box for match in found}) == 1 else None


def _is_cut(line: PixelBox, area: PixelBox, size: tuple[int, int]) -> bool:
    """Say whether a line may go on beyond what was read: what is seen of "Save As" is no "Save"."""
    left = line.x1 <= area.x1 + _AT_EDGE and area.x1 > 0
    right = line.x2 >= area.x2 - _AT_EDGE and area.x2 < size[0]
    return left or right


def _is_there(match: Match, place: tuple[float, float], extent: Extent | None, lines: list[TextLine]) -> bool:
    """Say whether the place is on the text, on the control that bears it, or on a control that bears none."""
    if match.box.has(place):
        return True
    if extent is None or not extent.closed:
        return False
    inside = [line for line in lines if extent.box.has(line.box.centre)]
    return not inside or any(line is match.line for line in inside)

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
from model.sight.engine import Pixels
from model.sight.extent import Extent, extent_at
from model.sight.labels import lines_in
from model.sight.locate import Closeness, Match, find
from model.sight.ocr import Ocr, as_pixels
from model.sight.parts import is_blank
from model.sight.text_line import PixelBox, TextLine, box_around

_READ = (0.2, 0.12)  # of the screenshot's width and height, to each side of the place
_NEAR = 0.08  # of the width
_AT_EDGE = 1.0  # of a line's height: where reading ends in a space, more may follow
_GAP = 0.4  # of a line's height: wider than a space
_LETTERS = 0.2  # of a line's height: above and below may be a bar's edges
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
    lines = lines_in(ocr, pixels, area, asking.stop)
    found = [match for name in names for match in find(name, lines) if _says_it(match, pixels)]
    match = found[0] if len({match.box for match in found}) == 1 else None
    if match is None or match.box.distance_to(place) > _NEAR * size[0] or _is_cut(match.box, area, size):
        return None
    if _is_there(match, place, extent, lines):
        return None
    box = Box(*(n / side * 1000 for n, side in zip(match.box, size * 2, strict=True)))
    note = f"Moved by {distance([aim], [box]):.1f} thousandths onto the text that it names."
    return placed(action, [box]), note


def _says_it(match: Match, pixels: Pixels) -> bool:
    """Say whether a label says the name and nothing else: the line does, or in a bar's line the words stand apart."""
    if match.closeness <= Closeness.BARE:
        return True
    line, box, gap = match.line.box, match.box, _GAP * match.box.height
    left = box.x1 <= line.x1 or _is_free(pixels, box._replace(x1=box.x1 - gap, x2=box.x1))
    right = box.x2 >= line.x2 or _is_free(pixels, box._replace(x1=box.x2, x2=box.x2 + gap))
    return match.closeness is Closeness.WORDS and left and right


def _is_free(pixels: Pixels, area: PixelBox) -> bool:
    letters = _LETTERS * area.height
    return is_blank(pixels, area._replace(y1=area.y1 + letters, y2=area.y2 - letters))


def _is_cut(box: PixelBox, area: PixelBox, size: tuple[int, int]) -> bool:
    """Say whether a text may go on beyond what was read: what is seen of "Save As" is no "Save"."""
    edge = _AT_EDGE * box.height
    return (box.x1 < area.x1 + edge and area.x1 > 0) or (box.x2 > area.x2 - edge and area.x2 < size[0])


def _is_there(match: Match, place: tuple[float, float], extent: Extent | None, lines: list[TextLine]) -> bool:
    """Say whether the place is on the text, on the control that bears it, or on a control that bears none."""
    if match.box.has(place):
        return True
    if extent is None or not extent.closed:
        return False
    inside = [line for line in lines if extent.box.has(line.box.centre)]
    alone = match.closeness <= Closeness.BARE and inside == [match.line]  # and not an entry of a bar
    return alone or not inside

"""Selecting a text with the mouse. That all of it is selected is seen: another ground lies under every letter then."""

from model.reader.acting.place import Place
from model.reader.acting.pointer.pointing import box_of
from model.reader.acting.pointer.selection import inked, is_selected, noted
from model.reader.acting.way import Act, Way, click, drag, spot
from model.reader.finding.named.pieces import piece_of
from model.reader.plan import Highlight
from model.reader.scene import Scene
from model.sight.text_line import PixelBox

_BEFORE, _BEHIND = 0.03, 0.15  # heights of a line: behind a full stop is room that belongs to it


def _highlight(due: Highlight, place: Place, scene: Scene) -> Act | None:
    """Drag from the beginning of the text to its end; then, with the keys, all of what has the focus."""
    if place.stage:
        return None
    lines = [inked(box, scene) for box in _boxes(due, scene)]
    first, last = lines[0], lines[-1]
    notes = place.notes if place.tries else noted(lines, scene)
    if place.tries:
        return Act("highlighted", click(first, scene, clicks=3), notes)
    start = spot(first.x1 - _BEFORE * first.height, first.centre[1], 1)
    end = spot(last.x2 + _BEHIND * last.height, last.centre[1], 1)
    return Act("highlighted", drag(start, end, scene), notes)


def _boxes(due: Highlight, scene: Scene) -> tuple[PixelBox, ...]:
    if due.target.part or not due.target.text:
        return piece_of(due.target, scene).boxes
    return (box_of(due.target, scene),)


HIGHLIGHT: Way[Highlight] = Way(_highlight, seen=lambda due, place, scene: is_selected(place, scene))

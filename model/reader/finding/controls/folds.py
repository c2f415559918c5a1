"""What folds on a screen: what is seen to be open or closed, or else wide bars that are named at their left end."""

from model.reader.finding.candidate import Candidate, inside_only
from model.reader.scene import Scene
from model.sight.element import Element, Kind

_BARS = frozenset({Kind.BUTTON, Kind.ROW, Kind.LIST_ITEM, Kind.TAB, Kind.DROPDOWN, Kind.FIELD, Kind.MENU_ITEM})
_WIDE = 6.0  # heights of a bar
_LEFT = 0.25  # of a bar's width: where its words begin


def folds(scene: Scene) -> list[Candidate]:
    """Return what folds, in reading order."""
    seen = [element for element in scene.elements if element.expanded is not None]
    return [inside_only(element) for element in seen or filter(lambda e: _is_bar(e, scene), scene.elements)]


def _is_bar(element: Element, scene: Scene) -> bool:
    box = element.box
    if element.kind not in _BARS or box.width < _WIDE * box.height:
        return False
    words = [line for line in scene.unstated_lines if box.has(line.box.centre)]
    left, right = box.x1 + _LEFT * box.width, box.x2 - _LEFT * box.width
    return bool(words) and words[0].box.x1 < left and words[-1].box.x2 < right

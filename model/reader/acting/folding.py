"""Opening and closing what folds: sections, trees, menus."""

from collections.abc import Sequence

from model.reader.acting.place import Place
from model.reader.acting.pointing import box_of
from model.reader.acting.way import Act, Way, click
from model.reader.finding.find import NotFoundError
from model.reader.plan import Expand
from model.reader.scene import Scene
from model.sight.element import Element
from model.sight.text_line import PixelBox

_BESIDE = 3.0  # heights of a line between a sign of folding and its words


def _expand(due: Expand, place: Place, scene: Scene) -> Act | None:
    if place.stage:
        return None
    folds = [e for e in scene.elements if e.expanded is not None]
    if not due.target.text and not due.target.relations:
        waiting = [e for e in folds if e.expanded is not due.open]
        if waiting:
            return Act("folded", click(waiting[0].box, scene))
        if folds:
            return None
        raise NotFoundError(due.target)
    box = box_of(due.target, scene, place.tries)
    fold = _fold_of(box, folds)
    if fold and fold.expanded is due.open:
        scene.think(f"{due.target} is {'open' if due.open else 'closed'} already.")
        return None
    return Act("folded", click(fold.box if fold else box, scene))


def _fold_of(box: PixelBox, folds: Sequence[Element]) -> Element | None:
    """Return what folds under some words: the element they lie on, or the sign before them."""
    on = [e for e in folds if e.box.has(box.centre)]
    before = [
        e
        for e in folds
        if abs(e.box.centre[1] - box.centre[1]) < box.height and 0 <= box.x1 - e.box.x2 < _BESIDE * box.height
    ]
    return min([*on, *before], key=lambda e: e.box.distance_to(box.centre), default=None)


EXPAND: Way[Expand] = Way(_expand)

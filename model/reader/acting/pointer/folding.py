"""Opening and closing what folds: sections, trees, menus."""

from collections.abc import Sequence

from model.reader.acting.place import Place
from model.reader.acting.pointer.pointing import box_of
from model.reader.acting.way import Act, Way, click
from model.reader.finding.controls.folds import folds
from model.reader.finding.find import NotFoundError
from model.reader.plan import Expand, Target
from model.reader.scene import Scene
from model.sight.element import Element
from model.sight.text_line import PixelBox

_BESIDE = 3.0  # heights of a line between a sign of folding and its words


def _expand(due: Expand, place: Place, scene: Scene) -> Act | None:
    if place.stage:
        return None
    if due.target == Target():
        return _whatever_folds(due, scene)
    box = box_of(due.target, scene, place.tries)
    fold = _fold_of(box, [e for e in scene.elements if e.expanded is not None])
    if fold and fold.expanded is due.open:
        scene.think(f"{due.target} is {'open' if due.open else 'closed'} already.")
        return None
    return Act("folded", click(fold.box if fold else box, scene))


def _whatever_folds(due: Expand, scene: Scene) -> Act | None:
    """Click the first that is not so yet, or whose state is not to be seen."""
    found = folds(scene)
    if not found:
        raise NotFoundError(due.target)
    waiting = [place for place in found if place.element is None or place.element.expanded is not due.open]
    return Act("folded", click(waiting[0].box, scene)) if waiting else None


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

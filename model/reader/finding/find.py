"""Chooses the place that a target means, and says why; or says that there is none.

A control comes before a sentence that mentions it, the closest words before others, and among equals the one that the
target counts to, else one in a dialog, else the one nearest to the last action, else the first in reading order.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import TypeAlias

from model.reader.address import Cells
from model.reader.finding.candidate import Candidate, in_reading_order, inside_only
from model.reader.finding.controls.cards import is_on_card
from model.reader.finding.controls.folds import folds
from model.reader.finding.controls.kinds import alike
from model.reader.finding.controls.menus import in_menu_bar
from model.reader.finding.items import keyed, same_item
from model.reader.finding.looks.drawn import drawn
from model.reader.finding.looks.rooms import empty_room
from model.reader.finding.looks.rules import is_parted
from model.reader.finding.most import with_most
from model.reader.finding.named.naming import named
from model.reader.finding.named.senders import only_sender
from model.reader.finding.ranking import distance, fit, is_as_good, is_behind, likeness
from model.reader.finding.relations import nearest_way
from model.reader.finding.sheets.sheet import Sheet, addressed, text_of
from model.reader.plan import EMPTY_ROOM, IT, Relation, Target
from model.reader.scene import It, Scene
from model.reader.statement import is_only_stated
from model.sight.element import Element, Kind
from model.sight.locate import Closeness
from model.sight.text_line import PixelBox

_Anchor: TypeAlias = tuple[PixelBox, PixelBox | None]
"""What another thing is beside, and its row where one is known."""

_BLANK = Target()
"""Whatever folds there."""

_NAME_WORDS = 3  # at most, of a name: more are a sentence
_DEEPEST = 4  # relations of relations
_HOLDERS = frozenset({Kind.DIALOG, Kind.MENU, Kind.ROW, Kind.LIST_ITEM})


class NotFoundError(Exception):
    """Nothing on the screen is what a target says, unless it is `stated` in the goal's own words there.

    `why` says in a sentence what is missing, where that is not the target's words.
    """

    def __init__(self, target: Target, *, stated: bool = False, why: str = "") -> None:
        super().__init__(str(target))
        self.target, self.stated, self.why = target, stated, why


@dataclass(frozen=True)
class Found:
    """The place chosen for a target, the reason in a sentence, and how many fitted as well."""

    place: Candidate
    why: str = ""
    equals: int = 1


def find_all(target: Target, scene: Scene) -> list[Candidate]:
    """Return every place that is what the target says, in reading order; its ordinal is left aside."""
    ranked = _near_it(replace(target, ordinal=0), scene)
    best = likeness(ranked[0], target)[:2] if ranked else ()
    return in_reading_order(place for place in ranked if likeness(place, target)[:2] == best)


def find_equals(target: Target, scene: Scene) -> list[Candidate]:
    """Return the places that fit a target as well as the best one does, in reading order."""
    ranked = _near_it(target, scene) if target.text else []
    return in_reading_order(place for place in ranked if fit(place, target) == fit(ranked[0], target))


def find_one(target: Target, scene: Scene, tried: int = 0) -> Found:
    """Return the place that a target means; after so many `tried` in vain, the next best.

    Raises `NotFoundError` where there is none.
    """
    ranked = _near_it(target, scene) or only_sender(target, scene)
    if target.most:
        ranked = with_most(ranked, target.most, scene)
    if target.ordinal:
        return _counted(target, ranked, scene)
    if not ranked:
        raise _missing(target, scene)
    if tried:
        ranked = [place for place in ranked if is_as_good(place, ranked[0], target)]
        place = ranked[min(tried, len(ranked) - 1)]
        return Found(place, f"{tried} of {len(ranked)} places showed no effect.", len(ranked))
    equals = sum(fit(place, target) == fit(ranked[0], target) for place in ranked)
    which = "one nearest to the last action" if scene.near else "first"
    return Found(ranked[0], f"{equals} places fit; I take the {which}." if equals > 1 else "", equals)


def _counted(target: Target, ranked: Sequence[Candidate], scene: Scene) -> Found:
    best = likeness(ranked[0], target)[:3] if ranked else ()
    alike = [place for place in ranked if likeness(place, target)[:3] == best]
    if len(alike) < target.ordinal:  # some of them may not have been seen as the controls that they are
        alike = [place for place in ranked if likeness(place, target)[:2] == best[:2]]
    if len(alike) < target.ordinal or not alike:
        raise _missing(target, scene)
    in_order = in_reading_order(alike)
    chosen = in_order[-1 if target.ordinal < 0 else target.ordinal - 1]
    return Found(chosen, f"{len(alike)} places fit; I count them from the top.", len(alike))


def _missing(target: Target, scene: Scene) -> NotFoundError:
    return NotFoundError(target, stated=bool(target.text) and is_only_stated(target.text, scene.lines, scene.said))


def _near_it(target: Target, scene: Scene) -> list[Candidate]:
    """Return the places that fit, in a loop over several first those that belong to the one whose turn it is.

    Where other things of the list have such an icon, one elsewhere is of a thing whose beginning is out of view.
    """
    if not scene.it or target.it or target.relations:
        return _ranked(target, scene)
    if own := _ranked(_of_it(target), scene):
        return own
    items = [item.box for item in find_all(scene.it.each, _alone(scene))]
    ranked = _ranked(target, scene)
    if any(place.kind is Kind.ICON and is_on_card(place.box, items, scene) for place in ranked):
        return []
    return ranked if len(ranked) == 1 or target.kind is not Kind.ICON else []


def _of_it(target: Target) -> Target:
    return replace(target, relations=(Relation("in the row of", IT),))


def the_one(it: It, scene: Scene) -> Candidate:
    """Return where the one is whose turn it is. Raises `NotFoundError` where it is gone."""
    places = [place for key, place in keyed(find_all(it.each, _alone(scene))) if same_item(key, it.key)]
    if not places:
        raise NotFoundError(IT)
    return places[0]


def _alone(scene: Scene) -> Scene:
    """Return the screen outside of any loop."""
    alone = copy(scene)
    alone.it = None
    return alone


def _ranked(target: Target, scene: Scene, depth: int = 0) -> list[Candidate]:
    """Return the places that fit, the best first."""
    places = _places(target, scene)
    if target.where == "menu bar":
        places = in_menu_bar(places, scene.lines) or places
    for relation in target.relations if depth < _DEEPEST else ():
        places = _related(places, relation, scene, depth + 1)
    in_order = in_reading_order(places)
    return sorted(
        in_order,
        key=lambda place: (fit(place, target), place.away, is_behind(place.box, scene), distance(place, scene)),
    )


def _places(target: Target, scene: Scene) -> list[Candidate]:
    if target.it:
        return [the_one(scene.it, scene)] if scene.it else []
    if target.shape == EMPTY_ROOM:
        room = empty_room(scene.pixels)
        return [Candidate(room, Kind.SHAPE)] if room else []
    if target.colour or target.shape:
        return drawn(target, scene)
    if (cells := addressed(target)) and (sheet := scene.sheet):
        return _in_sheet(target, cells, sheet, scene)
    if target.text:
        is_entry = target.where == "menu"  # and no label of something else
        return named(target.text, scene, target.kind or (Kind.MENU_ITEM if is_entry else None))
    if target == _BLANK and (folding := folds(scene)):
        return folding
    if target.kind is None:
        return [Candidate(line.box, Kind.TEXT, line.text) for line in scene.unstated_lines]
    return _of_kind(target.kind, scene)


def _in_sheet(target: Target, cells: Cells, sheet: Sheet, scene: Scene) -> list[Candidate]:
    """Return the cell of an address, unless a dialog that lies over the sheet reads it. Raises `NotFoundError`."""
    dialogs = [element.box for element in scene.elements if element.kind is Kind.DIALOG]
    read = [place for place in named(target.text, scene) if place.closeness <= Closeness.BARE] if dialogs else []
    if over := [place for place in read if any(box.has(place.box.centre) for box in dialogs)]:
        return over
    box = sheet.box_of(cells)
    if box is None:
        raise NotFoundError(target, why=f"{cells} is not in view of the sheet, which shows {sheet}")
    text = text_of(cells, sheet, scene)
    return [Candidate(box, Kind.CELL, text, Element(Kind.CELL, box, text=text))]


def _of_kind(kind: Kind, scene: Scene) -> list[Candidate]:
    """Return all of a kind, or what calls itself so ("Tab 1"), or what else people may mean by it."""
    shown = [element for element in scene.elements if not scene.is_stated_at(element.box)]
    if own := [inside_only(element) for element in shown if element.kind is kind]:
        return own
    if called := [place for place in named(str(kind), scene) if len(place.text.split()) <= _NAME_WORDS]:
        return called
    likely = ([inside_only(e) for e in shown if e.kind is other] for other in alike(kind))
    return next(filter(None, likely), [])


def _related(places: Sequence[Candidate], relation: Relation, scene: Scene, depth: int) -> list[Candidate]:
    """Return the places for which a relation holds, with how far they are. Raises `NotFoundError` without anchors."""
    if relation.how == "labelled":
        labelled = {place.area for place in named(relation.to.text, scene) if place.element}
        if own := [place for place in places if place.area in labelled]:
            return own
    anchors = _anchors(relation, scene, depth)
    if relation.how == "inside" and not anchors and not relation.to.text:
        return list(places)  # what it is inside of was not seen as such
    if not anchors:
        raise _missing(relation.to, scene)
    ways = [
        (place, nearest_way(relation.how, place.box, _reaching(relation, place, anchors, scene))) for place in places
    ]
    return [replace(place, away=place.away + way) for place, way in ways if way is not None]


def _reaching(relation: Relation, place: Candidate, anchors: Sequence[_Anchor], scene: Scene) -> Sequence[_Anchor]:
    """Return the anchors from which no line parts a place: below a line across begins another row."""
    if relation.how != "in the row of":
        return anchors
    return [anchor for anchor in anchors if not is_parted(scene.pixels, anchor[0], place.box)]


def _anchors(relation: Relation, scene: Scene, depth: int) -> list[_Anchor]:
    ranked = _ranked(relation.to, scene, depth)
    if relation.to.ordinal or relation.to.most:
        ranked = [find_one(relation.to, scene).place]
    best = likeness(ranked[0], relation.to)[:2] if ranked else ()
    places = [place for place in ranked if likeness(place, relation.to)[:2] == best]
    if relation.how == "inside":
        return [(box, None) for place in places if (box := _holder(place, scene))]
    return [(place.box, _row(place, scene)) for place in places]


def _holder(place: Candidate, scene: Scene) -> PixelBox | None:
    """Return the smallest thing that holds others and on which a place is."""
    if place.element and place.element.kind in _HOLDERS:
        return place.element.box
    boxes = [e.box for e in scene.elements if e.kind in _HOLDERS and e.box.has(place.box.centre)]
    return min(boxes, key=lambda box: box.width * box.height, default=place.element.part_of if place.element else None)


def _row(place: Candidate, scene: Scene) -> PixelBox | None:
    rows = [e.box for e in scene.elements if e.kind is Kind.ROW and e.box.has(place.box.centre)]
    return min(rows, key=lambda box: box.height, default=None)

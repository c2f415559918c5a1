"""Candidates by their words: lines of text, the labels beside controls, the names of icons.

The goal's own statement on the screen is none of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from model.reader.finding.candidate import Candidate, in_reading_order
from model.reader.finding.controls.kinds import OTHER, is_control, tier
from model.reader.finding.looks.inked import is_coloured
from model.reader.finding.named.synonyms import drawn_alike, synonyms
from model.reader.scene import Scene
from model.reader.statement import find_outside
from model.sight import query
from model.sight.element import Element, Kind
from model.sight.locate import Closeness, Match, find
from model.sight.text_line import PixelBox, TextLine

_LABEL_REACH = 3.0  # heights of a label's line
_HOLDING = frozenset({Kind.FIELD, Kind.SPINNER, Kind.DROPDOWN})
"""What shows a value of its own, which is no name of it."""

_STRONG = Closeness.WORDS


def named(phrase: str, scene: Scene, kind: Kind | None = None) -> list[Candidate]:
    """Return the places that read a phrase or are named by it; only where none does, those of its synonyms.

    A label stands for its control, unless another kind of control was asked for.
    """
    found = _named(phrase, scene, kind)
    if any(candidate.closeness <= Closeness.BARE for candidate in found):
        return found
    by_synonym = [place for word in synonyms(phrase) for place in _by_name(word, scene)]
    if not by_synonym and not any(candidate.closeness <= _STRONG for candidate in found):
        by_synonym = [place for word in drawn_alike(phrase) for place in _by_name(word, scene)]
    if not by_synonym and not any(candidate.closeness <= _STRONG for candidate in found):
        others = (place for word in synonyms(phrase) for place in _named(word, scene, kind))
        by_synonym = [place for place in others if place.closeness <= Closeness.BARE]
    places = [*found, *by_synonym]
    return places or ([*_by_look(phrase, scene)] if kind is Kind.ICON else [])


def _named(phrase: str, scene: Scene, kind: Kind | None) -> list[Candidate]:
    labelled = [place for place in _by_label(phrase, scene) if tier(kind, place.kind) < OTHER]
    read = [place for place in _by_lines(phrase, scene) if not _is_label(place, labelled)]
    return in_reading_order([*read, *labelled, *_by_name(phrase, scene)])


def _by_lines(phrase: str, scene: Scene) -> Iterator[Candidate]:
    for match in find_outside(phrase, scene.lines, scene.said):
        host = host_of(match.box, scene.elements)
        place = replace(_candidate(match, phrase, match.box, host), held=host is not None and host.kind in _HOLDING)
        if host is None or (host.kind is Kind.LINK and match.surplus):
            place = replace(place, kind=Kind.LINK if is_coloured(scene.pixels, match.box) else Kind.TEXT)
        yield place


def _by_label(phrase: str, scene: Scene) -> Iterator[Candidate]:
    """Yield the controls whose label reads so; what is written on a control was read as a line."""
    read, outside = find(phrase, scene.lines), find_outside(phrase, scene.lines, scene.said)
    stated = {match.line.text for match in read} - {match.line.text for match in outside}
    for element in scene.elements:
        if element.label and is_control(element.kind) and element.label not in stated:
            line = _line(element.label, element.box)
            for match in find_outside(phrase, [line], scene.said)[:1]:
                yield _candidate(match, phrase, element.box, element)


def _by_name(phrase: str, scene: Scene) -> Iterator[Candidate]:
    for element in scene.elements:
        for match in find(phrase, [_line(element.name, element.box)])[:1] if element.name else ():
            yield _candidate(match, phrase, element.box, element)


def _by_look(phrase: str, scene: Scene) -> Iterator[Candidate]:
    """Yield the icons that may show what a phrase names."""
    for icon in (icon for icon in query.find(scene.elements, phrase, Kind.ICON) if icon.by == "name"):
        yield Candidate(icon.box, Kind.ICON, icon.element.name, icon.element, icon.closeness, icon.surplus)


def _candidate(match: Match, phrase: str, box: PixelBox, element: Element | None) -> Candidate:
    in_case = "".join(phrase.split()) in "".join(match.line.text.split())
    kind = element.kind if element else Kind.TEXT
    return Candidate(box, kind, match.line.text, element, match.closeness, match.surplus, in_case)


def _is_label(place: Candidate, labelled: Sequence[Candidate]) -> bool:
    """Say whether a place is the very label by which a control was found."""
    if place.element is not None:
        return False
    reach = _LABEL_REACH * place.box.height
    return any(
        other.element and place.text in other.element.label and _gap(place.box, other.box) <= reach
        for other in labelled
    )


def host_of(box: PixelBox, elements: Sequence[Element]) -> Element | None:
    """Return the smallest control on which a box lies."""
    hosts = [element for element in elements if is_control(element.kind) and element.box.has(box.centre)]
    return min(hosts, key=lambda element: element.box.width * element.box.height, default=None)


def _gap(box: PixelBox, other: PixelBox) -> float:
    dx = max(box.x1 - other.x2, other.x1 - box.x2, 0)
    dy = max(box.y1 - other.y2, other.y1 - box.y2, 0)
    return float(max(dx, dy))


def _line(text: str, box: PixelBox) -> TextLine:
    step = box.width / max(len(text), 1)
    return TextLine(text, box, 1.0, tuple(box.x1 + step * (place + 0.5) for place in range(len(text))))

"""Finds elements by what they say and what they are: which one "Save" means.

Text is compared as `model.sight.locate` does. A control goes before a sentence that mentions it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from model.sight.element import Element, Kind
from model.sight.icons.vocabulary import icon_names
from model.sight.locate import Closeness
from model.sight.locate import find as find_in_lines
from model.sight.text_line import PixelBox, TextLine

_FILLED = frozenset({Kind.FIELD, Kind.SPINNER, Kind.DROPDOWN, Kind.SLIDER})
_TICKED = frozenset({Kind.CHECKBOX, Kind.RADIO})
_NAMED_BESIDE = _TICKED | _FILLED
_WHOLE = 1000  # thousandths of what is certain
_AROUND = frozenset({Kind.DIALOG, Kind.ROW, Kind.SCROLLBAR})
_LOOSE = {
    **dict.fromkeys(_FILLED, _FILLED),
    **dict.fromkeys(_TICKED, _TICKED),  # there are round checkboxes, and square ones of which one is chosen
    Kind.BUTTON: frozenset({Kind.BUTTON, Kind.ICON, Kind.LINK}),
    Kind.MENU: frozenset({Kind.MENU, Kind.MENU_ITEM}),
    Kind.MENU_ITEM: frozenset({Kind.MENU_ITEM, Kind.MENU, Kind.LIST_ITEM}),
    Kind.ICON: frozenset({Kind.ICON, Kind.BUTTON}),
}


@dataclass(frozen=True)
class Found:
    """An element that a query means: `box` is where to click, `closeness` how well its words fit.

    `by` says which of its words they are: its own, those beside it, or the name of what it shows. `surplus` is how much
    else they say, or how unlikely the name is.
    """

    element: Element
    box: PixelBox
    closeness: Closeness
    by: str
    surplus: int

    @property
    def rank(self) -> tuple[int, int, int]:
        """Smaller is better."""
        return self.closeness, (*_ways(self.element.kind), "name").index(self.by), self.surplus


def _ways(kind: Kind) -> tuple[str, ...]:
    """Return which words of a kind name it, the first before the others: what a field holds is not its name."""
    return ("label", "text") if kind in _NAMED_BESIDE else ("text", "label")


def find(elements: Sequence[Element], text: str = "", kind: Kind | None = None) -> list[Found]:
    """Return the elements that a text or a kind means, best first; equals in the order of the elements.

    A kind narrows the choice to it and its like: who says "field" may mean a spinner. Without text, all of a kind.
    Among equals what stands in a dialog goes first: it lies in front. What others stand in is found by its kind alone.
    """
    wanted = [element for element in elements if _is_of(element, kind)]
    if not text:
        return [Found(element, element.box, Closeness.EXACT, "text", 0) for element in wanted]
    icons = icon_names(text)
    found = [best for element in wanted if (best := _best(element, text, icons))]
    dialogs = [element.box for element in elements if element.kind is Kind.DIALOG]
    behind = {each: not any(dialog.has(each.box.centre) for dialog in dialogs) for each in found}
    return sorted(found, key=lambda each: (each.closeness, behind[each], each.rank, _plainness(each, kind)))


def _is_of(element: Element, kind: Kind | None) -> bool:
    if kind is None:
        return element.kind not in _AROUND
    return element.kind in _LOOSE.get(kind, frozenset({kind}))


def _best(element: Element, text: str, icons: Sequence[str]) -> Found | None:
    found = [each for way in _ways(element.kind) if (each := _by(element, way, text))]
    if shown := _by_look(element, icons):
        found.append(shown)
    return min(found, key=lambda each: each.rank, default=None)


def _by(element: Element, way: str, text: str) -> Found | None:
    words = getattr(element, way)
    if not words:
        return None
    line = TextLine(words, element.box, 1.0, element.centres or _spread(words, element.box))
    match = min(find_in_lines(text, [line]), key=lambda match: match.rank, default=None)
    if match is None:
        return None
    box = match.box if way == "text" and element.kind is Kind.TEXT else element.box
    return Found(element, box, match.closeness, way, match.surplus)


def _by_look(element: Element, icons: Sequence[str]) -> Found | None:
    """Return the element for what it shows, or else for the likeliest of the wanted icons that it may show.

    Of several that show the same, the surest goes first.
    """
    likely = dict(element.may_show)
    if element.name in icons:
        surplus = _WHOLE * icons.index(element.name) + _unlikely(likely.get(element.name, element.score))
        return Found(element, element.box, Closeness.SAME, "name", surplus)
    best = max((likely[name] for name in icons if name in likely), default=None)
    return None if best is None else Found(element, element.box, Closeness.ALIKE, "name", _unlikely(best))


def _unlikely(score: float) -> int:
    return round(_WHOLE * (1 - score))


def _spread(words: str, box: PixelBox) -> tuple[float, ...]:
    """Return where a text's characters stand if they are as wide as each other."""
    return tuple(box.x1 + (place + 0.5) / len(words) * box.width for place in range(len(words)))


def _plainness(found: Found, kind: Kind | None) -> int:
    """Smaller goes first among equals: the very kind that was asked for, what is pressed, words, what is filled in."""
    if found.element.kind is kind:
        return 0
    return 2 if found.element.kind is Kind.TEXT else 3 if found.element.kind in _FILLED else 1

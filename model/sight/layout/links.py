"""Which words are links: underlined ones, and coloured ones among words that are not."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.layout.ink import Ink, ink_of

_COLOURFUL, _PLAIN = 0.55, 0.3  # saturation of a link's letters, and of what the other words have at most
_LONGEST = 80  # characters


def mark_links(pixels: Pixels, elements: Sequence[Element]) -> list[Element]:
    """Return the elements, with free words that are drawn as links marked as such."""
    free = [element for element in elements if _may_be_link(element)]
    inks = {element: ink for element in free if (ink := ink_of(pixels, element.box))}
    plain = not inks or float(np.median([ink.saturation for ink in inks.values()])) <= _PLAIN
    links = {element for element, ink in inks.items() if ink.underlined or (plain and _is_coloured(ink))}
    return [replace(element, kind=Kind.LINK) if element in links else element for element in elements]


def _may_be_link(element: Element) -> bool:
    return element.kind is Kind.TEXT and element.part_of is None and len(element.text) <= _LONGEST


def _is_coloured(ink: Ink) -> bool:
    """Say whether letters are blue, as browsers and toolkits draw links; red and green words are warnings."""
    blue, green, red = ink.colour
    return ink.saturation >= _COLOURFUL and blue >= max(green, red)

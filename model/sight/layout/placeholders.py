"""Which words in a field are only its hint: fainter than what people type. A hint names the field."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.layout.ink import ink_of
from model.sight.text_line import PixelBox

_FAINTER = 0.75  # of the contrast of other words on the screen


def hints_as_labels(pixels: Pixels, elements: Sequence[Element], words: Sequence[Element]) -> list[Element]:
    """Return the elements, the hint of an empty field as its label; `words` are all texts, by their own boxes."""
    contrasts = {word.box: ink.contrast for word in words if (ink := ink_of(pixels, word.box))}
    usual = float(np.median(list(contrasts.values()))) if contrasts else 0.0
    return [
        _hinted(element, words, contrasts, usual) if element.kind is Kind.FIELD else element for element in elements
    ]


def _hinted(field: Element, words: Sequence[Element], contrasts: dict[PixelBox, float], usual: float) -> Element:
    inside = [contrasts.get(word.box, usual) for word in words if field.box.has(word.box.centre)]
    if not inside or max(inside) > _FAINTER * usual or not field.enabled:
        return field
    return replace(field, text="", label=field.label or field.text)

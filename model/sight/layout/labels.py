"""Which words name which control: those beside or above a field, those after a box to tick.

Each word names one control, and the nearest pair goes first; a colon marks a label. Distances are in heights of the
word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox, enclosing

_LABELLED = frozenset({Kind.FIELD, Kind.DROPDOWN, Kind.SPINNER, Kind.SLIDER})
_TICKED = frozenset({Kind.CHECKBOX, Kind.RADIO})
_COLONS = (":", "：")

# In heights of the word:
_FAR_LEFT = 18.0
_FAR_RIGHT = 2.0
_FAR_ABOVE = 1.4
_FAR_TICK = 2.5
_SAME_WORDS = 0.9
_TOUCH = 0.5

_COLON, _ABOVE, _RIGHT, _TICK_LEFT = -1.0, 1.0, 4.0, 2.0  # what a place costs beside its distance


@dataclass(frozen=True)
class _Pair:
    cost: float
    control: int
    text: int


def give_labels(elements: Sequence[Element]) -> list[Element]:
    """Return the elements, each control with the words that name it."""
    texts = [element for element in elements if element.kind is Kind.TEXT and element.part_of is None]
    controls = [element for element in elements if element.kind is not Kind.TEXT]
    labels: dict[int, str] = {}
    used: set[int] = set()
    for pair in sorted(_pairs(controls, texts), key=lambda pair: (pair.cost, pair.control)):
        if pair.control not in labels and pair.text not in used:
            words = _whole_label(texts[pair.text], texts, controls[pair.control])
            used.update(words)
            labels[pair.control] = " ".join(texts[index].text for index in words)
    named = [replace(control, label=labels.get(index, "")) for index, control in enumerate(controls)]
    return [*(element for element in elements if element.kind is Kind.TEXT), *named]


def _pairs(controls: Sequence[Element], texts: Sequence[Element]) -> Iterator[_Pair]:
    for number, control in enumerate(controls):
        if control.kind not in _LABELLED | _TICKED:
            continue
        for index, text in enumerate(texts):
            cost = _cost(control, text.box)
            if cost is not None and not _between(control, text.box, controls):
                yield _Pair(cost + (_COLON if text.text.rstrip().endswith(_COLONS) else 0.0), number, index)


def _cost(control: Element, word: PixelBox) -> float | None:
    """Return how far-fetched it is that a word names a control; None where it does not.

    What stands right of a drop-down that shows a text is no unit of it: a menu's entry opens another menu there.
    """
    if control.kind in _TICKED:
        return _tick_cost(control.box, word)
    is_entry = control.kind is Kind.DROPDOWN and bool(control.text)
    return None if is_entry and word.x1 >= control.box.x2 - _TOUCH * word.height else _field_cost(control.box, word)


def _field_cost(box: PixelBox, word: PixelBox) -> float | None:
    height = max(word.height, 1.0)
    beside = abs(min(box.centre[1], box.y1 + 1.2 * height) - word.centre[1]) <= 0.7 * height
    left, right, up = (box.x1 - word.x2) / height, (word.x1 - box.x2) / height, (box.y1 - word.y2) / height
    if beside and -_TOUCH <= left <= _FAR_LEFT:
        return max(left, 0.0) / 2
    if -_TOUCH <= up <= _FAR_ABOVE and word.x1 < box.x2 and word.x2 > box.x1:
        return _ABOVE + max(up, 0.0) + min(abs(word.x1 - box.x1), abs(word.centre[0] - box.centre[0])) / height / 2
    if beside and -_TOUCH <= right <= _FAR_RIGHT:
        return _RIGHT + max(right, 0.0)
    return None


def _tick_cost(box: PixelBox, word: PixelBox) -> float | None:
    height = max(word.height, 1.0)
    if abs(box.centre[1] - word.centre[1]) > 0.7 * max(height, box.height):
        return None
    right, left = (word.x1 - box.x2) / height, (box.x1 - word.x2) / height
    if -_TOUCH <= right <= _FAR_TICK:
        return max(right, 0.0)
    return _TICK_LEFT + max(left, 0.0) if -_TOUCH <= left <= _FAR_TICK else None


def _between(control: Element, word: PixelBox, controls: Sequence[Element]) -> bool:
    """Say whether another control stands between a control and a word."""
    span = enclosing([control.box, word])
    others = (other.box for other in controls if other is not control)
    return any(span.has(box.centre) and not control.box.has(box.centre) and not box.contains(span) for box in others)


def _whole_label(first: Element, texts: Sequence[Element], control: Element) -> list[int]:
    """Return the words that go on with the first one in its row, as parts of one label."""
    chosen, end = [index for index, text in enumerate(texts) if text is first], first.box.x2
    if control.kind not in _TICKED:
        return chosen
    row = sorted(
        (
            index
            for index, text in enumerate(texts)
            if abs(text.box.centre[1] - first.box.centre[1]) < first.box.height / 2
        ),
        key=lambda index: texts[index].box.x1,
    )
    for index in row:
        gap = texts[index].box.x1 - end
        if texts[index].box.x1 > first.box.x1 and 0 <= gap <= _SAME_WORDS * first.box.height:
            chosen.append(index)
            end = texts[index].box.x2
    return chosen

"""Which words stand in which control. They are its text; of several, each stays an element."""

from collections.abc import Sequence
from dataclasses import replace

from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox, enclosing

BEARING = frozenset(
    {
        Kind.BUTTON, Kind.FIELD, Kind.DROPDOWN, Kind.SPINNER, Kind.TAB, Kind.MENU, Kind.MENU_ITEM, Kind.LINK,
        Kind.HEADER, Kind.CELL, Kind.LIST_ITEM, Kind.ICON,
    }
)  # fmt: skip
"""The kinds whose words stand inside."""

_WHOLE = frozenset({Kind.SPINNER, Kind.DROPDOWN, Kind.SLIDER, Kind.SCROLLBAR})
_ONE_LINE = frozenset({Kind.SPINNER, Kind.DROPDOWN})
_CELLS = frozenset({Kind.CELL, Kind.HEADER})
_TOUCHING = 5  # pixels
_SEVERAL = 2  # controls: no button holds so many
_INSIDE = 0.6  # of a word's area


def hold_words(texts: Sequence[Element], controls: Sequence[Element]) -> list[Element]:
    """Return the controls with their text, and the texts that stand in none or in a tall one."""
    held: dict[Element, list[Element]] = {control: [] for control in controls}
    free: list[Element] = []
    for text in texts:
        owner = _owner(text.box, controls)
        if owner is None:
            free.append(text)
            continue
        held[owner].append(text)
    parts = [replace(text, part_of=owner.box) for owner, inside in held.items() if len(inside) > 1 for text in inside]
    return [*free, *parts, *(_with_text(control, inside) for control, inside in held.items())]


def without_parts(controls: Sequence[Element]) -> list[Element]:
    """Leave out what is a part of another control: the arrows of a spinner, the handle of a slider."""
    whole = [control for control in controls if control.kind in _WHOLE]
    return [control for control in controls if not any(_is_part(control, other) for other in whole)]


def without_sections(controls: Sequence[Element], texts: Sequence[Element]) -> list[Element]:
    """Leave out what passes for one control and holds several: a menu's section has arrows, a dialog is framed too."""
    inner = [control.box for control in controls if control.kind in BEARING and control.kind is not Kind.ICON]
    return [control for control in controls if not _is_section(control, texts, inner)]


def with_selections(elements: Sequence[Element]) -> list[Element]:
    """Return the elements, each field with its selected text: on a ground of its own that passes for a table's cell."""
    found = list(elements)
    for field in [each for each in elements if each.kind is Kind.FIELD and not each.text]:
        before = [each for each in found if each.kind in _CELLS and _ends_at(each.box, field.box)]
        if len(before) == 1 and not any(e.kind in _CELLS and _ends_at(e.box, before[0].box) for e in found):
            found = [each for each in found if each not in (field, before[0])]
            found.append(replace(field, box=enclosing([before[0].box, field.box]), text=before[0].text))
    return found


def _ends_at(box: PixelBox, other: PixelBox) -> bool:
    """Say whether a box of the same height ends where another one begins."""
    edges = (box.x2 - other.x1, box.y1 - other.y1, box.y2 - other.y2)
    return all(abs(edge) <= _TOUCHING for edge in edges)


def _is_section(control: Element, texts: Sequence[Element], inner: Sequence[PixelBox]) -> bool:
    """Say whether a control of one line has several, or a button others in it."""
    if control.kind is Kind.BUTTON and sum(_holds(control.box, box) for box in inner) < _SEVERAL:
        return False
    inside = [text.box for text in texts if covered(text.box, control.box) >= _INSIDE]
    has_rows = bool(inside) and max(word.y1 for word in inside) >= min(word.y2 for word in inside)
    return has_rows and (control.kind in _ONE_LINE or control.kind is Kind.BUTTON)


def _holds(box: PixelBox, other: PixelBox) -> bool:
    return box != other and box.contains(other)


def _is_part(control: Element, other: Element) -> bool:
    smaller = control.box.width * control.box.height < other.box.width * other.box.height
    return control is not other and smaller and covered(control.box, other.box) >= _INSIDE


def _owner(box: PixelBox, controls: Sequence[Element]) -> Element | None:
    """Return the smallest control around a word."""
    around = [control for control in controls if control.kind in BEARING and covered(box, control.box) >= _INSIDE]
    return min(around, key=lambda control: control.box.width * control.box.height, default=None)


def covered(box: PixelBox, by: PixelBox) -> float:
    """Return what part of a box another one covers, 0 to 1."""
    if not box.overlaps(by):
        return 0.0
    shared = box.within(by)
    return shared.width * shared.height / max(box.width * box.height, 1.0)


def _with_text(control: Element, inside: Sequence[Element]) -> Element:
    if not inside:
        return control
    rows = sorted(inside, key=lambda text: (round(text.box.centre[1] / max(text.box.height, 1)), text.box.x1))
    words = " ".join(text.text for text in rows)
    box = enclosing([control.box, *(text.box for text in inside)]) if control.kind is Kind.LINK else control.box
    return replace(control, text=words, box=box)

"""What icons are beside controls and words: the name of a button, no box to tick, and no letters.

Elements in, elements out.
"""

from collections.abc import Sequence
from dataclasses import replace

from model.sight.element import Element, Kind
from model.sight.layout.inside import covered
from model.sight.layout.words import may_be_icon
from model.sight.text_line import PixelBox, TextLine

_PRESSED = frozenset({Kind.BUTTON, Kind.ICON})
_TICKED = frozenset({Kind.CHECKBOX, Kind.RADIO})
_ON = 0.7  # of an icon that lies on a control
_READ = 0.5  # of a word that lies on an icon, or the other way round
_SURE, _NEAR, _SEVERAL = 0.8, 4.0, 2  # of 1, times a box's width, and icons: so many make a row
_LARGEST = 40.0  # times an icon's area: what is larger is no button with an icon


def name_controls(controls: Sequence[Element], icons: Sequence[Element]) -> list[Element]:
    """Return the controls, those with an icon by its name, and the icons that stand on none."""
    icon_of: dict[Element, Element] = {}
    alone: list[Element] = []
    for icon in sorted(icons, key=lambda icon: -icon.score):
        under = [control for control in controls if control.kind in _PRESSED and _is_on(icon, control)]
        control = min(under, key=lambda control: control.box.width * control.box.height, default=None)
        if control is None:
            alone.append(icon)
        else:
            icon_of.setdefault(control, icon)
    return [*(_named(control, icon_of.get(control)) for control in controls), *alone]


def without_misread(words: Sequence[TextLine], icons: Sequence[Element]) -> list[TextLine]:
    """Leave out the letter or two that were read from an icon whose name is sure."""
    sure = [icon.box for icon in icons if icon.name]
    return [word for word in words if not (may_be_icon(word) and any(covered(word.box, box) >= _READ for box in sure))]


def without_letters_read(icons: Sequence[Element], words: Sequence[TextLine]) -> list[Element]:
    """Leave out the icons without a sure name that were read as words."""
    read = [word.box for word in words]
    return [icon for icon in icons if icon.name or not any(covered(icon.box, box) >= _READ for box in read)]


def icons_or_ticks(elements: Sequence[Element]) -> list[Element]:
    """Return the elements without icons that are marks of boxes to tick, and without boxes that are icons.

    A round icon looks like a radio button; but that has words beside it. Of what has none, the surer is kept, and what
    is not quite sure stands in no row of icons.
    """
    icons = [element for element in elements if element.kind is Kind.ICON]
    left_out: set[int] = set()
    for tick in (element for element in elements if element.kind in _TICKED):
        same = [icon for icon in icons if tick.box.has(icon.box.centre) or icon.box.has(tick.box.centre)]
        surer = any(icon.score > tick.score for icon in same)
        is_icon = not tick.label and (surer or (tick.score < _SURE and _is_amid(tick.box, icons)))
        left_out.update(map(id, [tick] if is_icon else same))
    return [element for element in elements if id(element) not in left_out]


def _is_amid(box: PixelBox, icons: Sequence[Element]) -> bool:
    """Say whether several icons of about this size stand close by in a row."""
    near = box.grown(_NEAR * box.width)._replace(y1=box.y1, y2=box.y2)
    alike = (icon.box for icon in icons if 0.5 <= icon.box.height / max(box.height, 1) <= 2)
    return sum(near.has(other.centre) and not box.has(other.centre) for other in alike) >= _SEVERAL


def _is_on(icon: Element, control: Element) -> bool:
    area, of_icon = control.box.width * control.box.height, icon.box.width * icon.box.height
    return covered(icon.box, control.box) >= _ON and area <= _LARGEST * of_icon


def _named(control: Element, icon: Element | None) -> Element:
    return replace(control, name=icon.name, may_show=icon.may_show) if icon else control

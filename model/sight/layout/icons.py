"""Which control an icon stands on: a button without words is called by its icon. Elements in, elements out."""

from collections.abc import Sequence
from dataclasses import replace

from model.sight.element import Element, Kind
from model.sight.layout.inside import covered

_PRESSED = frozenset({Kind.BUTTON, Kind.ICON})
_ON = 0.7  # of an icon that lies on a control
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


def _is_on(icon: Element, control: Element) -> bool:
    area, of_icon = control.box.width * control.box.height, icon.box.width * icon.box.height
    return covered(icon.box, control.box) >= _ON and area <= _LARGEST * of_icon


def _named(control: Element, icon: Element | None) -> Element:
    return replace(control, name=icon.name) if icon else control

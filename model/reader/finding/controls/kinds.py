"""Which kinds of elements people may call by one name. Knows kinds only."""

from model.sight.element import Kind

_ALIKE: dict[Kind, tuple[Kind, ...]] = {
    Kind.BUTTON: (Kind.ICON, Kind.LINK, Kind.TAB, Kind.MENU, Kind.DROPDOWN),
    Kind.ICON: (Kind.BUTTON, Kind.SHAPE, Kind.LINK),
    Kind.LINK: (Kind.BUTTON, Kind.MENU_ITEM, Kind.LIST_ITEM),
    Kind.TAB: (Kind.BUTTON, Kind.RADIO, Kind.LINK),
    Kind.FIELD: (Kind.SPINNER, Kind.DROPDOWN),
    Kind.SPINNER: (Kind.FIELD,),
    Kind.DROPDOWN: (Kind.BUTTON, Kind.FIELD),
    Kind.CHECKBOX: (Kind.RADIO,),
    Kind.RADIO: (Kind.CHECKBOX,),
    Kind.MENU: (Kind.MENU_ITEM, Kind.BUTTON, Kind.DROPDOWN),
    Kind.MENU_ITEM: (Kind.LIST_ITEM, Kind.ROW, Kind.CELL, Kind.RADIO, Kind.TAB, Kind.MENU, Kind.LINK, Kind.BUTTON),
    Kind.LIST_ITEM: (Kind.ROW, Kind.CELL, Kind.MENU_ITEM, Kind.RADIO, Kind.TAB, Kind.CHECKBOX, Kind.BUTTON, Kind.LINK),
    Kind.ROW: (Kind.LIST_ITEM, Kind.CELL),
    Kind.CELL: (Kind.ROW, Kind.HEADER, Kind.FIELD),
    Kind.HEADER: (Kind.CELL, Kind.BUTTON),
    Kind.SHAPE: (Kind.ICON, Kind.BUTTON),
}  # fmt: skip
"""What else people may mean by a kind's name, the likeliest first."""

_CONTAINERS = frozenset({Kind.DIALOG, Kind.SHAPE, Kind.SCROLLBAR, Kind.TEXT})

SAME, ALIKE, UNKNOWN, OTHER = range(4)


def alike(kind: Kind) -> tuple[Kind, ...]:
    """Return what else may be meant by a kind's name, the likeliest first."""
    return _ALIKE.get(kind, ())


def tier(wanted: Kind | None, kind: Kind) -> int:
    """Return how well a kind fits the wanted one, best first: a control before mere text where none is wanted."""
    if wanted is None:
        return UNKNOWN if kind is Kind.TEXT else SAME
    if kind is wanted:
        return SAME
    if kind in _ALIKE.get(wanted, ()):
        return ALIKE
    return UNKNOWN if kind is Kind.TEXT else OTHER


def is_control(kind: Kind) -> bool:
    """Say whether words may lie on an element of the kind, and a click on them is one on it."""
    return kind not in _CONTAINERS

"""Which kinds of elements people may call by one name. Knows kinds only."""

from model.sight.element import Kind

_BUTTONS = {Kind.BUTTON, Kind.ICON, Kind.LINK, Kind.TAB, Kind.MENU, Kind.DROPDOWN}
_ENTRIES = {Kind.MENU_ITEM, Kind.LIST_ITEM, Kind.ROW, Kind.CELL, Kind.RADIO, Kind.TAB, Kind.LINK}
_ALIKE: dict[Kind, frozenset[Kind]] = {
    Kind.BUTTON: frozenset(_BUTTONS),
    Kind.ICON: frozenset({Kind.BUTTON, Kind.SHAPE, Kind.LINK}),
    Kind.LINK: frozenset({Kind.BUTTON, Kind.MENU_ITEM, Kind.LIST_ITEM}),
    Kind.TAB: frozenset({Kind.BUTTON, Kind.LINK, Kind.RADIO}),
    Kind.FIELD: frozenset({Kind.SPINNER, Kind.DROPDOWN}),
    Kind.SPINNER: frozenset({Kind.FIELD}),
    Kind.DROPDOWN: frozenset({Kind.BUTTON, Kind.FIELD}),
    Kind.CHECKBOX: frozenset({Kind.RADIO}),
    Kind.RADIO: frozenset({Kind.CHECKBOX}),
    Kind.MENU: frozenset({Kind.MENU_ITEM, Kind.BUTTON, Kind.DROPDOWN}),
    Kind.MENU_ITEM: frozenset(_ENTRIES | _BUTTONS),
    Kind.LIST_ITEM: frozenset(_ENTRIES | {Kind.BUTTON, Kind.CHECKBOX}),
    Kind.ROW: frozenset({Kind.LIST_ITEM, Kind.CELL}),
    Kind.CELL: frozenset({Kind.ROW, Kind.HEADER, Kind.FIELD}),
    Kind.HEADER: frozenset({Kind.CELL, Kind.BUTTON}),
    Kind.SHAPE: frozenset({Kind.ICON, Kind.BUTTON}),
}
_CONTAINERS = frozenset({Kind.DIALOG, Kind.SHAPE, Kind.SCROLLBAR, Kind.TEXT})

SAME, ALIKE, UNKNOWN, OTHER = range(4)


def tier(wanted: Kind | None, kind: Kind) -> int:
    """Return how well a kind fits the wanted one, best first: a control before mere text where none is wanted."""
    if wanted is None:
        return UNKNOWN if kind is Kind.TEXT else SAME
    if kind is wanted:
        return SAME
    if kind in _ALIKE.get(wanted, frozenset()):
        return ALIKE
    return UNKNOWN if kind is Kind.TEXT else OTHER


def is_control(kind: Kind) -> bool:
    """Say whether words may lie on an element of the kind, and a click on them is one on it."""
    return kind not in _CONTAINERS

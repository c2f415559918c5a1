"""What the net's output planes mean, in order. Training writes by it and decoding reads by it."""

from model.sight.element import Kind

KINDS = (
    Kind.BUTTON,
    Kind.ICON,
    Kind.FIELD,
    Kind.CHECKBOX,
    Kind.RADIO,
    Kind.DROPDOWN,
    Kind.SPINNER,
    Kind.SLIDER,
    Kind.SCROLLBAR,
    Kind.TAB,
    Kind.MENU,
    Kind.MENU_ITEM,
    Kind.LINK,
    Kind.ROW,
    Kind.CELL,
    Kind.HEADER,
)
STATES = ("checked", "selected", "focused", "disabled", "expandable", "expanded")

PLANES = (1, len(KINDS), 4, len(STATES))
"""How many say that a control's centre lies there, of which kind, how far its four sides are, and its states."""

STRIDE = 4
"""Pixels of the screen, each way, for one place of the output."""

COARSEST = 32
"""The screen's sides have to be multiples of it."""

SIDE_UNIT = 16.0
"""Pixels for one unit of what the net says of a side."""

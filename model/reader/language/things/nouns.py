"""What a noun for a kind of thing means, whatever the language: a part of a target. Values only."""

from dataclasses import dataclass, replace
from typing import Literal

from model.reader.plan import Part, Target
from model.sight.element import Kind


@dataclass(frozen=True)
class Noun:
    """What a noun says of a target. `vague` nouns ("item", "number") say nothing that the screen could show.

    A `place` is one that other things are in, a `region` a part of the screen; a `measure` is a number, so that
    "largest" means the highest. What is `named` has its name in the noun: a search box is the field for searching. Of
    what is `nameless` the kind is not said where it has a name: a file may be a row, an icon or a word.
    """

    kind: Kind | None = None
    shape: str = ""
    part: Part = ""
    role: Literal["thing", "place", "measure", "value", "region"] = "thing"
    named: bool = False
    nameless: bool = False

    def of(self, target: Target) -> Target:
        """Return a target that is also this."""
        kind = None if self.nameless and target.text else self.kind
        return replace(target, kind=kind, shape=self.shape, part=self.part)


BUTTON, LINK, ICON, TAB = Noun(Kind.BUTTON), Noun(Kind.LINK), Noun(Kind.ICON), Noun(Kind.TAB)
SEARCH = Noun(Kind.FIELD, named=True)
FIELD, CHECKBOX, RADIO = Noun(Kind.FIELD), Noun(Kind.CHECKBOX), Noun(Kind.RADIO)
DROPDOWN, SPINNER, SLIDER, SCROLLBAR = Noun(Kind.DROPDOWN), Noun(Kind.SPINNER), Noun(Kind.SLIDER), Noun(Kind.SCROLLBAR)
MENU, MENU_ITEM, DIALOG = Noun(Kind.MENU), Noun(Kind.MENU_ITEM), Noun(Kind.DIALOG, role="place")
ROW, CELL, HEADER, LIST_ITEM = Noun(Kind.ROW), Noun(Kind.CELL), Noun(Kind.HEADER), Noun(Kind.LIST_ITEM)
TEXT = Noun(Kind.TEXT, role="value")
SHAPE = Noun(Kind.SHAPE)
BOX = Noun(shape="box")
FILE = Noun(Kind.ROW, nameless=True)
WORD, LINE, PARAGRAPH, CHARACTER = Noun(part="word"), Noun(part="line"), Noun(part="paragraph"), Noun(part="character")
REGION = Noun(role="region")
MEASURE, THING = Noun(role="measure"), Noun()
AMOUNT = Noun(role="measure", named=True)


def as_field(target: Target) -> Target:
    """Return a target that is typed into: a box is a field."""
    return _as(target, Kind.FIELD)


def as_checkbox(target: Target) -> Target:
    """Return a target that is ticked: a box is a checkbox."""
    return (
        replace(_as(target, Kind.CHECKBOX), kind=Kind.CHECKBOX)
        if target.kind is Kind.FIELD
        else _as(target, Kind.CHECKBOX)
    )


def _as(target: Target, kind: Kind) -> Target:
    return replace(target, kind=kind, shape="") if target.shape == "box" and not target.kind else target

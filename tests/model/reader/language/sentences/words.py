"""Short names for the plans in the tables."""

from typing import TypeAlias

from model.reader.plan import Instruction, Press, Relating, Relation, Target
from model.sight.element import Kind

Cases: TypeAlias = list[tuple[str, list[Instruction]]]

ENTER = Press(("enter",))


def q(text: str, kind: Kind | None = None, ordinal: int = 0, *relations: Relation) -> Target:
    """Return a target by its very words, in quotation marks in the sentence."""
    return Target(text, ordinal, kind=kind, quoted=True, relations=relations)


def t(text: str = "", kind: Kind | None = None, ordinal: int = 0, *relations: Relation) -> Target:
    """Return a target by a name without quotation marks."""
    return Target(text, ordinal, kind=kind, relations=relations)


def at(how: Relating, to: Target | str) -> Relation:
    """Return a relation; plain words are a name without quotation marks."""
    return Relation(how, Target(to) if isinstance(to, str) else to)


def button(text: str = "", *relations: Relation) -> Target:
    """Return a button by its name."""
    return t(text, Kind.BUTTON, 0, *relations)


def field(text: str = "", *relations: Relation) -> Target:
    """Return a field by its label."""
    return t(text, Kind.FIELD, 0, *relations)


def dialog(text: str = "") -> Target:
    """Return a dialog or a window."""
    return t(text, Kind.DIALOG)


def row(text: str = "", ordinal: int = 0) -> Target:
    """Return a row by what it holds."""
    return t(text, Kind.ROW, ordinal)


def menu_bar(text: str, *, quoted: bool = False) -> Target:
    """Return an entry of the menu bar."""
    return Target(text, where="menu bar", quoted=quoted)


def menu(text: str, *, quoted: bool = False) -> Target:
    """Return an entry of an open menu."""
    return Target(text, where="menu", quoted=quoted)

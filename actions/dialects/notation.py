"""Notation: how a dialect spells the forms that it writes actions in. Knows no single action."""

import re
from collections.abc import Iterable
from typing import Any, Protocol

from actions.dialects.forms import Argument, Form, Kind

SEPARATOR = ", "

PLACE = re.compile(r"[xy]\d?(?![\w=])")
"""A number's stand-in in what `Notation.box` returns."""


class Notation(Protocol):
    """Spelling of names and values."""

    def box(self, argument: Argument) -> str:
        """Return a box as it is written, with `x` or `y` and perhaps a digit for each number."""

    @property
    def names(self) -> tuple[str, str, str]:
        """What stands before, between and after names."""

    @property
    def quote(self) -> str:
        """What stands around a text."""

    @property
    def closing(self) -> str:
        """What an action ends with."""

    def opening(self, form: Form) -> str:
        """Return what an action in this form begins with."""

    def head(self, form: Form) -> tuple[str, ...]:
        """Return what stands before the arguments, separated like them."""

    def label(self, argument: Argument) -> str:
        """Return what stands before an argument's value."""

    def spell(self, kind: Kind, value: Any) -> str:
        """Return a plain JSON value as this notation writes it."""

    def place(self, argument: Argument, value: Any) -> str:
        """Return a box, as plain JSON, as this notation writes it for that argument."""

    def fixed(self, name: str, value: str) -> str:
        """Return an argument that a call always has."""


def spelled(notation: Notation, argument: Argument, value: Any) -> str:
    """Return an argument, with its value as plain JSON, as it is written."""
    written = notation.place(argument, value) if argument.kind is Kind.BOX else notation.spell(argument.kind, value)
    return notation.label(argument) + written


def assemble(notation: Notation, form: Form, arguments: Iterable[str]) -> str:
    """Return a form with its arguments, which are spelled already."""
    return notation.opening(form) + SEPARATOR.join((*notation.head(form), *arguments)) + notation.closing

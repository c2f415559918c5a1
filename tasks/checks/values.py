"""Checks of one value among data, as JSON, tables, databases and spreadsheets hold it."""

import datetime
import json
import math
from abc import abstractmethod
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field, JsonValue, model_validator

from tasks.checks.base import BaseCheck, Finding
from tasks.checks.fields import Regex
from tasks.checks.machine import Machine
from tasks.checks.numbers import values_of
from tasks.checks.texts import difference, search, shown

_CLOSE = 1e-9  # what sums of decimal fractions are off by, as a share of them
_EXACT = 2.0**53  # whole numbers up to here are floats, and as they stand
_SHOWN = 120  # characters


def plain(value: Any) -> Any:
    """Return a value with its dates and times as ISO 8601 texts; midnight is the day."""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return str(value)
    if isinstance(value, bytes):
        return value.decode() if _is_text(value) else value.hex()
    return value


Value: TypeAlias = Annotated[JsonValue, BeforeValidator(plain)]
"""What a file may hold: text, a number, true, false, null, lists and mappings; dates are read as texts."""

Tolerance: TypeAlias = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class ValueCheck(BaseCheck):
    """A value is there and, as asked for, equals one, fits a regular expression, or is within `tolerance` of a number.

    Texts and numbers are different things where `typed`; else a text that is a number equals it.
    """

    equals: Value = None
    regex: Regex | None = None
    tolerance: Tolerance | None = None

    @model_validator(mode="after")
    def _asks_one_thing(self) -> "ValueCheck":
        if self._has_equals and self.regex is not None:
            raise ValueError("a check asks for one of them: `equals` or `regex`")
        if self.tolerance is not None and (isinstance(self.equals, bool) or not isinstance(self.equals, int | float)):
            raise ValueError("`tolerance` is for a number in `equals`")
        return self

    @property
    @abstractmethod
    def place(self) -> str:
        """Where the value stands, as a part of a sentence."""

    @abstractmethod
    def value(self, machine: Machine) -> Any:
        """Return the value; raise `Unseen` where there is none."""

    @property
    def typed(self) -> bool:
        """Whether what is read tells texts from numbers."""
        return False

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        if self._has_equals:
            within = f" (within {self.tolerance:g})" if self.tolerance is not None else ""
            return f"{written(self.equals)}{within} in {self.place}"
        return f"text that fits {self.regex} in {self.place}" if self.regex is not None else f"a value in {self.place}"

    def look(self, machine: Machine) -> Finding:
        """Judge the value."""
        seen = plain(self.value(machine))
        if self._has_equals:
            held = equal(self.equals, seen, typed=self.typed, tolerance=self.tolerance)
            return self.found(held, written(seen) if held else _beside(self.equals, seen))
        if self.regex is not None:
            text = seen if isinstance(seen, str) else written(seen)
            return self.found(search(self.regex, text) is not None, written(seen))
        return self.found(seen is not None and seen != "", written(seen))

    @property
    def _has_equals(self) -> bool:
        return "equals" in self.model_fields_set


def equal(wanted: Any, seen: Any, *, typed: bool, tolerance: float | None = None) -> bool:
    """Say whether two values are the same. `True` is not 1 and "3" is not 3, unless what is read has no types."""
    if isinstance(wanted, list | tuple) and isinstance(seen, list | tuple):
        pairs = zip(wanted, seen, strict=False)
        return len(wanted) == len(seen) and all(equal(w, s, typed=typed, tolerance=tolerance) for w, s in pairs)
    if isinstance(wanted, dict) and isinstance(seen, dict):
        return wanted.keys() == seen.keys() and all(equal(wanted[key], seen[key], typed=typed) for key in wanted)
    if is_number(wanted) and is_number(seen):
        return close(wanted, seen, tolerance)
    if typed or type(wanted) is type(seen):
        return type(wanted) is type(seen) and bool(wanted == seen)
    return _equal_untyped(wanted, seen, tolerance)


def _equal_untyped(wanted: Any, seen: Any, tolerance: float | None) -> bool:
    """Compare values of two types, one of which may be the other in disguise: "1,200.0" is 1200, and 1 is true."""
    if isinstance(wanted, bool):
        return str(seen).casefold() in (("true", "1") if wanted else ("false", "0"))
    if is_number(wanted) and isinstance(seen, str):
        return any(close(wanted, value, tolerance) for value in values_of(seen))
    return isinstance(wanted, str) and is_number(seen) and wanted == written(seen)


def close(wanted: float, seen: float, tolerance: float | None = None) -> bool:
    """Say whether two numbers are within a tolerance; without one, but for what computers round off."""
    try:
        if tolerance is None:
            return wanted == seen or math.isclose(wanted, seen, rel_tol=_CLOSE)
        return abs(wanted - seen) <= tolerance * (1 + _CLOSE)
    except OverflowError:  # a whole number beyond all floats
        return False


def is_number(value: Any) -> bool:
    """Say whether a value is a number; True and False are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def written(value: Any) -> str:
    """Return a value as one reads it: a text in quotes, a whole number without a point."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _beside(wanted: Any, seen: Any) -> str:
    """Say what is seen instead of what is wanted."""
    return difference(wanted, seen) if isinstance(wanted, str) and isinstance(seen, str) else written(seen)


def _is_text(value: bytes) -> bool:
    try:
        return value.decode().isprintable()
    except UnicodeDecodeError:
        return False

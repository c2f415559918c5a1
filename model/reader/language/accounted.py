"""Sees that a plan accounts for all that its goal quotes: a sentence understood by half would be worse than none."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from model.reader.language.chords import read_chord
from model.reader.language.phrase import Phrase
from model.reader.language.quotes import InstructionError, unquote
from model.reader.plan import CloseDialog, Instruction

_CROSS = ("x", "×", "close")  # how a dialog's own button is written


def refuse_dropped(goal: Phrase, plan: Sequence[Instruction]) -> None:
    """Raise `InstructionError` for a quotation that no instruction says anything of."""
    said = [text.lower() for text in _texts(tuple(plan))]
    closes = any(isinstance(instruction, CloseDialog) for instruction in plan)
    for quotation in goal.quoted:
        text = (unquote(quotation) or "").strip().lower()
        keys = read_chord(text)
        is_said = any(text in other for other in said) or (keys is not None and all(key in said for key in keys))
        if not is_said and not (closes and text in _CROSS):
            raise InstructionError(f"It is not clear what is to be done with {quotation}")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in (field for field in fields(value) if field.name != "where"):
            yield from _texts(getattr(value, field.name))

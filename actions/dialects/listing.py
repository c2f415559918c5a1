"""The prompt's line about a call: what it looks like, what it does, and what its arguments may hold."""

import re
from collections.abc import Sequence
from math import inf

from actions.dialects.base import MAX_TEXT_WRITTEN
from actions.dialects.calls import Call
from actions.dialects.forms import Argument, Kind
from actions.dialects.notation import Notation, assemble

_USUAL_NOTCHES = 5


def listed(call: Call, notation: Notation) -> str:
    """Return the line. Boxes and notes are shown even where they may be left out."""
    form = call.form
    shown = [a for a in form.arguments if a.required or a.kind is Kind.BOX or not a.field]
    fixed = [notation.fixed(name, value) for name, value in call.fixed.items()]
    written = [notation.label(a) + _shown(a, call, notation) for a in shown]
    example = assemble(notation, form, (*written, *fixed))
    needed = [_said(a, notation) for a in form.arguments if a.required and _bounds(a, notation) and not call.sign]
    optional = [_said(a, notation) for a in form.arguments if a.field and not a.required]
    sentences = (*needed, f"Optional: {'; '.join(optional)}") if optional else needed
    return " ".join((f"{example}: {call.effect or form.description}", *(f"{sentence}." for sentence in sentences)))


def _shown(argument: Argument, call: Call, notation: Notation) -> str:
    if call.measures(argument):
        return str(call.sign * call.unit * _USUAL_NOTCHES)
    return _example(argument, notation)


def _said(argument: Argument, notation: Notation) -> str:
    return notation.label(argument) + (_bounds(argument, notation) or _example(argument, notation))


def _example(argument: Argument, notation: Notation) -> str:
    match argument.kind:
        case Kind.BOX:
            return notation.box(argument)
        case Kind.NAMES:
            return notation.spell(Kind.NAMES, argument.choices[:: len(argument.choices) - 1])
        case Kind.CHOICE:
            return notation.spell(Kind.CHOICE, argument.choices[0])
        case _:
            return notation.spell(Kind.TEXT, "")


def _bounds(argument: Argument, notation: Notation) -> str:
    """Return what an argument may hold; empty where its example says it."""
    match argument.kind:
        case Kind.NUMBER:
            low, high, default = map(argument.on_wire, (argument.low, argument.high, argument.default))
            return f"{low:g} to {high:g} (else {default:g})"
        case Kind.CHOICE:
            *others, last = (notation.spell(Kind.CHOICE, choice) for choice in argument.choices)
            return f"{', '.join(others)} or {last}"
        case Kind.NAMES if argument.required:
            return f"one or more of {_words(argument.choices)}"
        case Kind.NAMES:
            return f"any of {notation.spell(Kind.NAMES, argument.choices)}"
        case Kind.TEXT if argument.high != inf:
            return f"{_example(argument, notation)} (at most {min(argument.high, MAX_TEXT_WRITTEN):g} characters)"
        case _:
            return ""


def _words(names: Sequence[str]) -> str:
    """Return names in one phrase, the function keys and single characters each as a kind."""
    function = [name for name in names if re.fullmatch(r"f\d+", name)]
    words = [name for name in names if len(name) > 1 and name not in function]
    kinds = [f"{function[0]} to {function[-1]}, any single character"] if function else []
    return ", ".join((*words, *kinds))

"""The decoding grammar of a dialect, in llguidance's variant of Lark syntax.

It follows from the dialect's forms: their names, the bounds of their arguments, the keys that there are. Texts are
bounded, white space is fixed, nothing can go on for ever.
"""

import json
import re
from collections.abc import Iterable
from math import ceil, floor

from actions.dialects.forms import Argument, Form, Kind
from actions.dialects.markup import ANSWER_END
from actions.dialects.notation import SEPARATOR, Notation

_THOUSANDTHS = "/0|[1-9][0-9]{0,2}/"
_JSON_QUOTE = '"'
_CONTROLS = r"\x00-\x1f\x7f"


def grammar_of(forms: Iterable[Form], notation: Notation, *, memory: bool, max_text: int) -> str:
    """Return the grammar of one action in any of the forms, from after the trigger to the end of the reply."""
    rules = {form.name.lower(): _form(form, notation, max_text) for form in forms}
    return "\n".join(
        (
            f'start: " "? action {"memory" if memory else ""} {_literal(ANSWER_END)}?',
            f"action: {' | '.join(rules)}",
            *(f"{name}: {rule}" for name, rule in rules.items()),
            _memory(max_text) if memory else "",
        )
    )


def slices_of(notation: Notation) -> tuple[str, ...]:
    """Return the regular expressions of what texts are mostly made of, beyond those that llguidance has itself."""
    return () if notation.quote == _JSON_QUOTE else (rf"[^{notation.quote}\\{_CONTROLS}]{{1,30}}",)


def _form(form: Form, notation: Notation, max_text: int) -> str:
    parts = [(_literal(head), True) for head in notation.head(form)]
    for argument in form.arguments:
        value = _value(argument, notation, max_text)
        parts.append((f"{_literal(notation.label(argument))} {value}", argument.required))
    return f"{_literal(notation.opening(form))} {_separated(parts)} {_literal(notation.closing)}"


def _separated(parts: list[tuple[str, bool]]) -> str:
    """Return parts with separators; those that are not required may be left out."""
    comma = _literal(SEPARATOR)
    after = [f"{comma} {part}" if required else f"({comma} {part})?" for part, required in parts]
    first = next((n for n, (_, required) in enumerate(parts) if required), None)
    if first is None:  # it begins with any of them, or there are none
        begun = [" ".join((part, *after[n + 1 :])) for n, (part, _) in enumerate(parts)]
        return f"({' | '.join(begun)})?" if begun else ""
    before = [f"({part} {comma})?" for part, _ in parts[:first]]
    return " ".join((*before, parts[first][0], *after[first + 1 :]))


def _value(argument: Argument, notation: Notation, max_text: int) -> str:
    low, high = argument.low, argument.high
    match argument.kind:
        case Kind.BOX:
            return f" {_THOUSANDTHS} ".join(_literal(piece) for piece in re.split(r"[xy]\d?", notation.box))
        case Kind.NUMBER:
            numbers = (str(argument.on_wire(n)) for n in range(ceil(low), floor(high) + 1))
            return f"/{'|'.join(map(re.escape, numbers))}/"
        case Kind.CHOICE:
            return _one_of(notation.spell(argument.kind, choice) for choice in argument.choices)
        case Kind.NAMES:
            return _names(argument, notation)
        case Kind.TEXT:
            return _text(notation.quote, int(low), int(min(high, max_text)))


def _names(argument: Argument, notation: Notation) -> str:
    before, between, after = map(_literal, notation.names)
    name = _one_of(notation.spell(Kind.TEXT, choice)[1:-1] for choice in argument.choices)
    least, most = max(1, int(argument.low)), int(min(argument.high, len(argument.choices)))
    return f"{before} {name} ({between} {name}){{{least - 1},{most - 1}}} {after}"


def _memory(max_text: int) -> str:
    """Return the rules of a JSON list of what to remember, as objects that name each thing."""
    return (
        r'memory: "\nMemory:\n[" (entry (", " entry){0,3})? "]"'
        '\nentry: "{" pair (", " pair){0,5} "}"'
        f'\npair: {_text(_JSON_QUOTE, 1, 40)} ": " {_text(_JSON_QUOTE, 0, min(200, max_text))}'
    )


def _text(quote: str, low: int, high: int) -> str:
    return rf"/{quote}([^{quote}\\{_CONTROLS}]|\\[{quote}\\nt]){{{low},{high}}}{quote}/"


def _one_of(spelled: Iterable[str]) -> str:
    return f"({' | '.join(_literal(word) for word in spelled)})"


def _literal(text: str) -> str:
    return json.dumps(text)

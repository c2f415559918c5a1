"""The decoding grammar of a dialect, in llguidance's variant of Lark syntax.

It follows from the dialect's calls: their names, the bounds of their arguments, the keys that there are. Texts are
bounded, white space is fixed, nothing can go on for ever.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor

from actions.dialects.calls import Call
from actions.dialects.forms import Argument, Kind
from actions.dialects.markup import ANSWER_END
from actions.dialects.notation import PLACE, SEPARATOR, Notation
from actions.dialects.values import screen_side

_THOUSANDTHS = (1000, 1000)
_JSON_QUOTE = '"'
_CONTROLS = r"\x00-\x1f\x7f"


def grammar_of(
    calls: Iterable[Call],
    notation: Notation,
    *,
    memory: bool = False,
    max_text: int,
    canvas: tuple[int, int] = _THOUSANDTHS,
    ending: str = "",
) -> str:
    """Return the grammar of one action as any of the calls, from after the trigger to the end of the reply.

    Places are whole numbers on the canvas; `ending` follows the action.
    """
    values = _Values(notation, max_text, [screen_side(side) - 1 for side in canvas])
    rules = {f"{call.name.lower()}_{number}": values.call(call) for number, call in enumerate(calls)}
    after = _literal(ending) if ending else ""
    return "\n".join(
        (
            f'start: " "? action {after} {"memory" if memory else ""} {_literal(ANSWER_END)}?',
            f"action: {' | '.join(rules)}",
            *(f"{name}: {rule}" for name, rule in rules.items()),
            _memory(max_text) if memory else "",
        )
    )


def slices_of(notation: Notation) -> tuple[str, ...]:
    """Return the regular expressions of what texts are mostly made of, beyond those that llguidance has itself."""
    return () if notation.quote == _JSON_QUOTE else (rf"[^{notation.quote}\\{_CONTROLS}]{{1,30}}",)


@dataclass(frozen=True)
class _Values:
    """Writes the rules of calls in one notation; `ends` are the last x and the last y."""

    notation: Notation
    max_text: int
    ends: Sequence[int]

    def call(self, call: Call) -> str:
        notation, form = self.notation, call.form
        parts = [(_literal(head), True) for head in notation.head(form)]
        for argument in form.arguments:
            value = self._amount(argument, call) if call.measures(argument) else self._value(argument)
            parts.append((f"{_literal(notation.label(argument))} {value}", argument.required))
        parts += [(_literal(notation.fixed(name, value)), True) for name, value in call.fixed.items()]
        return f"{_literal(notation.opening(form))} {_separated(parts)} {_literal(notation.closing)}"

    def _value(self, argument: Argument) -> str:
        low, high = argument.low, argument.high
        match argument.kind:
            case Kind.BOX:
                return self._box(argument)
            case Kind.NUMBER:
                numbers = (str(argument.on_wire(n)) for n in range(ceil(low), floor(high) + 1))
                return f"/{'|'.join(map(re.escape, numbers))}/"
            case Kind.CHOICE:
                return _one_of(self.notation.spell(argument.kind, choice) for choice in argument.choices)
            case Kind.NAMES:
                return self._names(argument)
            case Kind.TEXT:
                return _text(self.notation.quote, int(low), int(min(high, self.max_text)))

    def _amount(self, argument: Argument, call: Call) -> str:
        counts = range(int(argument.low), int(argument.high) + 1)
        return f"/{'|'.join(str(call.sign * call.unit * n) for n in counts)}/"

    def _box(self, argument: Argument) -> str:
        first, *others = PLACE.split(self.notation.box(argument))
        numbers = [f"/{up_to(self.ends[n % 2])}/ {_literal(piece)}" for n, piece in enumerate(others)]
        return " ".join((_literal(first), *numbers))

    def _names(self, argument: Argument) -> str:
        before, between, after = map(_literal, self.notation.names)
        name = _one_of(self.notation.spell(Kind.TEXT, choice)[1:-1] for choice in argument.choices)
        least, most = max(1, int(argument.low)), int(min(argument.high, len(argument.choices)))
        return f"{before} {name} ({between} {name}){{{least - 1},{most - 1}}} {after}"


def up_to(last: int) -> str:
    """Return the regular expression of the whole numbers from 0 to `last`, none with a zero before it."""
    digits = str(last)
    shorter = f"[1-9][0-9]{{0,{len(digits) - 2}}}" if len(digits) > 1 else ""
    if last == 10 ** len(digits) - 1:
        return f"0|[1-9][0-9]{{0,{len(digits) - 1}}}"
    same = []
    for place, digit in enumerate(digits):
        lowest, highest = int(place == 0), int(digit) - 1
        if lowest <= highest:
            same.append(f"{digits[:place]}[{lowest}-{highest}][0-9]{{{len(digits) - place - 1}}}")
    return "|".join(filter(None, ("0", shorter, *same, digits)))


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

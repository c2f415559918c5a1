"""What begins a condition or a loop, or stands behind an instruction as one, in both languages."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from model.reader.language.chinese import control as chinese
from model.reader.language.chinese.words import CHINESE
from model.reader.language.english import control as english
from model.reader.language.english.words import ENGLISH
from model.reader.language.sentence import form
from model.reader.language.sentence.form import Filled, Form, Vocabulary
from model.reader.language.sentence.step import HeadKind as Kind
from model.reader.language.words.numbers import read_number
from model.reader.language.words.phrase import Phrase

_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Head:
    """What holds clauses together; `rest` is the first of them, or the one that it stands behind."""

    kind: Kind
    condition: Phrase
    each: Phrase
    place: Phrase
    times: int
    rest: Phrase


def _forms(vocabulary: Vocabulary, table: Sequence[tuple[str, Kind]]) -> tuple[Form[Head], ...]:
    return form.forms(vocabulary, [(template, _make(kind)) for template, kind in table])


def _make(kind: Kind) -> Callable[[Filled], Head]:
    def make(filled: Filled) -> Head:
        times = re.sub(r"[次遍下回]$", "", filled["times"].words)
        count = int(read_number(times)) if times else 0
        return Head(kind, filled["condition"], filled["each"], filled["place"], count, filled["rest"])

    return make


_ENGLISH_HEADS, _ENGLISH_TAILS = _forms(ENGLISH, english.HEADS), _forms(ENGLISH, english.TAILS)
_CHINESE_HEADS, _CHINESE_TAILS = _forms(CHINESE, chinese.HEADS), _forms(CHINESE, chinese.TAILS)


def heads(phrase: Phrase) -> list[Head]:
    """Return what a clause may begin, the likeliest first."""
    known = (*_CHINESE_HEADS, *_ENGLISH_HEADS) if _HAN.search(phrase.words) else _ENGLISH_HEADS
    return [head for each in known if (head := each.read(phrase))]


def tails(phrase: Phrase) -> list[Head]:
    """Return what a clause may end with."""
    known = (*_CHINESE_TAILS, *_ENGLISH_TAILS) if _HAN.search(phrase.words) else _ENGLISH_TAILS
    return [tail for each in known if (tail := each.read(phrase)) and tail.rest]

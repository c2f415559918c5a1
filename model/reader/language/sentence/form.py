"""Forms of sentences: a template with slots, and what to make of what fills them.

A template is read as a pattern for a whole clause: `{name}` is a slot (`{name:kind}` one that is filled as another
kind is), `<name>` a group of words from the language's vocabulary, `[…]` may be left out, `(a|b)` is one of several, a
space stands for the language's own spacing.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from model.reader.language.accounted import refuse_lost
from model.reader.language.words.phrase import Phrase

Made = TypeVar("Made")

_TOKEN = re.compile(
    r"\{(?P<slot>[a-z]\w*)(?::(?P<as>\w+))?\}|(?<!\?P)<(?P<group>\w+)>|(?P<open>\[|\((?!\?))|(?P<close>\])"
    r"|(?P<space> +)"
)

_READ_ELSEWHERE = ("keys", "condition", "times", "change")
"""Slots that are read whole by what reads chords, conditions and numbers, or not at all."""


@dataclass(frozen=True)
class Vocabulary:
    """A language's groups of words and slots as patterns, and what stands between two words."""

    groups: Mapping[str, str]
    slots: Mapping[str, str]
    space: str

    def pattern(self, template: str) -> re.Pattern[str]:
        """Return a template as a pattern; letters' case does not matter."""
        return re.compile(_TOKEN.sub(self._piece, template), re.IGNORECASE | re.DOTALL)

    def open_slots(self, match: re.Match[str]) -> Iterator[str]:
        """Yield the slots of a pattern that any words may fill."""
        for slot in match.re.groupindex:
            if slot.rstrip("2") not in self.slots and not slot.startswith(_READ_ELSEWHERE):
                yield slot

    def _piece(self, token: re.Match[str]) -> str:
        if token["slot"]:
            kind = token["as"] or token["slot"].rstrip("2")
            return f"(?P<{token['slot']}>{self.slots.get(kind, '.+?')})"
        if token["group"]:
            return f"(?:{self.groups[token['group']]})"
        return "(?:" if token["open"] else ")?" if token["close"] else self.space


@dataclass(frozen=True)
class Filled:
    """A clause that a template fits: `filled["target"]` is what fills that slot, empty where nothing does."""

    phrase: Phrase
    match: re.Match[str]

    def __getitem__(self, slot: str) -> Phrase:
        if slot not in self.match.re.groupindex or self.match[slot] is None:
            return Phrase("")
        return self.phrase[slice(*self.match.span(slot))]


@dataclass(frozen=True)
class Form(Generic[Made]):
    """A template for a whole phrase in a language's words, and what to make of it; `make` may decline with None."""

    vocabulary: Vocabulary
    template: str
    make: Callable[[Filled], Made | None]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The template as a pattern, made when it is first tried: there are hundreds."""
        return self.vocabulary.pattern(self.template)

    def read(self, phrase: Phrase) -> Made | None:
        """Return what a phrase of this form gives, or None for any other.

        Raises `InstructionError` where a name in a slot is not in what is made of it.
        """
        match = self.pattern.fullmatch(phrase.words)
        if match is None:
            return None
        filled = Filled(phrase, match)
        made = self.make(filled)
        for slot in self.vocabulary.open_slots(match) if made is not None else ():
            refuse_lost(filled[slot], made)
        return made


def forms(
    vocabulary: Vocabulary, table: Iterable[tuple[str, Callable[[Filled], Made | None]]]
) -> tuple[Form[Made], ...]:
    """Return a table of templates and makers as forms, in its order."""
    return tuple(Form(vocabulary, template, make) for template, make in table)


def first(known: Sequence[Form[Made]], phrase: Phrase) -> Made | None:
    """Return what the first form that fits a phrase gives, or None."""
    for form in known:
        made = form.read(phrase)
        if made is not None:
            return made
    return None

"""What a label promises: that pressing it commits to something, or closes without saving. English and Chinese.

Knows words only, not whether they stand on a button, and errs towards finding: to it, "Buy milk" commits. "Sender" is
another word than "send"; and "Don't send", "Sent", 已发送 (sent) and 支付方式 (payment method) promise nothing. A bare
"Cancel" takes nothing back: OCR joins neighbours, "Cancel Delete" are two buttons.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from actions.words import phrases
from actions.words.spelling import CHINESE, spell
from actions.words.vocabulary import LANGUAGES, Kind, Language, vocabulary

_LONGEST = 40  # words, two Chinese characters are one; what is longer cannot stand on a button
_CHINESE = re.compile(f"[{CHINESE}]")
_NO_WORD = re.compile(r"\W+")
_WORD = re.compile(f"{phrases.LETTER}+")


class Labels:
    """A kind of label, told by its words."""

    def __init__(self, kind: Kind, more: Iterable[str] = ()) -> None:
        self._kind = kind
        self._more = tuple(more)

    def find(self, labels: Iterable[str]) -> str | None:
        """Return the first that is such a label. Each is judged alone: "Don't" in one takes back nothing in another."""
        return next((label for label in labels if self._is(spell(label))), None)

    def _is(self, label: str) -> bool:
        if _size(label) > _LONGEST:
            return False
        if self._own.stand_in(label):
            return True
        marked, start = _edges().marked(label)
        return any(words.stand_in(marked, start) for words in self._words)

    @cached_property
    def _own(self) -> "_OwnWords":
        return _OwnWords(self._more)

    @cached_property
    def _words(self) -> tuple["_Words", ...]:
        return tuple(_Words(language, self._kind) for language in LANGUAGES)


class _OwnWords:
    """The user's own words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = phrases.as_it_stands(text for text in map(spell, texts) if text)

    def stand_in(self, label: str) -> bool:
        """Say whether any stands in the label, and nothing there takes it back."""
        return any(not _taken_back(label, text.start()) for text in self._texts.finditer(label))


class _Words:
    """A language's words of one kind."""

    def __init__(self, language: Language, kind: Kind) -> None:
        words, apart = vocabulary(language).of(kind), language != "chinese"
        self._script = _WORD if apart else _CHINESE
        anywhere = [phrase for phrase in words if phrase[0] != "^"]
        self._anywhere = phrases.run_into(anywhere, _beside()) if apart else phrases.compiled(anywhere, apart)
        self._first = phrases.compiled((phrase[1:] for phrase in words if phrase[0] == "^"), apart)
        self._harmless = phrases.compiled((twin for twins in words.values() for twin in twins), apart)

    def stand_in(self, marked: str, first: int) -> bool:
        """Say whether any stands in a label whose end is marked and whose first word is there.

        Neither counts within a harmless twin nor after what takes it back.
        """
        if not self._script.search(marked):
            return False
        found = [span for span in self._spans(marked, first) if not _taken_back(marked, span[0])]
        harmless = [twin.span() for twin in self._harmless.finditer(marked)] if found else []
        return any(not any(begin <= start and end <= close for begin, close in harmless) for start, end in found)

    def _spans(self, marked: str, first: int) -> Iterator[tuple[int, int]]:
        yield from (words.span(self._anywhere.groups) for words in self._anywhere.finditer(marked))
        if words := self._first.match(marked, first):
            yield words.span()


def committing(more: Iterable[str] = ()) -> Labels:
    """Return the labels that send, pay, delete and the like, and those with one of the user's own words."""
    return Labels("commit", more)


def discarding(more: Iterable[str] = ()) -> Labels:
    """Return the labels that close without saving, and those with one of the user's own words."""
    return Labels("discard", more)


PASTING = Labels("paste")
BINS = Labels("bin")
"""Where what is dropped is thrown away."""


def says_yes(labels: Iterable[str]) -> bool:
    """Say whether a label only says yes, to a question that stands elsewhere."""
    return any(_NO_WORD.sub("", spell(label)) in _affirming() for label in labels)


@cache
def _affirming() -> frozenset[str]:
    return frozenset(_NO_WORD.sub("", label) for language in LANGUAGES for label in vocabulary(language).affirm)


@cache
def _beside() -> tuple[str, ...]:
    return tuple(phrase for language in LANGUAGES for phrase in vocabulary(language).beside)


@cache
def _edges() -> phrases.Edges:
    return phrases.Edges(_beside())


@cache
def _not_done() -> re.Pattern[str]:
    return phrases.at_the_end(phrase for language in LANGUAGES for phrase in vocabulary(language).not_done)


def _taken_back(label: str, start: int) -> bool:
    return _not_done().search(label, 0, start) is not None


def _size(label: str) -> float:
    return len(_WORD.findall(label)) + len(_CHINESE.findall(label)) / 2

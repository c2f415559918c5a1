"""A stretch of a goal in which every quotation is one character: nothing inside it is taken for words."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.reader.language.words.quotes import MASK, quotations, unquote


@dataclass(frozen=True)
class Phrase:
    """Words, with a mark for each quotation; `quoted` are these as they stand, quotation marks included."""

    words: str
    quoted: tuple[str, ...] = ()

    @classmethod
    def read(cls, text: str) -> "Phrase":
        """Return a text as a phrase. Raises `InstructionError` where a quotation never ends."""
        words, quoted, place = [], [], 0
        for start, end in quotations(text):
            words += [text[place:start].replace(MASK, " "), MASK]
            quoted.append(text[start:end])
            place = end
        return cls("".join([*words, text[place:].replace(MASK, " ")]), tuple(quoted))

    @classmethod
    def join(cls, parts: Iterable["Phrase"], between: str = " ") -> "Phrase":
        """Return the phrases one after another."""
        filled = [part for part in parts if part.words.strip()]
        return cls(between.join(part.words for part in filled), tuple(text for part in filled for text in part.quoted))

    def __getitem__(self, place: slice) -> "Phrase":
        """Return a part without the spaces around it."""
        start, end, _ = place.indices(len(self.words))
        before = self.words.count(MASK, 0, start)
        words = self.words[start : max(start, end)]
        return Phrase(words.strip(), self.quoted[before : before + words.count(MASK)])

    def __bool__(self) -> bool:
        return bool(self.words.strip())

    def __str__(self) -> str:
        rest = iter(self.quoted)
        return "".join(next(rest) if char == MASK else char for char in self.words)

    @property
    def quotation(self) -> str | None:
        """What a phrase that is one quotation says; None for any other."""
        return unquote(self.quoted[0]) if self.words.strip() == MASK else None

"""What was meant by a mistyped word."""

from collections.abc import Iterable

from rapidfuzz import process as fuzzy

_ALIKE = 60  # of 100, by rapidfuzz's weighted ratio


def nearest(word: str, words: Iterable[str], alike: int = _ALIKE) -> str | None:
    """Return the one of the words that is most like the word, if any is."""
    found = fuzzy.extractOne(word.lower().replace("-", "_").replace(" ", "_"), list(words), score_cutoff=alike)
    return found[0] if found else None

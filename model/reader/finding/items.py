"""Tells things of one list apart, also once some of them are gone: by their words, and which of equals it is."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from model.reader.finding.candidate import Candidate


def keyed(places: Sequence[Candidate]) -> list[tuple[str, Candidate]]:
    """Return the places, each with a key: its words, and how many before it have the same, of how many."""
    digests = [_digest(place.text) for place in places]
    total, so_far = Counter(digests), Counter[str]()
    keys: list[str] = []
    for digest in digests:
        keys.append(f"{digest}-{so_far[digest]}/{total[digest]}")
        so_far[digest] += 1
    return list(zip(keys, places, strict=True))


def same_item(key: str, other: str) -> bool:
    """Say whether two keys mean one thing, however many equals there were."""
    return key.split("/")[0] == other.split("/")[0]


def still_there(handled: Sequence[str], keys: Sequence[str]) -> list[str]:
    """Return what was handled, without the last one where it is gone: then an equal has taken its name."""
    if not handled:
        return []
    digest, total = handled[-1].split("-")[0], int(handled[-1].split("/")[1])
    is_gone = sum(key.startswith(f"{digest}-") for key in keys) < total
    return list(handled[:-1] if is_gone else handled)


def next_key(keys: Sequence[str], handled: Sequence[str]) -> str | None:
    """Return the first key that was not handled."""
    return next((key for key in keys if not any(same_item(key, other) for other in handled)), None)


def _digest(text: str) -> str:
    letters = "".join(filter(str.isalnum, text.casefold()))
    return hashlib.blake2b(letters.encode(), digest_size=5).hexdigest()

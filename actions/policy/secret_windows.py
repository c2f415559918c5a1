"""Where secrets may be typed: some are bound to windows, by patterns for their titles.

Knows names only, never a secret itself. A title is what the application says it is: a page in a browser sets its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from actions.words.spelling import fold


@dataclass(frozen=True)
class SecretsHere:
    """The names of the secrets that are about to be typed into a window, by whether they belong there.

    `bound` ones do; `elsewhere` are bound to other windows only and must not be typed; about `unbound` ones nothing is
    said: ask the user.
    """

    bound: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    unbound: frozenset[str] = frozenset()


def secrets_here(names: Iterable[str], windows_of: Mapping[str, Sequence[str]], titles: Sequence[str]) -> SecretsHere:
    """Sort the names of secrets for a window.

    `windows_of` gives for each bound secret the patterns for whole titles, in any case, with `*` and `?`; `titles` are
    those of the window and of the windows that it is a dialog of. A secret bound to no pattern belongs nowhere.
    """
    wanted = frozenset(names)
    known = wanted & windows_of.keys()
    bound = frozenset(name for name in known if is_titled(titles, windows_of[name]))
    return SecretsHere(bound, known - bound, wanted - known)


def is_titled(titles: Iterable[str], patterns: Iterable[str]) -> bool:
    """Say whether one of the titles is as one of the patterns says: as a whole, in any case, with `*` and `?`."""
    folded = [
        fold(pattern).replace("[", "[[]") for pattern in patterns
    ]  # to fnmatch, brackets are more than themselves
    return any(fnmatchcase(fold(title), pattern) for title in titles for pattern in folded)

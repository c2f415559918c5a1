"""The applications that a run can open, read once at its start, and found by the names that people give them.

A name is only ever looked up here; it never becomes a command. What is installed, or written into a folder of
applications, after the catalogue was read is not in it.
"""

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from rapidfuzz import process as fuzzy

from actions.applications.desktop_entries import Application, desktop_applications
from actions.applications.ownership import is_users_own
from actions.errors import UnknownApplicationError
from actions.quotation import quote

_SUGGESTIONS = 3
_ALIKE = 60  # of 100, by rapidfuzz's weighted ratio
_SHORTEST_NAME = 3  # letters: shorter ones are words of other sentences, such as "vi" and 文件

_LETTER = r"[^\W\u2e80-\u9fff]"  # of a script that marks words off
_NO_WORD_BEFORE = rf"(?<!{_LETTER})(?<!{_LETTER}[-.])"
_NO_WORD_AFTER = rf"(?!{_LETTER}|[-.]{_LETTER})"


@dataclass(frozen=True)
class Catalogue:
    """The applications, those of the user's own folders first."""

    applications: tuple[Application, ...] = ()

    @classmethod
    def read(cls) -> Self:
        """Return what is installed now."""
        return cls(tuple(_installed()))

    def find(self, name: str) -> Application:
        """Return the application of that name, whatever its case.

        A name proper counts before a file name, an executable's or a generic one ("Text Editor"). Raises
        `UnknownApplicationError`, which suggests what is alike.
        """
        if found := self._called(_fold(name)):
            return found[0]
        raise UnknownApplicationError(f"No application called {quote(name)} is installed.{self._suggestion(name)}")

    def named_in(self, text: str) -> frozenset[Application]:
        """Return the applications that a person's text names: "open Mousepad and …", "打开GIMP".

        A name is whole words, and stands there in full. One that several applications answer to (the program that
        starts them all, say) names none.
        """
        text = _fold(text)
        names = {_fold(name) for application in self.applications for name in application.all_names}
        found = [self._called(name) for name in names if _is_telling(name) and _stands_in(name, text)]
        return frozenset(applications[0] for applications in found if len(applications) == 1)

    def _called(self, wanted: str) -> list[Application]:
        """Return those to whom the wanted name, folded, is of the most telling kind."""
        ranks = [(_rank(application, wanted), application) for application in self.applications]
        best = min((rank for rank, _ in ranks if rank is not None), default=None)
        return [application for rank, application in ranks if rank is not None and rank == best]

    def _suggestion(self, name: str) -> str:
        names = {application.name: application.name.casefold() for application in self.applications}
        alike = fuzzy.extract(name.strip().casefold(), names, limit=_SUGGESTIONS, score_cutoff=_ALIKE)
        return f" Did you mean {' or '.join(quote(found) for _, _, found in alike)}?" if alike else ""


def _rank(application: Application, wanted: str) -> int | None:
    """Return the place of the first kind of name that the wanted one is among, or None."""
    kinds = (frozenset((application.name,)), *application.names)
    return next((n for n, kind in enumerate(kinds) if wanted in map(_fold, kind)), None)


def _is_telling(name: str) -> bool:
    return sum(map(str.isalnum, name)) >= _SHORTEST_NAME


def _stands_in(name: str, text: str) -> bool:
    return name in text and bool(re.search(_NO_WORD_BEFORE + re.escape(name) + _NO_WORD_AFTER, text))


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _installed() -> Iterator[Application]:
    if sys.platform == "darwin":
        return _bundles()
    if sys.platform == "win32":
        return _shortcuts()
    return desktop_applications()


def _bundles() -> Iterator[Application]:
    """Yield macOS's application bundles. Tried on no Mac."""
    for folder in (Path("/Applications"), Path("/System/Applications"), Path.home() / "Applications"):
        for path in sorted(folder.rglob("*.app")):
            yield Application(path.stem, ("open", "-a", str(path)), from_users_folder=is_users_own(path, folder))


def _shortcuts() -> Iterator[Application]:
    """Yield the shortcuts of Windows' start menu. Tried on no Windows."""
    for variable in ("APPDATA", "PROGRAMDATA"):
        menu = Path(os.environ[variable]) / "Microsoft" / "Windows" / "Start Menu" / "Programs"
        for path in sorted(menu.rglob("*.lnk")):
            yield Application(path.stem, ("explorer.exe", str(path)), from_users_folder=is_users_own(path, menu))

"""The pages of the installed package `miniwob`. Of the package only its pages are used; it is never imported."""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from tasks.task.nearest import nearest

_PAGES = Path("html", "miniwob")


class MiniWobError(Exception):
    """MiniWoB++ cannot do what is asked of it; the sentence says what to do."""


def pages() -> dict[str, Path]:
    """Return the pages by their names, such as `click-test`, sorted. Raises `MiniWobError` where there are none."""
    spec = find_spec("miniwob")
    folders = spec.submodule_search_locations or () if spec else ()
    found = {page.stem: page for folder in folders for page in Path(folder, _PAGES).glob("*.html")}
    if not found:
        raise MiniWobError("MiniWoB++ is not installed: pip install 'deskhand[miniwob]'.")
    return dict(sorted(found.items()))


def page_named(name: str) -> Path:
    """Return a page. Raises `MiniWobError` with the nearest name where there is none."""
    known = pages()
    if name not in known:
        raise no_page(name, known)
    return known[name]


def no_page(name: str, known: Iterable[str]) -> MiniWobError:
    """Return the error about a name that none of the pages has."""
    alike = nearest(name, known)
    meant = f"is `{alike}` meant?" if alike else "`deskhand run miniwob:all --list` shows all."
    return MiniWobError(f"MiniWoB++ has no page `{name}`: {meant}")

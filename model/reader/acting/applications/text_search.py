"""Looking for a text with the application's own search: the usual keys, the text, Enter.

It is found where it then stands on the screen once more than in the search's own field, and no word says otherwise.
"""

import re
import unicodedata

from model.reader.acting.place import Place
from model.reader.acting.way import Act, CannotError, Way, press
from model.reader.plan import Find
from model.reader.scene import Scene
from model.sight.locate import find

_MISSING = re.compile(
    r"not (?:be )?found|no (?:results|match|occurrence)|\b0 (?:of|matches|results)\b|\b0/0\b"
    r"|未找到|找不到|没有找到|无结果",
    re.IGNORECASE,
)


def _find(due: Find, place: Place, scene: Scene) -> Act | None:
    match place.stage:
        case "":
            return Act("opened", press("ctrl", "f"), {"missing": _is_missing(scene)})
        case "opened":
            return Act("typed", {"action_type": "input_text", "text": due.text})
        case "typed":
            return Act("sought", press("enter"))
        case _:
            return None


def _found(due: Find, place: Place, scene: Scene) -> bool | None:
    """A search that was open already changes nothing by being opened, nor one that has its find by Enter."""
    match place.trying:
        case "opened":
            return True
        case "typed":
            if scene.changed is not None and not scene.shows_typed(due.text):
                raise CannotError(f"I cannot see “{due.text}” in the search; the screen reads: {scene.reading()}.")
            return True
        case _:
            if _is_missing(scene) and not place.notes.get("missing"):
                raise CannotError(f"The search says that “{due.text}” is not there")
            return _times(due.text, scene) > 1


def _is_missing(scene: Scene) -> bool:
    return any(_MISSING.search(line.text) for line in scene.unstated_lines)


def _times(text: str, scene: Scene) -> int:
    """Count how often a text stands on the screen, parts of words and slips of reading included."""
    wanted = _even(text)
    lines = scene.unstated_lines
    return sum(max(_even(line.text).count(wanted), len(find(text, [line]))) for line in lines)


def _even(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


FIND: Way[Find] = Way(_find, seen=_found, once=frozenset({"typed", "sought"}))

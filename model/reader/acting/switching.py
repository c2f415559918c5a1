"""Bringing a window to the front: by a click on its title, where that shows, else through all windows by the keys."""

from model.reader.acting.place import Place
from model.reader.acting.way import Act, CannotError, Way, click, press
from model.reader.finding.find import find_all
from model.reader.finding.titles import titles
from model.reader.plan import SwitchTo, Target
from model.reader.scene import Scene
from model.sight.locate import Closeness

_MOST_TURNS = 4
_CLICKED = "clicked"


def _switch_to(due: SwitchTo, place: Place, scene: Scene) -> Act | None:
    """Click its title, or go on to the window used before, and once more, until its name is read."""
    if place.stage == _CLICKED:
        return None
    if shown := titles(due.name, scene.lines, scene.pixels):
        return Act(_CLICKED, click(shown[0], scene))
    turns = int(place.stage or 0)
    if turns and _is_read(due.name, scene):
        return None
    if turns >= _MOST_TURNS:
        raise CannotError(f"I find no window “{due.name}”; the screen reads: {scene.reading()}.")
    return Act(str(turns + 1), press("alt", "tab") if turns % 2 == 0 else press("alt", "shift", "tab"))


def _is_read(name: str, scene: Scene) -> bool:
    return any(place.closeness <= Closeness.WORDS for place in find_all(Target(name), scene))


SWITCH_TO: Way[SwitchTo] = Way(_switch_to, seen=lambda due, place, scene: True)
"""A window may be in front already: then neither a click nor the keys change anything."""

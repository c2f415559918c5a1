"""Bringing a window to the front: by a click on its title, where that shows, else through all windows by the keys.

A name that is read elsewhere shows nothing: a window may speak of another one, and stay behind.
"""

from model.reader.acting.place import Place
from model.reader.acting.way import Act, CannotError, Way, click, press
from model.reader.finding.named.titles import tabs_in_bars, titles
from model.reader.plan import SwitchTo
from model.reader.scene import Scene
from model.sight.text_line import PixelBox

_MOST_TURNS = 4
_CLICKED = "clicked"


def _switch_to(due: SwitchTo, place: Place, scene: Scene) -> Act | None:
    """Click its title, or go on to the window used before, and once more, until its title shows."""
    if place.stage == _CLICKED:
        return None
    if title := _title(due.name, scene):
        return Act(_CLICKED, click(title, scene))
    turns = int(place.stage or 0)
    if turns >= _MOST_TURNS:
        raise CannotError(f"I see no window with the title “{due.name}”; the screen reads: {scene.reading()}.")
    return Act(str(turns + 1), press("alt", "tab") if turns % 2 == 0 else press("alt", "shift", "tab"))


def _title(name: str, scene: Scene) -> PixelBox | None:
    """Return the title that names a window, in its bar or in one of its own making; the costlier look comes last."""
    shown = titles(name, scene.lines, scene.pixels) or tabs_in_bars(name, scene.lines, scene.elements)
    return shown[0] if shown else None


SWITCH_TO: Way[SwitchTo] = Way(_switch_to, seen=lambda due, place, scene: True)
"""A window may be in front already: then neither a click nor the keys change anything."""

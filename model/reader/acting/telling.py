"""Reading out, waiting for something, and pauses."""

from model.reader.acting.conditions import holds, is_visible
from model.reader.acting.controls.writing import value_of
from model.reader.acting.place import Place
from model.reader.acting.way import Act, CannotError, Told, Way
from model.reader.finding.find import find_all, find_one
from model.reader.plan import Pause, Tell, WaitFor
from model.reader.scene import Scene

_MOST_LOOKS = 15
_LONGEST_WAIT = 5.0  # seconds between two looks
_LONGEST_PAUSE = 60.0  # seconds in one action


def _tell(due: Tell, place: Place, scene: Scene) -> Told:
    match due.question:
        case "count":
            return Told(str(len(find_all(due.target, scene))))
        case "is" if due.condition:
            return Told("yes" if holds(due.condition, scene) else "no")
        case _:
            return Told(value_of(due.target, scene))


def _wait_for(due: WaitFor, place: Place, scene: Scene) -> Act | None:
    if not due.gone:
        find_one(due.target, scene)
        return None
    if not is_visible(due.target, scene):
        return None
    looks = int(place.stage or 0) + 1
    if looks > _MOST_LOOKS:
        raise CannotError(f"{due.target} is still there")
    return Act(str(looks), {"action_type": "wait", "seconds": min(float(looks), _LONGEST_WAIT)})


def _pause(due: Pause, place: Place, scene: Scene) -> Act | None:
    waited = int(place.stage or 0)
    left = due.seconds - waited * _LONGEST_PAUSE
    if scene.following and not waited:
        _ = scene.elements  # what comes next is looked for on a screen that was read before the pause
    if left <= 0 and waited:
        return None
    return Act(str(waited + 1), {"action_type": "wait", "seconds": min(left, _LONGEST_PAUSE)})


TELL: Way[Tell] = Way(_tell)
WAIT_FOR: Way[WaitFor] = Way(_wait_for, seen=lambda due, place, scene: True)
PAUSE: Way[Pause] = Way(_pause, seen=lambda due, place, scene: True)

"""Decides the next action: the instruction that is due, carried out on the screen as it is seen.

Every action's effect is looked for on the next screenshot: where it is not there, it is waited for, tried once more or
in another way, and then told honestly. Nothing follows a step whose effect was not seen, least of all "done".
"""

from collections.abc import Sequence
from dataclasses import replace

from model.base import Turn
from model.reader.acting.flow import after, due_at, following, in_search, into, it_of, preceding
from model.reader.acting.place import Place
from model.reader.acting.search import look_again
from model.reader.acting.way import TRIES, Act, CannotError, Told
from model.reader.acting.ways import way_of
from model.reader.answer import ActionFields, Answer, read_place
from model.reader.finding.find import NotFoundError
from model.reader.plan import ForEach, If, Instruction, OpenApp, Repeat
from model.reader.scene import Scene

_LATE, _LATE_START = 2.5, 5.0  # seconds in which an effect may still come, and an application's window
_MOST = 500  # instructions that need no action, one after the other
_READ = "read"  # the note of what the screen read when something was tried
_CHANGED = "changed"  # the note that something did at once, if not what was wanted
_CONTROL = (If, ForEach, Repeat)


def decide(plan: Sequence[Instruction], turns: Sequence[Turn], scene: Scene) -> Answer:
    """Return the next action, or the end: all done, or honestly given up."""
    place, turn = read_place(turns)
    scene.changed = turn.changed if turn else None
    if place.trying and turn:
        judged = _judged(plan, place, turn, scene)
        if isinstance(judged, Answer):
            return judged
        place = judged
    for _ in range(_MOST):
        due = due_at(plan, place.path)
        if due is None:
            return _ended(place, len(plan), scene)
        step = _next_step(plan, due, place, scene)
        if isinstance(step, Answer):
            return step
        place = step
    return give_up(place, "This goes round in circles and does nothing.")


def give_up(place: Place, reason: str) -> Answer:
    """Return the answer that ends the run as infeasible."""
    return Answer(place, "This cannot be carried out.", {"action_type": "infeasible", "reason": reason})


def _next_step(plan: Sequence[Instruction], due: Instruction, place: Place, scene: Scene) -> Answer | Place:
    """Return what is done for an instruction, or the place after it where nothing is left to do."""
    _set_among(plan, place, scene)
    try:
        if isinstance(due, _CONTROL):
            return into(due, place, scene)
        if not place.stage and not place.tries:
            scene.think(f"Step {place.path[0] + 1} of {len(plan)}: {due}.")
        return _carried_out(plan, due, place, scene)
    except NotFoundError as error:
        return look_again(place, due, error, scene)
    except CannotError as error:
        return give_up(place, str(error))


def _set_among(plan: Sequence[Instruction], place: Place, scene: Scene) -> None:
    """Tell the scene what stands around the instruction in the plan."""
    scene.it = it_of(plan, place)
    scene.preceding, scene.following = preceding(plan, place), following(plan, place)


def _carried_out(plan: Sequence[Instruction], due: Instruction, place: Place, scene: Scene) -> Answer | Place:
    done = way_of(due, place, scene).act(due, place, scene)
    if isinstance(done, Act):
        notes = {**place.notes, **done.notes, _READ: scene.words_digest}
        trying = replace(place, trying=done.stage, looks=0, notes=notes)
        return Answer(trying, f"The goal says: {due}.", done.action)
    if isinstance(done, Told):
        scene.think(f"{due}: {done.text}")
        place = replace(place, told=(*place.told, done.text))
    return after(plan, place)


def _judged(plan: Sequence[Instruction], place: Place, turn: Turn, scene: Scene) -> Place | Answer:
    """Return the place after what was tried: on, or once more; or the answer that waits for an effect or gives up."""
    due = due_at(plan, place.path)
    if due is None or isinstance(due, _CONTROL):
        return replace(place, trying="")
    if turn.failed:
        failures = place.failures + 1
        if failures >= TRIES:
            return give_up(place, f"Tried {failures} times: {due}. {turn.outcome}")
        return replace(place, trying="", failures=failures)
    _set_among(plan, place, scene)
    try:
        seen = way_of(due, place, scene).seen(due, place, scene)
    except CannotError as error:
        return give_up(place, str(error))
    except NotFoundError:
        seen = None
    if seen or (seen is None and (turn.changed is not False or _reads_otherwise(place, scene))):
        return place.seen()
    if place.waited and in_search(plan, place):
        return place.seen()
    return _without_effect(due, place, scene)


def _reads_otherwise(place: Place, scene: Scene) -> bool:
    """Say whether an effect came between two looks: the screen reads otherwise than when something was tried."""
    before = place.notes.get(_READ)
    return bool(place.waited and before and scene.lines) and scene.words_digest != before


def _without_effect(due: Instruction, place: Place, scene: Scene) -> Place | Answer:
    """Give a late effect a moment, then the step one more try; what would then be done twice gets none."""
    if not place.waited:
        seconds = _LATE_START if isinstance(due, OpenApp) else _LATE
        waiting: ActionFields = {"action_type": "wait", "seconds": seconds}
        notes = {**place.notes, _CHANGED: scene.changed is not False}
        return Answer(replace(place, waited=True, notes=notes), f"I see no effect yet: {due}.", waiting)
    way, tries = way_of(due, place, scene), place.tries + 1
    if tries < way.tries and place.trying not in way.once:
        return place.again()
    times = "once" if tries == 1 else f"{tries} times"
    changed = place.notes.get(_CHANGED) or scene.changed is not False
    what = "its effect is not to be seen" if changed else "nothing on the screen changed"
    return give_up(place, f"Tried {times}, and {what}: {due}. The screen reads: {scene.reading()}.")


def _ended(place: Place, total: int, scene: Scene) -> Answer:
    scene.think(f"All {total} steps are done.")
    if place.told:
        return Answer(place, "This was asked for.", {"action_type": "answer", "text": "\n".join(place.told)})
    return Answer(place, "Everything that the goal says is done.", {"action_type": "done"})

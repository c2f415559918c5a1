"""Decides the next action: the instruction that is due, carried out on the screen as it is read.

Writes actions as GLM's JSON dialect has them, extended for the desktop: field names are those of the prompt's list.
"""

from collections.abc import Sequence
from dataclasses import replace

from model.reader.answer import ActionFields, Answer, Json, Place, box_2d
from model.reader.evidence import is_secret
from model.reader.instructions import (
    Click,
    Drag,
    Hover,
    Instruction,
    OpenApp,
    Pause,
    Press,
    Scroll,
    Target,
    Type,
    WaitFor,
)
from model.reader.scene import NotReadError, Scene, Think

_TRIES = 2  # of an action that fails, or that changes nothing
_LOOKS = 3  # for a target, where it should be there already
_LOOKS_WAITING = 10  # for a target that is waited for
_LONGEST_WAIT = 5.0  # seconds between two looks
_LATE, _LATE_START = 2.0, 5.0  # seconds in which an effect may still come, and an application's window
_LISTED = 40  # lines named when nothing fits


def decide(instructions: Sequence[Instruction], place: Place, scene: Scene, think: Think) -> Answer:
    """Return the next action, or the end: all done, or honestly given up."""
    if len(place.failures) >= _TRIES:
        return give_up(place, f"Tried {len(place.failures)} times: {instructions[place.done]}. {place.failures[0]}")
    if place.unseen and _stood_already(instructions[place.done], place, scene):
        place = Place(place.done + 1)
    if place.unseen and (answer := _without_effect(instructions[place.done], place)):
        return answer
    if place.typed and not _has_arrived(last := instructions[place.done - 1], scene):
        return give_up(place, f"I cannot see the text after this: {last}. The screen reads: {_reading(scene)}.")
    while place.done < len(instructions):
        due = instructions[place.done]
        think(f"Step {place.done + 1} of {len(instructions)}: {due}.")
        try:
            action = _carry_out(due, scene, place.unseen)
        except NotReadError as error:
            return _look_again(place, due, error, scene)
        place = Place(place.done + 1, unseen=place.unseen if action else 0)
        if action:
            return Answer(place, f"The goal says: {due}.", action)
    think(f"All {len(instructions)} steps are done.")
    return Answer(place, "Everything that the goal says is done.", {"action_type": "done"})


def _stood_already(due: Instruction, place: Place, scene: Scene) -> bool:
    """Say whether what changed nothing need not: the field said so before, or a terminal hides a secret."""
    return isinstance(due, Type) and (is_secret(due.text) or (not place.waited and scene.field_reads(due.text)))


def _without_effect(due: Instruction, place: Place) -> Answer | None:
    """Give a late effect a moment, then the instruction one more try; what would then be done twice gets none."""
    once = isinstance(due, Type | Press | OpenApp)
    if not place.waited:
        seconds = _LATE_START if isinstance(due, OpenApp) else _LATE
        return Answer(place, f"I see no effect yet: {due}.", {"action_type": "wait", "seconds": seconds})
    if place.unseen < _TRIES and not once:
        return None
    times = "once" if place.unseen == 1 else f"{place.unseen} times"
    return give_up(place, f"Tried {times}, and nothing on the screen changed: {due}.")


def give_up(place: Place, reason: str) -> Answer:
    """Return the answer that ends the run as infeasible."""
    return Answer(place, "This cannot be carried out.", {"action_type": "infeasible", "reason": reason})


def _carry_out(instruction: Instruction, scene: Scene, tried: int = 0) -> ActionFields | None:
    """Return the action for an instruction, `tried` in vain before; None where there is nothing left to do for it."""
    match instruction:
        case Click(target, button, clicks):
            return {"action_type": "click", "box_2d": _box(target, scene, tried), "button": button, "clicks": clicks}
        case Hover(target):
            return {"action_type": "hover", "box_2d": _box(target, scene)}
        case Drag(source, target):
            return {"action_type": "drag", "box_2d": _box(source, scene), "to_box_2d": _box(target, scene)}
        case Type(text, target):
            return {"action_type": "input_text", "text": text, **(_into(target, scene) if target else {})}
        case Press(keys):
            return {"action_type": "press_keys", "keys": list(keys)}
        case Scroll(direction, notches, target):
            over: dict[str, Json] = {"box_2d": _box(target, scene)} if target else {}
            return {"action_type": "scroll", "direction": direction, "notches": notches, **over}
        case WaitFor(target):
            scene.place(target)
            return None
        case Pause(seconds):
            return {"action_type": "wait", "seconds": seconds}
        case OpenApp(name):
            return {"action_type": "open_app", "app_name": name}


def _box(target: Target, scene: Scene, tried: int = 0) -> list[list[int]]:
    return box_2d(scene.place(target, tried), scene.image)


def _into(target: Target, scene: Scene) -> dict[str, Json]:
    """A label's field is one line high: what it holds is replaced. Other text is clicked as it is."""
    field = scene.field(target)
    if field:
        return {"box_2d": box_2d(field, scene.image), "override": True}
    return {"box_2d": _box(target, scene)}


def _look_again(place: Place, due: Instruction, missing: NotReadError, scene: Scene) -> Answer:
    """Wait a little longer each time, then give up and say what can be read instead."""
    looks, target = place.looks + 1, missing.target
    if looks < (_LOOKS_WAITING if isinstance(due, WaitFor) else _LOOKS):
        seconds = min(float(looks), _LONGEST_WAIT)
        return Answer(
            replace(place, looks=looks), f"{target} is not there yet.", {"action_type": "wait", "seconds": seconds}
        )
    where = f"Only the goal itself, written on the screen, reads {target}"
    what = where if missing.stated else f"Nothing on the screen reads {target}"
    return give_up(place, f"{what}; it reads: {_reading(scene)}.")


def _has_arrived(instruction: Instruction, scene: Scene) -> bool:
    return not isinstance(instruction, Type) or scene.shows_typed(instruction.text)


def _reading(scene: Scene) -> str:
    texts = [line.text for line in scene.lines]
    more = ", …" if len(texts) > _LISTED else ""
    return (", ".join(texts[:_LISTED]) + more).rstrip(".") if texts else "nothing at all"

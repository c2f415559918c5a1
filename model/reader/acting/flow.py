"""The way through a plan: from one instruction to the next, into loops and conditions and out of them.

A path has an odd length at an instruction; at the beginning of a round of a loop its last number is the round's.
"""

from collections.abc import Sequence
from dataclasses import replace

from model.reader.acting.conditions import holds
from model.reader.acting.place import Place
from model.reader.acting.search import further_on
from model.reader.acting.way import CannotError
from model.reader.answer import Answer
from model.reader.finding.find import NotFoundError, find_all
from model.reader.finding.items import keyed, next_key, still_there
from model.reader.plan import ForEach, If, Instruction, Repeat
from model.reader.scene import It, Scene

_MOST_ROUNDS = 100


def due_at(plan: Sequence[Instruction], path: Sequence[int]) -> Instruction | None:
    """Return the instruction that a path leads to, or None at the end of the plan."""
    due: Instruction | None = plan[path[0]] if path[0] < len(plan) else None
    for turn, number in zip(path[1::2], path[2::2], strict=False):
        body = _body(due, turn)
        due = body[number] if number < len(body) else None
    return due


def after(plan: Sequence[Instruction], place: Place) -> Place:
    """Return the place after the instruction: the next one, or the next round of what holds it."""
    *outer, number = place.path
    if not outer:
        return place.at(number + 1)
    holder = due_at(plan, outer[:-1])
    if number + 1 < len(_body(holder, outer[-1])):
        return place.at(*outer, number + 1)
    if isinstance(holder, If):
        return after(plan, place.at(*outer[:-1]))
    return place.at(*outer[:-1], outer[-1] + 1)


def following(plan: Sequence[Instruction], place: Place) -> Instruction | None:
    """Return what the plan says after the instruction, as far as that is known beforehand."""
    return due_at(plan, after(plan, place).path) if len(place.path) % 2 else None


def preceding(plan: Sequence[Instruction], place: Place) -> list[Instruction]:
    """Return what the plan says before the instruction and beside it, in its order."""
    *outer, number = place.path if len(place.path) % 2 else (0,)
    before = (due_at(plan, (*outer, earlier)) for earlier in range(number))
    return [instruction for instruction in before if instruction]


def in_search(plan: Sequence[Instruction], place: Place) -> bool:
    """Say whether the instruction is part of a search through several, which looks for its own end after each."""
    holder = due_at(plan, place.path[:-2]) if len(place.path) > 2 else None
    return isinstance(holder, ForEach) and holder.until is not None


def into(due: If | ForEach | Repeat, place: Place, scene: Scene) -> Place | Answer:
    """Return the place inside a loop or a condition, or after it; or what shows more to go through.

    Raises `NotFoundError`, `CannotError`.
    """
    path, turn = (place.path, 0) if len(place.path) % 2 else (place.path[:-1], place.path[-1])
    past = place.at(*path[:-1], path[-1] + 1)
    match due:
        case If(condition):
            branch = 0 if holds(condition, scene) else 1
            return place.at(*path, branch, 0) if _body(due, branch) else past
        case Repeat(body, times, until):
            over = (until is not None and turn > 0 and holds(until, scene)) or (times and turn >= times)
            if not over and turn >= _MOST_ROUNDS:
                raise CannotError(f"Done {turn} times without its end: {due}")
            return past if over or not body else place.at(*path, turn, 0)
        case ForEach():
            return _next_round(due, place, path, turn, scene) or past


def _next_round(due: ForEach, place: Place, path: tuple[int, ...], turn: int, scene: Scene) -> Place | Answer | None:
    key = _key(path)
    handled = place.rounds.get(key, [])
    if (due.until and holds(due.until, scene)) or (due.limit and turn >= due.limit):
        return None
    keys = [name for name, _ in keyed(find_all(due.each, scene))]
    handled = still_there(handled, keys)
    if found := next_key(keys, handled):
        return replace(place.at(*path, turn, 0), rounds={**place.rounds, key: [*handled, found]})
    if not turn:
        raise NotFoundError(due.each)
    if (onward := further_on(place, scene)) or turn >= due.limit:
        return onward
    raise CannotError(f"I find {turn} and not {due.limit} of these: {due.each}; the screen reads: {scene.reading()}.")


def it_of(plan: Sequence[Instruction], place: Place) -> It | None:
    """Return the one whose turn it is in the innermost loop over several."""
    innermost = len(place.path) - (2 if len(place.path) % 2 else 3)  # where a round begins, it is nobody's turn yet
    for length in range(innermost, 0, -2):
        outer = place.path[:length]
        due, handled = due_at(plan, outer), place.rounds.get(_key(outer), [])
        if isinstance(due, ForEach) and handled:
            return It(due.each, handled[-1])
    return None


def _body(due: Instruction | None, turn: int) -> Sequence[Instruction]:
    match due:
        case If(_, then, otherwise):
            return otherwise if turn else then
        case ForEach(body=body) | Repeat(body=body):
            return body
        case _:
            return ()


def _key(path: Sequence[int]) -> str:
    return ".".join(map(str, path))

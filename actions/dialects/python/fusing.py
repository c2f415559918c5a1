"""Several small deeds that make up one action: a click and what is typed there, keys held around it, a drag by hand.

Some models write these one after the other. What makes up more than one action is refused, since each is to be followed
by a look at the screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias, get_args

from actions.errors import UnreadableReplyError
from actions.schema import Action, Box, Click, Drag, Hover, LongPress, Modifier, PressKeys, Scroll, TypeText, Wait


@dataclass(frozen=True)
class Hold:
    """Keys that go down, or come up again."""

    keys: tuple[str, ...]
    down: bool


@dataclass(frozen=True)
class Button:
    """The left button goes down, or comes up again, at a place."""

    box: Box
    down: bool


@dataclass(frozen=True)
class DragTo:
    """A drag from where the pointer is."""

    box: Box


Deed: TypeAlias = Action | Hold | Button | DragTo

_SELECT_ALL = ("ctrl", "a")
_ENTER = ("enter",)
_LONGEST_CHORD = 5
_MODIFIERS = frozenset(get_args(Modifier))
_TWO_ACTIONS = "The answer does more than one action; write the first one, and look at the screen after it."
_NO_START = "A drag needs a place to begin at."


def fused(deeds: Sequence[Deed], pointer: Box | None = None) -> Action:
    """Return the one action that deeds make up; `pointer` is where it was before. Raises `UnreadableReplyError`."""
    moving: list[Deed] = [deed for deed in deeds if not isinstance(deed, Wait)]
    match _without_idle_moves(moving or [*deeds[:1]]):
        case [Hold(down=True) as held, *inner, Hold(down=False) as freed] if set(held.keys) == set(freed.keys):
            return _holding(held.keys, fused(inner, pointer))
        case [Button(down=True) as press, *moves, Button(down=False) as release] if _are_hovers(moves):
            return _by_hand(press, release)
        case [Hover() as start, DragTo() as end]:
            return Drag(box_2d=start.box_2d, to_box_2d=end.box)
        case [DragTo() as end] if pointer:
            return Drag(box_2d=pointer, to_box_2d=end.box)
        case [DragTo()]:
            raise UnreadableReplyError(_NO_START)
        case [TypeText() | Click(), *_] as typing if len(typing) > 1:
            return _typed(typing)
        case [Hover() as move, Scroll(box_2d=None) as scroll]:
            return scroll.model_copy(update={"box_2d": move.box_2d})
        case []:
            raise UnreadableReplyError("The answer holds no action; write one of the list.")
        case [Hold() | Button()]:
            raise UnreadableReplyError(
                "Keys and buttons are held within one action only: write what is done with them."
            )
        case [deed] if not isinstance(deed, Hold | Button | DragTo):
            return deed
        case _:
            raise UnreadableReplyError(_TWO_ACTIONS)


def _without_idle_moves(deeds: list[Deed]) -> list[Deed]:
    """Leave out a move of the pointer to where the next deed goes anyway."""
    return [
        deed
        for deed, after in zip_longest(deeds, deeds[1:])
        if not (isinstance(deed, Hover) and _place(after) == deed.box_2d)
    ]


def _place(deed: Deed | None) -> Box | None:
    if isinstance(deed, Button):
        return deed.box
    return deed.box_2d if isinstance(deed, Click | Drag | LongPress | TypeText | Scroll) else None


def _holding(keys: tuple[str, ...], action: Action) -> Action:
    match action:
        case Click() | Drag() if _MODIFIERS.issuperset(keys):
            return action.model_copy(update={"modifiers": keys})
        case PressKeys() if len(keys) + len(action.keys) <= _LONGEST_CHORD:
            return PressKeys(keys=(*keys, *action.keys))
        case _:
            raise UnreadableReplyError(_TWO_ACTIONS)


def _are_hovers(deeds: Sequence[Deed]) -> bool:
    return all(isinstance(deed, Hover) for deed in deeds)


def _by_hand(press: Button, release: Button) -> Action:
    if press.box == release.box:
        return LongPress(box_2d=press.box)
    return Drag(box_2d=press.box, to_box_2d=release.box)


def _typed(deeds: Sequence[Deed]) -> Action:
    """Return a click on a field, perhaps its contents selected, the text, and perhaps Enter as one action."""
    rest, box, clears = list(deeds), None, False
    if isinstance(click := rest[0], Click):
        box, clears = click.box_2d, click.clicks > 1
        rest = rest[1:]
    if isinstance(chord := rest[0], PressKeys) and chord.keys == _SELECT_ALL and box:
        clears, rest = True, rest[1:]
    match rest:
        case [TypeText(box_2d=None) as typed] if box:
            return typed.model_copy(update={"box_2d": box, "override": typed.override or clears})
        case [TypeText(box_2d=None) as typed, PressKeys(keys=keys)] if keys == _ENTER:
            update = {"box_2d": box, "override": typed.override or clears, "press_enter": True}
            return typed.model_copy(update=update)
        case _:
            raise UnreadableReplyError(_TWO_ACTIONS)

"""What the calls of AgentNet are in our actions, there and back."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pydantic import ValidationError

from actions.schema import (
    Action,
    Answer,
    AskUser,
    Box,
    Click,
    Done,
    Drag,
    Hover,
    Infeasible,
    LongPress,
    OpenApp,
    Point,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)
from tasks.recorded.steps import BadRecordError
from tasks.recorded.trajectories.notations.call import Call, is_enter

CENTRE = Point(0.5, 0.5)
"""Where the published readers of replies have the pointer for a scroll without a place."""

_CLICKS = {("left", 1): "click", ("left", 2): "doubleClick", ("left", 3): "tripleClick"}
_BUTTONS = {"right": "rightClick", "middle": "middleClick"}
_PYAUTOGUI_KEYS = {"super": "win"}
_LONGEST_WAIT = 60.0
_DIGITS = 4  # after the point, so that a prompt does not tell 642.6 as 642.5999999999999


def as_calls(actions: Iterable[Action], *, bare: bool = False) -> tuple[Call, ...]:
    """Return what actions come to in calls.

    Where text goes, where a drag begins and where a scroll takes place are calls of their own, which `bare` leaves out:
    the pointer may be there already. A scroll that names no place is at the centre, unless the pointer moved before.
    """
    calls = list[Call]()
    for action in actions:
        moved = any(call.place for call in calls)
        calls += _bare_calls(action) if bare else _calls(action, moved=moved)
    return tuple(_joined(calls))


def as_actions(calls: Sequence[Call]) -> tuple[Action, ...]:
    """Return what calls come to in our actions. Raises `BadRecordError` for a call that is not known."""
    actions, waiting = list[Action](), list(calls)
    while waiting:
        call, then = waiting[0], waiting[1] if len(waiting) > 1 else None
        pair = then and _pair(call, then)
        try:
            actions += [pair] if pair else _single(call)
        except ValidationError as error:
            raise BadRecordError(f"the action {call.name} cannot be: {error.errors()[0]['msg']}.") from None
        del waiting[: 2 if pair else 1]
    return tuple(actions)


def box_at(call: Call) -> Box:
    """Return where a call is, as a box without extent. Raises `BadRecordError`."""
    if call.place is None:
        raise BadRecordError(f"the action {call.name} has no place.")
    x, y = call.place
    if not (0 <= x <= 1 and 0 <= y <= 1):
        raise BadRecordError(f"the place ({x:g}, {y:g}) of {call.name} lies outside the image, which is 0 to 1.")
    return Box.at(round(x * 1000, _DIGITS), round(y * 1000, _DIGITS))


def _calls(action: Action, *, moved: bool) -> Iterator[Call]:
    match action:
        case TypeText(box_2d=Box() as box):
            yield Call("click", _place(box))
        case Drag(box_2d=box):
            yield Call("moveTo", _place(box))
        case Scroll(box_2d=Box() as box):
            yield Call("moveTo", _place(box))
        case Scroll() if not moved:
            yield Call("moveTo", CENTRE)
        case _:
            pass
    yield from _bare_calls(action)


def _bare_calls(action: Action) -> Iterator[Call]:
    match action:
        case Click(box_2d=box, button=button, clicks=clicks, modifiers=modifiers):
            yield from (Call("keyDown", keys=(modifier,)) for modifier in modifiers)
            yield Call(_BUTTONS.get(button) or _CLICKS[button, clicks], _place(box))
        case Hover(box_2d=box):
            yield Call("moveTo", _place(box))
        case LongPress(box_2d=box):
            yield Call("mouseDown", _place(box))
        case Drag(to_box_2d=box):
            yield Call("dragTo", _place(box))
        case TypeText(text=text, override=override, press_enter=press_enter):
            if override:
                yield Call("hotkey", keys=("ctrl", "a"))
            yield Call("write", text=f"{text}\n" if press_enter else text)
        case PressKeys(keys=keys):
            yield Call(
                "hotkey" if len(keys) > 1 else "press", keys=tuple(_PYAUTOGUI_KEYS.get(key, key) for key in keys)
            )
        case Scroll(direction=direction, notches=notches):
            name = "scroll" if direction in ("up", "down") else "hscroll"
            yield Call(name, amount=notches if direction in ("up", "right") else -notches)
        case Wait():
            yield Call("wait")
        case OpenApp(app_name=name):
            yield Call("open", text=name)
        case Done() | Answer():
            yield Call("terminate", text="success")
        case Infeasible():
            yield Call("terminate", text="failure")
        case AskUser(text=text):
            yield Call("ask", text=text)


def _joined(calls: Iterable[Call]) -> Iterator[Call]:
    """Yield the calls, keys that are pressed one after the other as one call, which is how they are recorded."""
    for name, together in groupby(calls, key=lambda call: call.name):
        if name == "press":
            yield Call("press", keys=tuple(key for call in together for key in call.keys))
        else:
            yield from together


def _place(box: Box) -> Point:
    return Point(box.centre.x / 1000, box.centre.y / 1000)


def _pair(call: Call, then: Call) -> Action | None:
    """Return the one action that two calls are, if they are one."""
    match call.kind, then.kind:
        case "moveto", "dragto":
            return Drag(box_2d=box_at(call), to_box_2d=box_at(then))
        case "moveto", ("scroll" | "hscroll"):
            return _scroll(then, box_at(call))
        case "write", ("press" | "hotkey") if is_enter(then.keys):
            return TypeText(text=call.text, press_enter=True)
        case _:
            return None


def _single(call: Call) -> list[Action]:
    match call.kind:
        case "click":
            return [Click(box_2d=box_at(call))]
        case "doubleclick":
            return [Click(box_2d=box_at(call), clicks=2)]
        case "tripleclick":
            return [Click(box_2d=box_at(call), clicks=3)]
        case "rightclick":
            return [Click(box_2d=box_at(call), button="right")]
        case "middleclick":
            return [Click(box_2d=box_at(call), button="middle")]
        case "moveto":
            return [Hover(box_2d=box_at(call))]
        case "dragto":  # from where the pointer is, which is nowhere to be seen
            return [Drag(box_2d=box_at(call), to_box_2d=box_at(call))]
        case "scroll" | "hscroll":
            return [_scroll(call, None)]
        case "write":
            return [TypeText(text=call.text.removesuffix("\n"), press_enter=call.text.endswith("\n"))]
        case "press":
            return [PressKeys(keys=(key,)) for key in call.keys if key]
        case "hotkey":
            return [PressKeys(keys=call.keys)]
        case "wait":
            return [Wait(seconds=min(call.amount or 2.0, _LONGEST_WAIT))]
        case "terminate":
            return [Done() if call.text == "success" else Infeasible()]
        case _:
            raise BadRecordError(f"the action {call.name[:40]} is not known.")


def _scroll(call: Call, box: Box | None) -> Scroll:
    notches = round(max(1, min(abs(call.amount), 50)))
    if call.kind == "scroll":
        return Scroll(direction="up" if call.amount > 0 else "down", notches=notches, box_2d=box)
    return Scroll(direction="right" if call.amount > 0 else "left", notches=notches, box_2d=box)

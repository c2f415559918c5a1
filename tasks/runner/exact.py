"""Exact steps as a model: it finds each step's target on the screenshot and answers with the action, thinking nothing.

So an exact step passes the same loop as a model's: judged, recorded, stopped, and followed until the screen is quiet.
A target that is not there yet is waited for; what failed is tried again on the next screenshot.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event

from actions.quotation import quote
from actions.schema import Action, Click, Done, Drag, Hover, Infeasible, PressKeys, Scroll, TypeText, Wait
from model.base import Request
from model.families import OTHER
from model.reply import Reply
from model.sight.ocr import Ocr
from tasks.runner.targets import Sighting, Unfound
from tasks.task.steps import (
    ClickStep,
    DoubleClickStep,
    DragStep,
    ExactStep,
    HoverStep,
    PressStep,
    RightClickStep,
    ScrollStep,
    TargetStep,
    TypeStep,
    WaitStep,
)
from tasks.task.targets import TextTarget

_ATTEMPTS = 3
_WAITS = (0.2, 0.3, 0.5, 0.8, 1.2, 1.8, 2.5)  # seconds: each is waited for once on the same screen


@dataclass(frozen=True)
class _Move:
    """One action of a step, made once its target is seen; `aim` is the text that it is found by, as a quotation."""

    action: Callable[[Sighting], Action]
    seconds: float
    aim: str = ""


class ExactMind:
    """Implements `model.base.Model` for some steps of a task in `folder`; answers done after the last one."""

    name = "exact steps"
    family = OTHER

    def __init__(
        self, steps: Sequence[ExactStep], ocr: Ocr, folder: Path, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._moves = [move for step in steps for move in _moves(step)]
        self._ocr, self._folder, self._clock = ocr, folder, clock
        self._next, self._begun, self._failures = 0, False, 0
        self._asked: float | None = None  # when the next move's target was first looked for
        self._waited = 0

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        """Answer with the next action, or a wait for its target."""
        assert request.screenshot is not None, "the loop shows one"
        action = self._decide(Sighting(request.screenshot, self._ocr, stop, self._folder), request)
        fields = action.model_dump_json().replace("<", "\\u003c")  # text must not pass for a mark
        text = f"Memory: {self._next} of {len(self._moves)} done.\nReason: {self._reason()}\nAction: {fields}"
        on_text(text)
        return Reply.parse(text)

    def answer_now(self) -> None:
        """Go on: nothing is thought."""

    def close(self) -> None:
        """Hold nothing, free nothing."""

    def _reason(self) -> str:
        aim = self._moves[self._next].aim if self._next < len(self._moves) else ""
        return f"The step aims at {aim}." if aim else ""

    def _decide(self, screen: Sighting, request: Request) -> Action:
        if self._begun:
            failed = bool(request.turns) and request.turns[-1].failed
            self._failures = self._failures + 1 if failed else 0
            self._next += not failed
            self._begun = False
            if self._failures >= _ATTEMPTS:
                return Infeasible(reason=request.turns[-1].outcome)
        if self._next >= len(self._moves):
            return Done()
        return self._move(screen, self._moves[self._next])

    def _move(self, screen: Sighting, move: _Move) -> Action:
        shown = self._clock()  # reading what is shown may take longer than the target is waited for
        self._asked = shown if self._asked is None else self._asked
        try:
            action = move.action(screen)
        except Unfound as unfound:
            if shown - self._asked >= move.seconds:
                return Infeasible(reason=f"{unfound} within {move.seconds:g} seconds.")
            self._waited += 1
            return Wait(seconds=_WAITS[self._waited % len(_WAITS)])
        self._asked, self._begun = None, True
        return action


def _moves(step: ExactStep) -> Iterator[_Move]:
    """Yield the actions of a step."""
    if isinstance(step, PressStep):
        for chord in step.press * step.times:
            yield _Move(partial(_pressed, chord), 0)
    elif isinstance(step, WaitStep):
        yield _Move(partial(_waited, step.wait), 0)
    elif isinstance(step, TargetStep):
        yield _Move(partial(_action, step), step.seconds, _aim(step))


def _aim(step: TargetStep) -> str:
    return " and then ".join(quote(value.text) for _, value in step if isinstance(value, TextTarget))


def _pressed(keys: tuple[str, ...], _screen: Sighting) -> Action:
    return PressKeys(keys=keys)


def _waited(seconds: float, _screen: Sighting) -> Action:
    return Wait(seconds=seconds)


def _action(step: TargetStep, screen: Sighting) -> Action:
    match step:
        case ClickStep():
            return Click(box_2d=screen.box(step.click), modifiers=step.modifiers)
        case DoubleClickStep():
            return Click(box_2d=screen.box(step.double_click), clicks=2, modifiers=step.modifiers)
        case RightClickStep():
            return Click(box_2d=screen.box(step.right_click), button="right", modifiers=step.modifiers)
        case TypeStep():
            field = screen.field(step.into) if step.into else None
            return TypeText(text=step.type, box_2d=field, override=step.replace, press_enter=step.enter)
        case DragStep():
            return Drag(box_2d=screen.box(step.drag), to_box_2d=screen.box(step.to), modifiers=step.modifiers)
        case ScrollStep():
            at = screen.box(step.at) if step.at else None
            return Scroll(direction=step.scroll, notches=step.notches, box_2d=at)
        case HoverStep():
            return Hover(box_2d=screen.box(step.hover))
        case _:
            raise AssertionError(f"{type(step).__name__} is no exact step")

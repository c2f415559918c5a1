"""Carrying out actions with the mouse and the keyboard. The only module that imports pyautogui.

Each single input passes the gate first, so that everything can be broken off between any two of them; whatever is held
then is released. Does not know why the gate says no, what the screen shows, or whether the action did any good.
"""

import sys
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from math import dist, inf
from types import TracebackType
from typing import Self, TypeAlias, assert_never

from actions.applications.catalogue import Catalogue
from actions.applications.launching import launch
from actions.effects import (
    DragTo,
    Drop,
    Effect,
    KeyEffect,
    Keys,
    Launch,
    Pause,
    Point,
    Press,
    Text,
    Turn,
    effects,
)
from actions.errors import ActionError, DisplayLostError
from actions.geometry import View
from actions.input.devices import FailSafeGate, MouseButton, PyautoguiKeyboard, open_system
from actions.input.gate import Gate, Input
from actions.input.held import held, held_keys
from actions.input.keyboard import press_chord
from actions.schema import Button, InputAction, Modifier
from actions.secrets import SecretStore

Position = tuple[int, int]

Confirm: TypeAlias = Callable[[Effect], None]
"""Asked right before each effect, when the ones before it have been carried out. Raises `ActionError` to forbid it."""

_BETWEEN_CLICKS_SECONDS = 0.03
_DOUBLE_CLICK_SECONDS = 0.5  # the longest that toolkits take for one, by default
_DOUBLE_CLICK_REACH = 10  # pointer units
_BETWEEN_NOTCHES_SECONDS = 0.01
_LEAVING_SECONDS = 0.03  # two frames: Chromium loses a press in the one in which the pointer leaves what it scrolled
_DRAG_POINTS = 20
_BETWEEN_POINTS_SECONDS = 0.01
_LOOKING_SECONDS = 1.0  # after an input, at the most: what goes beyond is thinking, or waiting for something
_GRAB_SECONDS = 0.1  # toolkits tell a drag from a click by it
_DROP_SECONDS = 0.15  # what is dragged over answers before it takes the drop

_OUT_OF_CORNER = 40  # pointer units
_NOTCH = 120 if sys.platform == "win32" else 1  # pyautogui hands Windows' own wheel units through
_COMMAND = "command" if sys.platform == "darwin" else "ctrl"


def unasked(_effect: Effect) -> None:
    """Confirm everything: for code that acts outside a run."""


class Executor:
    """Carries out actions on the display that this process is on; pyautogui binds it once, at import.

    A context manager: leaving it closes the connection to the display. Raises `DisplayLostError` where there is no
    display, or none any more.
    """

    def __init__(self, gate: Gate, secrets: SecretStore | None = None, applications: Catalogue | None = None) -> None:
        """`applications`: what can be opened; without it, what is installed now."""
        system = open_system()
        # pyautogui does without MouseInfo, which ends the process where there is no tkinter.
        sys.modules.setdefault("mouseinfo", None)  # type: ignore[arg-type]
        import pyautogui

        pyautogui.PAUSE = 0
        pyautogui.MINIMUM_DURATION = 0
        pyautogui.FAILSAFE = False  # ours is in the gate; this one would also refuse to release what is held
        self._mouse = pyautogui
        self._gate = FailSafeGate(gate, pyautogui)
        self._keyboard = system.keyboard or PyautoguiKeyboard(pyautogui)
        self._text = system.text_entry(self._gate)
        self._secrets = secrets or SecretStore()
        self._applications = applications
        self._losses = system.losses
        self._last_click: tuple[float, Position] = (-inf, (0, 0))
        self._last_effect: float | None = None
        self._turned_at: Position | None = None  # where the wheel was turned, and the pointer is still
        self.close = system.close

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def leave_corner(self) -> None:
        """Move the pointer out of a corner, where the fail-safe would stop the run at its first input."""
        x, y = self._mouse.position()
        if (x, y) in self._mouse.FAILSAFE_POINTS:
            self._gate.inner.sending(Input.MOVE, target := (abs(x - _OUT_OF_CORNER), abs(y - _OUT_OF_CORNER)))
            self._mouse.moveTo(*target)

    def hover(self, at: Position) -> None:
        """Move the pointer, which shows by its shape what lies there."""
        self._move(at)

    def execute(self, action: InputAction, view: View, confirm: Confirm = unasked) -> None:
        """Carry out an action that aims at what the view shows, effect by effect, each once it is confirmed.

        Raises `ActionError` with a sentence for the model, `FailSafeTriggeredError`, and what the gate and `confirm`
        raise.
        """
        planned = effects(action, _COMMAND)
        for effect in planned:  # first: nothing is clicked or selected for a secret that is missing
            if isinstance(effect, Text):
                self._secrets.resolve(effect.text)
        try:
            for before, effect in zip((None, *planned), planned, strict=False):
                if isinstance(before, Press) and isinstance(effect, KeyEffect):
                    self._text.wait_for_focus()
                confirm(effect)
                self._carry_out(effect, view, confirm)
                self._last_effect = time.monotonic()
        except self._losses as error:
            raise DisplayLostError("The display was closed while input was sent to it.") from error

    def _carry_out(self, effect: Effect, view: View, confirm: Confirm) -> None:
        match effect:
            case Point(at=box):
                self._move(view.pointer_at(box.centre))
            case Press():
                self._press(effect, view.pointer_at(effect.at.centre))
            case DragTo():
                self._drag(effect, view, confirm)
            case Turn():
                if effect.at is not None:
                    self._move(view.pointer_at(effect.at.centre))
                self._turn(effect)
            case Keys(keys=keys):
                press_chord(self._keyboard, keys, self._gate)
            case Text(text=text):
                resolved = self._secrets.resolve(text)
                self._text.enter(resolved, private=resolved != text)
            case Launch(name=name):
                launch((self._applications or Catalogue.read()).find(name))
            case Pause(seconds=seconds):
                self._gate.pause(self._left_of(seconds))
            case Drop():
                raise AssertionError("a drop is a part of its drag")
            case _:
                assert_never(effect)

    def _left_of(self, seconds: float) -> float:
        """Return what is left of a pause that began with the end of what was done last: looking took its time."""
        since = 0.0 if self._last_effect is None else time.monotonic() - self._last_effect
        return max(0.0, seconds - min(since, _LOOKING_SECONDS))

    def _move(self, to: Position) -> None:
        self._gate.sending(Input.MOVE, to)
        self._mouse.moveTo(*to)
        if self._turned_at not in (None, to):
            self._gate.pause(_LEAVING_SECONDS)
        self._turned_at = None

    def _press(self, press: Press, at: Position) -> None:
        self._move(at)
        self._end_double_click(at)
        with self._modifiers(press.modifiers):
            for click in range(press.clicks):
                if click:
                    self._gate.pause(_BETWEEN_CLICKS_SECONDS)
                with self._button(press.button):
                    self._gate.pause(press.seconds)
        self._last_click = time.monotonic(), at

    def _end_double_click(self, at: Position) -> None:
        """Wait until a click here is a new one: two steps' clicks on one place are no double click."""
        when, where = self._last_click
        if dist(at, where) <= _DOUBLE_CLICK_REACH:
            self._gate.pause(max(0.0, when + _DOUBLE_CLICK_SECONDS - time.monotonic()))

    def _drag(self, drag: DragTo, view: View, confirm: Confirm) -> None:
        start, end = view.pointer_at(drag.start.centre), view.pointer_at(drag.end.centre)
        self._move(start)
        with self._modifiers(drag.modifiers), self._button("left"):
            self._gate.pause(_GRAB_SECONDS)
            self._pull(start, end)
            try:
                confirm(Drop(drag.end))
            except ActionError:
                self._pull(end, start)  # let go where nothing is dropped or chosen
                raise

    def _pull(self, start: Position, end: Position) -> None:
        for point in _points_between(start, end):
            self._gate.sending(Input.MOVE, point)
            self._mouse.dragTo(*point, button="left", mouseDownUp=False)
            self._gate.pause(_BETWEEN_POINTS_SECONDS)
        self._gate.pause(_DROP_SECONDS)

    def _turn(self, turn: Turn) -> None:
        send = self._mouse.vscroll if turn.direction in ("up", "down") else self._mouse.hscroll
        self._turned_at = self._mouse.position()
        notch = _NOTCH if turn.direction in ("up", "right") else -_NOTCH
        for _ in range(turn.notches):
            self._gate.sending(Input.SCROLL)
            send(notch)
            self._gate.pause(_BETWEEN_NOTCHES_SECONDS)

    def _button(self, name: Button) -> AbstractContextManager[None]:
        return held(MouseButton(self._mouse, name), self._gate, Input.BUTTON, Input.BUTTON)

    def _modifiers(self, names: Sequence[Modifier]) -> AbstractContextManager[None]:
        return held_keys([key for name in names for key in self._keyboard.keys(name)], self._gate)


def _points_between(start: Position, end: Position) -> list[Position]:
    """Return the points of a straight drag, without its start and with its end."""
    (x1, y1), (x2, y2) = start, end
    steps = ((n + 1) / _DRAG_POINTS for n in range(_DRAG_POINTS))
    return list(dict.fromkeys((round(x1 + (x2 - x1) * t), round(y1 + (y2 - y1) * t)) for t in steps))

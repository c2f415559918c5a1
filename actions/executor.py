"""Carrying out actions with the mouse and the keyboard. The only module that touches pyautogui.

Each single input passes the gate first, so that everything can be broken off between any two of them; whatever is held
then is released. Does not know why the gate says no, what the screen shows, or whether the action did any good.
"""

import sys
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from math import dist, inf
from types import ModuleType, TracebackType
from typing import NamedTuple, Self, assert_never

from actions.applications import find_application, launch
from actions.errors import ActionError, DisplayLostError, FailSafeTriggeredError
from actions.gate import Gate, Input
from actions.geometry import View
from actions.held import held, held_keys
from actions.keyboard import Keyboard, press_chord
from actions.schema import (
    Button,
    Click,
    Direction,
    Drag,
    Hover,
    InputAction,
    LongPress,
    Modifier,
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)
from actions.secrets import SecretStore
from actions.text_entry import PynputTextEntry, TextEntry

Position = tuple[int, int]

_CLICK_SECONDS = 0.003
_BETWEEN_CLICKS_SECONDS = 0.03
_DOUBLE_CLICK_SECONDS = 0.5  # the longest that toolkits take for one, by default
_DOUBLE_CLICK_REACH = 10  # pointer units
_BETWEEN_NOTCHES_SECONDS = 0.01
_DRAG_POINTS = 20
_BETWEEN_POINTS_SECONDS = 0.01
_GRAB_SECONDS = 0.1  # toolkits tell a drag from a click by it
_DROP_SECONDS = 0.15  # what is dragged over answers before it takes the drop

_OUT_OF_CORNER = 40  # pointer units
_NOTCH = 120 if sys.platform == "win32" else 1  # pyautogui hands Windows' own wheel units through
_COMMAND = "command" if sys.platform == "darwin" else "ctrl"


class Executor:
    """Carries out actions on the display that this process is on; pyautogui binds it once, at import.

    A context manager: leaving it closes the connection to the display. Raises `DisplayLostError` where there is no
    display, or none any more.
    """

    def __init__(self, gate: Gate, secrets: SecretStore | None = None) -> None:
        system = _open_system()
        # pyautogui does without MouseInfo, which ends the process where there is no tkinter.
        sys.modules.setdefault("mouseinfo", None)  # type: ignore[arg-type]
        import pyautogui

        pyautogui.PAUSE = 0
        pyautogui.MINIMUM_DURATION = 0
        pyautogui.FAILSAFE = False  # ours is in the gate; this one would also refuse to release what is held
        self._mouse = pyautogui
        self._gate = _FailSafeGate(gate, pyautogui)
        self._keyboard = system.keyboard or _PyautoguiKeyboard(pyautogui)
        self._text = system.text_entry(self._gate)
        self._secrets = secrets or SecretStore()
        self._losses = system.losses
        self._last_click: tuple[float, Position] = (-inf, (0, 0))
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

    def execute(self, action: InputAction, view: View) -> None:
        """Carry out an action that aims at what the view shows.

        Raises `ActionError` with a sentence for the model, `FailSafeTriggeredError`, and what the gate raises.
        """
        try:
            self._carry_out(action, view)
        except self._losses as error:
            raise DisplayLostError("The display was closed while input was sent to it.") from error

    def _carry_out(self, action: InputAction, view: View) -> None:
        match action:
            case Click(box_2d=box, button=button, clicks=clicks, modifiers=modifiers):
                self._click(view.pointer_at(box.centre), button, clicks, modifiers)
            case LongPress(box_2d=box, seconds=seconds):
                self._click(view.pointer_at(box.centre), seconds=seconds)
            case Hover(box_2d=box):
                self._move(view.pointer_at(box.centre))
            case Drag(box_2d=box, to_box_2d=to_box, modifiers=modifiers):
                self._drag(view.pointer_at(box.centre), view.pointer_at(to_box.centre), modifiers)
            case TypeText():
                self._type(action, view)
            case PressKeys(keys=keys):
                press_chord(self._keyboard, keys, self._gate)
            case Scroll(box_2d=box, direction=direction, notches=notches):
                if box is not None:
                    self._move(view.pointer_at(box.centre))
                self._scroll(direction, notches)
            case Wait(seconds=seconds):
                self._gate.pause(seconds)
            case OpenApp(app_name=name):
                launch(find_application(name))
            case _:
                assert_never(action)

    def _move(self, to: Position) -> None:
        self._gate.sending(Input.MOVE, to)
        self._mouse.moveTo(*to)

    def _click(
        self,
        at: Position,
        button: Button = "left",
        clicks: int = 1,
        modifiers: Sequence[Modifier] = (),
        seconds: float = _CLICK_SECONDS,
    ) -> None:
        self._move(at)
        self._end_double_click(at)
        with self._modifiers(modifiers):
            for click in range(clicks):
                if click:
                    self._gate.pause(_BETWEEN_CLICKS_SECONDS)
                with self._button(button):
                    self._gate.pause(seconds)
        self._last_click = time.monotonic(), at

    def _end_double_click(self, at: Position) -> None:
        """Wait until a click here is a new one: two steps' clicks on one place are no double click."""
        when, where = self._last_click
        if dist(at, where) <= _DOUBLE_CLICK_REACH:
            self._gate.pause(max(0.0, when + _DOUBLE_CLICK_SECONDS - time.monotonic()))

    def _drag(self, start: Position, end: Position, modifiers: Sequence[Modifier]) -> None:
        self._move(start)
        with self._modifiers(modifiers), self._button("left"):
            self._gate.pause(_GRAB_SECONDS)
            for point in _points_between(start, end):
                self._gate.sending(Input.MOVE, point)
                self._mouse.dragTo(*point, button="left", mouseDownUp=False)
                self._gate.pause(_BETWEEN_POINTS_SECONDS)
            self._gate.pause(_DROP_SECONDS)

    def _scroll(self, direction: Direction, notches: int) -> None:
        turn = self._mouse.vscroll if direction in ("up", "down") else self._mouse.hscroll
        notch = _NOTCH if direction in ("up", "right") else -_NOTCH
        for _ in range(notches):
            self._gate.sending(Input.SCROLL)
            turn(notch)
            self._gate.pause(_BETWEEN_NOTCHES_SECONDS)

    def _type(self, action: TypeText, view: View) -> None:
        text = self._secrets.resolve(action.text)  # first: nothing is clicked or cleared for a secret that is missing
        if action.box_2d is not None:
            self._click(view.pointer_at(action.box_2d.centre))
            self._text.wait_for_focus()
        if action.override:
            press_chord(self._keyboard, (_COMMAND, "a"), self._gate)
            press_chord(self._keyboard, ("delete",), self._gate)
        self._text.enter(text, private=text != action.text)
        if action.press_enter:
            press_chord(self._keyboard, ("enter",), self._gate)

    def _button(self, name: Button) -> AbstractContextManager[None]:
        return held(_MouseButton(self._mouse, name), self._gate, Input.BUTTON, Input.BUTTON)

    def _modifiers(self, names: Sequence[Modifier]) -> AbstractContextManager[None]:
        return held_keys([key for name in names for key in self._keyboard.keys(name)], self._gate)


class _FailSafeGate:
    """Pushing the pointer into a corner of the screen stops the agent, whatever it is about to send."""

    def __init__(self, inner: Gate, mouse: ModuleType) -> None:
        self.inner, self._mouse = inner, mouse

    def sending(self, kind: Input, at: Position | None = None) -> None:
        if self._mouse.position() in self._mouse.FAILSAFE_POINTS:
            raise FailSafeTriggeredError("The pointer was pushed into a corner of the screen.")
        self.inner.sending(kind, at)

    def pause(self, seconds: float) -> None:
        self.inner.pause(seconds)


@dataclass(frozen=True)
class _MouseButton:
    mouse: ModuleType = field(repr=False)
    name: Button

    def press(self) -> None:
        self.mouse.mouseDown(button=self.name)

    def release(self) -> None:
        self.mouse.mouseUp(button=self.name)


@dataclass(frozen=True)
class _PyautoguiKey:
    pyautogui: ModuleType = field(repr=False)
    name: str

    def press(self) -> None:
        self.pyautogui.keyDown(self.name)

    def release(self) -> None:
        self.pyautogui.keyUp(self.name)


class _PyautoguiKeyboard:
    """The keyboard on Windows and macOS."""

    def __init__(self, pyautogui: ModuleType) -> None:
        self._pyautogui = pyautogui

    def keys(self, name: str) -> Sequence[_PyautoguiKey]:
        name = "win" if name == "super" else name
        if not self._pyautogui.isValidKey(name):
            raise ActionError(f"The keyboard has no key {name!r}.")
        return (_PyautoguiKey(self._pyautogui, name),)


class _System(NamedTuple):
    """What differs between systems.

    The keyboard (None: pyautogui's), text entry, what is raised when the display is lost, and what closes it.
    """

    keyboard: Keyboard | None
    text_entry: Callable[[Gate], TextEntry]
    losses: tuple[type[Exception], ...] = ()
    close: Callable[[], None] = lambda: None


def _open_system() -> _System:
    if sys.platform in ("win32", "darwin"):
        return _System(None, PynputTextEntry)
    from Xlib.error import ConnectionClosedError

    from actions.x11.events import close_display, open_display
    from actions.x11.keyboard import X11Keyboard
    from actions.x11.text import X11TextEntry

    display = open_display()
    keyboard = X11Keyboard(display)
    text_entry = partial(X11TextEntry, display, keyboard)
    return _System(keyboard, text_entry, (ConnectionClosedError,), partial(close_display, display))


def _points_between(start: Position, end: Position) -> list[Position]:
    """Return the points of a straight drag, without its start and with its end."""
    (x1, y1), (x2, y2) = start, end
    steps = ((n + 1) / _DRAG_POINTS for n in range(_DRAG_POINTS))
    return list(dict.fromkeys((round(x1 + (x2 - x1) * t), round(y1 + (y2 - y1) * t)) for t in steps))

"""The mouse's buttons and the keyboard as each system has them, and the corner of the screen that stops the agent."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from types import ModuleType
from typing import NamedTuple

from actions.errors import ActionError, FailSafeTriggeredError
from actions.input.gate import Gate, Input
from actions.input.keyboard import Keyboard
from actions.input.text_entry import PynputTextEntry, TextEntry
from actions.schema import Button


class FailSafeGate:
    """Pushing the pointer into a corner of the screen stops the agent, whatever it is about to send."""

    def __init__(self, inner: Gate, mouse: ModuleType) -> None:
        self.inner, self._mouse = inner, mouse

    def sending(self, kind: Input, at: tuple[int, int] | None = None, name: str = "") -> None:
        """Raise `FailSafeTriggeredError` where the pointer is in a corner."""
        if self._mouse.position() in self._mouse.FAILSAFE_POINTS:
            raise FailSafeTriggeredError("The pointer was pushed into a corner of the screen.")
        self.inner.sending(kind, at, name)

    def releasing(self, kind: Input, name: str = "") -> None:
        """Hand on."""
        self.inner.releasing(kind, name)

    def pause(self, seconds: float) -> None:
        """Hand on."""
        self.inner.pause(seconds)


@dataclass(frozen=True)
class MouseButton:
    """A button that can be held."""

    mouse: ModuleType = field(repr=False)
    name: Button

    def press(self) -> None:
        """Press it."""
        self.mouse.mouseDown(button=self.name)

    def release(self) -> None:
        """Let it go."""
        self.mouse.mouseUp(button=self.name)


@dataclass(frozen=True)
class _PyautoguiKey:
    pyautogui: ModuleType = field(repr=False)
    name: str

    def press(self) -> None:
        self.pyautogui.keyDown(self.name)

    def release(self) -> None:
        self.pyautogui.keyUp(self.name)


class PyautoguiKeyboard:
    """The keyboard on Windows and macOS."""

    def __init__(self, pyautogui: ModuleType) -> None:
        self._pyautogui = pyautogui

    def keys(self, name: str) -> Sequence[_PyautoguiKey]:
        """Return the keys of a name. Raises `ActionError` where there is none."""
        name = "win" if name == "super" else name
        if not self._pyautogui.isValidKey(name):
            raise ActionError(f"The keyboard has no key {name!r}.")
        return (_PyautoguiKey(self._pyautogui, name),)


class System(NamedTuple):
    """What differs between systems.

    The keyboard (None: pyautogui's), text entry, what is raised when the display is lost, and what closes it.
    """

    keyboard: Keyboard | None
    text_entry: Callable[[Gate], TextEntry]
    losses: tuple[type[Exception], ...] = ()
    close: Callable[[], None] = lambda: None


def open_system() -> System:
    """Return what this system has."""
    if sys.platform in ("win32", "darwin"):
        return System(None, PynputTextEntry)
    from Xlib.error import ConnectionClosedError

    from actions.x11.events import close_display, open_display
    from actions.x11.keyboard import X11Keyboard
    from actions.x11.text import X11TextEntry

    display = open_display()
    keyboard = X11Keyboard(display)
    text_entry = partial(X11TextEntry, display, keyboard)
    return System(keyboard, text_entry, (ConnectionClosedError,), partial(close_display, display))

"""The element with the focus, as AT-SPI tells of it: https://gnome.pages.gitlab.gnome.org/at-spi2-core/devel-docs/.

The bus says which process an application's answers come from, and the X server whose window has the focus; only where
these are one is an answer taken. Knows no way to the bus.
"""

import time
from collections.abc import Iterator
from contextlib import suppress
from enum import IntEnum
from typing import Any, NamedTuple, Protocol

from actions.geometry import Rect
from agent.windows.accessibility import Control, FocusedElement, TextField
from agent.windows.reached import InputWindow

_ANSWER_SECONDS = 0.05  # for all questions together; an application at rest takes 3 ms


class Accessible(NamedTuple):
    """An element of an application, or another object on the bus."""

    bus_name: str
    path: str


class NoAnswerError(Exception):
    """What was asked did not answer in time, or not what can be understood."""


class Bus(Protocol):
    """The accessibility bus. Deadlines are in `time.monotonic` seconds."""

    def call(
        self, target: Accessible, interface: str, member: str, deadline: float, signature: str = "", *arguments: Any
    ) -> tuple[Any, ...]:
        """Return what a method answers. Raises `NoAnswerError`."""

    def news(self, deadline: float) -> Iterator[tuple[Accessible, bool]]:
        """Yield what took the focus (True) or lost it since the last look. Raises `NoAnswerError` if it never ends."""

    def close(self) -> None:
        """Close the connection."""


class _State(IntEnum):
    """Bits of `GetState` (AtspiStateType)."""

    EDITABLE = 7
    FOCUSED = 12
    MULTI_LINE = 17
    SHOWING = 25


_TEXTS = frozenset((40, 61, 79))  # AtspiRole: password text, text, entry
_CONTROLS = frozenset(
    # check box, its menu item, combo box, icon, list item, menu, menu item, page tab, push button, radio button and its
    # menu item, table cell, toggle button, link, tree item, push button with a menu, switch
    (7, 8, 11, 26, 32, 33, 35, 37, 43, 44, 45, 56, 62, 88, 91, 129, 130)
)
_DAEMON = Accessible("org.freedesktop.DBus", "/org/freedesktop/DBus")
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ON_SCREEN = 0


class AtSpi:
    """Remembers what took the focus last, and asks it what it is. Implements `Accessibility`."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._newest: Accessible | None = None
        self._since_input = False

    def focused(self, window: InputWindow) -> FocusedElement | None:
        """Return what has the focus in the window. One that does not answer is not asked again."""
        deadline = time.monotonic() + _ANSWER_SECONDS
        try:
            self._hear(deadline)
            asked = self._newest
            found = self._described(asked, window, deadline) if asked else None
            self._hear(deadline)
        except NoAnswerError:
            self._newest = None
            return None
        return found if asked == self._newest else None

    def focus_may_move(self) -> None:
        """Hear what has been said until now, so that what comes is known to be new."""
        with suppress(NoAnswerError):
            self._hear(time.monotonic() + _ANSWER_SECONDS)
        self._since_input = False

    def close(self) -> None:
        """Close the connection."""
        self._bus.close()

    def _hear(self, deadline: float) -> None:
        for accessible, took in self._bus.news(deadline):
            if took:
                self._newest, self._since_input = accessible, True
            elif accessible == self._newest:
                self._newest = None

    def _described(self, accessible: Accessible, window: InputWindow, deadline: float) -> FocusedElement | None:
        element = _Element(self._bus, accessible, deadline)
        if window.process_id is None or element.process_id() != window.process_id:
            return None
        states, role = element.states(), element.role()
        if not states.issuperset((_State.FOCUSED, _State.SHOWING)):
            return None
        if _State.EDITABLE not in states:
            return Control(element.labels()) if role in _CONTROLS else None
        if role not in _TEXTS or not self._since_input:
            return None
        rect = element.rect()
        inside = window.rect is not None and window.rect.intersection(rect) == rect
        return TextField(rect, _State.MULTI_LINE in states) if inside else None


class _Element:
    """Questions to one element; what it answers is checked like any input. All raise `NoAnswerError`."""

    def __init__(self, bus: Bus, accessible: Accessible, deadline: float) -> None:
        self._bus, self._accessible, self._deadline = bus, accessible, deadline

    def process_id(self) -> int:
        match self._bus.call(
            _DAEMON, _DAEMON.bus_name, "GetConnectionUnixProcessID", self._deadline, "s", self._accessible.bus_name
        ):
            case (int(number),):
                return number
        raise NoAnswerError

    def states(self) -> frozenset[int]:
        match self._asked(_ACCESSIBLE, "GetState"):
            case ([int(low), int(high)],):
                return frozenset(bit for bit in range(64) if (high << 32 | low) >> bit & 1)
        raise NoAnswerError

    def role(self) -> int:
        match self._asked(_ACCESSIBLE, "GetRole"):
            case (int(number),):
                return number
        raise NoAnswerError

    def rect(self) -> Rect:
        match self._asked("org.a11y.atspi.Component", "GetExtents", "u", _ON_SCREEN):
            case ((int(x), int(y), int(width), int(height)),) if width > 0 and height > 0:
                return Rect(x, y, width, height)
        raise NoAnswerError

    def labels(self) -> tuple[str, ...]:
        return tuple(text for name in ("Name", "Description") if (text := self._text(name)))

    def _text(self, name: str) -> str:
        match self._asked("org.freedesktop.DBus.Properties", "Get", "ss", _ACCESSIBLE, name):
            case (("s", str(text)),):
                return " ".join(text.split())
        raise NoAnswerError

    def _asked(self, interface: str, member: str, signature: str = "", *arguments: Any) -> tuple[Any, ...]:
        return self._bus.call(self._accessible, interface, member, self._deadline, signature, *arguments)

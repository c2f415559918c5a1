"""What an application says of its windows on the accessibility bus: https://gnome.pages.gitlab.gnome.org/at-spi2-core/."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.windows.a11y_bus import AccessibilityBus, connect
from agent.windows.atspi import Accessible, NoAnswerError
from tasks.displays import VirtualDisplay

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ROOT = Accessible("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_ANSWERS, _POLL = 2.0, 0.1  # seconds
_LABELLED_BY = 2  # AtspiRelationType
_CHECKED, _EDITABLE, _SHOWING = 4, 7, 25  # AtspiStateType
_MOST_CHILDREN = 60


@dataclass(frozen=True)
class Node:
    """One accessible of a window and what is inside it."""

    role: int
    name: str
    label: str
    box: tuple[int, int, int, int]  # left, top, width, height
    checked: bool
    editable: bool
    showing: bool
    children: tuple["Node", ...]

    def walk(self) -> Iterator["Node"]:
        """Yield this and all inside it, as far as it is shown."""
        if self.showing:
            yield self
            for child in self.children:
                yield from child.walk()


@contextmanager
def session_bus(display: VirtualDisplay, folder: Path) -> Iterator[str]:
    """Have a session's bus, on which accessibility works; yields its address."""
    address = f"unix:path={folder}/bus"
    places = [f"XDG_RUNTIME_DIR={folder}", f"DBUS_SESSION_BUS_ADDRESS={address}"]
    daemon = display.start(["env", *places, "dbus-daemon", "--session", "--nofork", f"--address={address}"])
    while not (folder / "bus").exists():
        time.sleep(_POLL)
    yield address
    daemon.terminate()
    daemon.wait(10)


class Applications:
    """Asks what is on the bus of this process's environment."""

    def __init__(self) -> None:
        self._bus: AccessibilityBus = connect()

    def windows(self) -> list[tuple[str, Accessible]]:
        """Return the titles of all applications' windows."""
        applications = self._children(_ROOT)
        return [(self._name(window), window) for application in applications for window in self._children(application)]

    def node(self, accessible: Accessible, depth: int = 20) -> Node:
        """Return an accessible with all that is inside it."""
        low, high = self._asked(accessible, _ACCESSIBLE, "GetState")[0]
        states = high << 32 | low
        showing = bool(states >> _SHOWING & 1)
        children = self._children(accessible)[:_MOST_CHILDREN] if depth and showing else []
        return Node(
            self._asked(accessible, _ACCESSIBLE, "GetRole")[0],
            self._name(accessible),
            self._label(accessible),
            self._box(accessible),
            bool(states >> _CHECKED & 1),
            bool(states >> _EDITABLE & 1),
            showing,
            tuple(self.node(child, depth - 1) for child in children),
        )

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def _children(self, accessible: Accessible) -> list[Accessible]:
        try:
            return [Accessible(*child) for child in self._asked(accessible, _ACCESSIBLE, "GetChildren")[0]]
        except NoAnswerError:
            return []

    def _name(self, accessible: Accessible) -> str:
        try:
            found = self._asked(accessible, "org.freedesktop.DBus.Properties", "Get", "ss", _ACCESSIBLE, "Name")
        except NoAnswerError:
            return ""
        return str(found[0][1])

    def _label(self, accessible: Accessible) -> str:
        relations = self._asked(accessible, _ACCESSIBLE, "GetRelationSet")[0]
        targets = [target for kind, found in relations if kind == _LABELLED_BY for target in found]
        return self._name(Accessible(*targets[0])) if targets else ""

    def _box(self, accessible: Accessible) -> tuple[int, int, int, int]:
        try:
            x, y, width, height = self._asked(accessible, "org.a11y.atspi.Component", "GetExtents", "u", 0)[0]
        except NoAnswerError:
            return (-1, -1, 0, 0)
        return (x, y, width, height)

    def _asked(self, target: Accessible, interface: str, member: str, *arguments: Any) -> tuple[Any, ...]:
        return self._bus.call(target, interface, member, time.monotonic() + _ANSWERS, *arguments)

"""What an application says, for people who cannot see it, of the element that keys go to.

It is the application's own word, evidence as its pixels are and no more. A text field is a text caret; the name of a
control is one label more, and speaks against any caret that is seen. What is not said, said too late, or said of
another application's window is unknown, and then pixels must do.
"""

import sys
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from actions.geometry import Rect
from agent.errors import DesktopError
from agent.windows.reached import InputWindow


@dataclass(frozen=True)
class TextField:
    """An editable text with the focus, in pointer units; with more lines than one, Enter begins another."""

    rect: Rect
    multi_line: bool


@dataclass(frozen=True)
class Control:
    """What Enter or Space presses, with its name and its tooltip, as far as there are any."""

    labels: tuple[str, ...]


FocusedElement: TypeAlias = TextField | Control


class Accessibility(Protocol):
    """Knows what has the focus. No call takes longer than a twentieth of a second."""

    def focused(self, window: InputWindow) -> FocusedElement | None:
        """Return what has the focus in the window that keys go to, if that is known.

        A text field is known only by the news that it took the focus, and only until the focus may move again: an
        application that is behind with its input would still call it focused.
        """

    def focus_may_move(self) -> None:
        """Take note of an input that is about to be sent, and that may move the focus."""

    def close(self) -> None:
        """Let go of the bus."""


class NoAccessibility:
    """Knows nothing. Implements `Accessibility`."""

    def focused(self, window: InputWindow) -> FocusedElement | None:
        """Return None."""
        return None

    def focus_may_move(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


def open_accessibility() -> Accessibility:
    """Return what can be asked here: nothing where the extra is not installed or no bus answers."""
    try:
        return connect_accessibility()
    except DesktopError:
        return NoAccessibility()


def connect_accessibility() -> Accessibility:
    """Return the applications of this session's accessibility bus. Raises `DesktopError`, with the cure."""
    if not sys.platform.startswith("linux"):
        raise DesktopError("This system has no accessibility bus; the screen is read instead.")
    try:
        from agent.windows.a11y_bus import connect
    except ImportError as error:
        raise DesktopError("To let applications tell what has the focus: `pip install 'deskhand[a11y]'`.") from error
    from agent.windows.atspi import AtSpi

    return AtSpi(connect())

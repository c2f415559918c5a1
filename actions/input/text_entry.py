"""Entering text in any script, exactly as asked for. X11's way stands in `actions.x11.text`."""

from typing import Protocol

from actions.input.gate import Gate, Input


class TextEntry(Protocol):
    """Enters text into what has the input focus."""

    def wait_for_focus(self) -> None:
        """Wait, not for long, until the window just clicked on has the focus. Raises `ActionError` if it never has."""

    def enter(self, text: str, *, private: bool = False) -> None:
        """Enter the text. Raises `ActionError` when nothing takes it, and whatever the gate raises.

        `private` text stays out of the clipboard, which others read, wherever keys can type it.
        """


class PynputTextEntry:
    """Windows and macOS, where the system takes any character as a key event. Implements `TextEntry`.

    Tried on neither: there is none of them where this was written.
    """

    def __init__(self, gate: Gate) -> None:
        from pynput.keyboard import Controller

        self._gate = gate
        self._keyboard = Controller()

    def wait_for_focus(self) -> None:
        """Give the window a moment."""
        self._gate.pause(0.1)

    def enter(self, text: str, *, private: bool = False) -> None:
        """Type one character after the other."""
        for character in text:
            self._gate.sending(Input.KEY_DOWN)
            self._keyboard.type(character)
            self._gate.pause(0.002)

"""What a keyboard is to the executor, and how a chord is played on it."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from actions.input.gate import Gate
from actions.input.held import Pressable, held_keys
from actions.input.keys import MODIFIERS

_HOLD_SECONDS = 0.01


class Keyboard(Protocol):
    """Finds physical keys by `actions.input.keys`' names."""

    def keys(self, name: str) -> Sequence[Pressable]:
        """Return the keys to hold together for a named key or a character (its shift first).

        Raises `ActionError` where the keyboard has no such key.
        """


def press_chord(keyboard: Keyboard, names: Iterable[str], gate: Gate) -> None:
    """Press keys together: modifiers first, released in reverse order."""
    modifiers_first = sorted(names, key=lambda name: name not in MODIFIERS)
    keys = dict.fromkeys(key for name in modifiers_first for key in keyboard.keys(name))
    with held_keys(keys, gate):
        gate.pause(_HOLD_SECONDS)

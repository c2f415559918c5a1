"""Keys and buttons held down: pressed through the gate, released whatever happens."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Protocol

from actions.input.gate import Gate, Input


class Pressable(Protocol):
    """One physical key or button."""

    @property
    def name(self) -> str:
        """What it is called where that may be told; empty for the keys of a text."""

    def press(self) -> None:
        """Push it down."""

    def release(self) -> None:
        """Let it go; harmless when it is up."""


@contextmanager
def held(what: Pressable, gate: Gate, down: Input, up: Input) -> Iterator[None]:
    """Hold a key or a button.

    The release asks for permission like any input, but is announced and carried out also when the gate forbids it: a
    key that stays down would be the agent's last word on someone else's keyboard.
    """
    gate.sending(down, name=what.name)
    try:
        what.press()
        yield
        gate.sending(up, name=what.name)
    except BaseException:
        gate.releasing(up, what.name)
        raise
    finally:
        what.release()


@contextmanager
def held_keys(keys: Iterable[Pressable], gate: Gate) -> Iterator[None]:
    """Hold keys, pressed in their order and released in reverse."""
    with ExitStack() as stack:
        for key in keys:
            stack.enter_context(held(key, gate, Input.KEY_DOWN, Input.KEY_UP))
        yield

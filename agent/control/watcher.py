"""Listens to the mouse and the keyboard during a run: for the stop key, and for the person taking over.

The only module that touches pynput's listeners. Callbacks come on pynput's own threads; they only set events.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING, TypeAlias

from actions.input.gate import Input
from agent.control.run_control import RunControl
from agent.control.sent import SentInputs
from agent.errors import DesktopError

if TYPE_CHECKING:
    from pynput import keyboard, mouse

    Listener: TypeAlias = keyboard.Listener | mouse.Listener

_READY_SECONDS = 0.02
_END_SECONDS = 2.0
_MODIFIERS = ("ctrl", "alt", "shift", "cmd")

DEFAULT_STOP_KEY = "<ctrl>+<alt>+<esc>"


class PersonWatcher:
    """While entered, stops `control` at the stop key and tells it when the person acts.

    Raises `DesktopError` for a stop key that cannot be read, or where events cannot be listened to.
    """

    def __init__(self, control: RunControl, sent: SentInputs, stop_key: str = DEFAULT_STOP_KEY) -> None:
        self._control, self._sent = control, sent
        self._stop_key = stop_key
        self._listeners = ExitStack()

    def __enter__(self) -> "PersonWatcher":
        try:
            from pynput import keyboard, mouse
        except ImportError as error:
            raise DesktopError(f"The mouse and the keyboard cannot be listened to: {error}") from error
        self._hot_key = keyboard.HotKey(_parse_stop_key(self._stop_key), self._control.stop)
        keys = keyboard.Listener(on_press=self._on_press, on_release=self._on_release)
        pointer = mouse.Listener(on_move=self._on_move, on_click=self._on_click, on_scroll=self._on_scroll)
        self._keys = keys
        self._modifiers = {key for key in keyboard.Key if key.name.startswith(_MODIFIERS)}
        for listener in (keys, pointer):
            _begin(listener)
            self._listeners.callback(_end, listener)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listeners.close()

    def _on_press(self, key: "keyboard.Key | keyboard.KeyCode | None") -> None:
        if key is not None:
            self._hot_key.press(self._keys.canonical(key))
        own = self._sent.is_own_event(Input.KEY_DOWN)
        # A modifier alone changes nothing, and the stop key begins with them.
        if not own and key not in self._modifiers:
            self._control.person_acted()

    def _on_release(self, key: "keyboard.Key | keyboard.KeyCode | None") -> None:
        if key is not None:
            self._hot_key.release(self._keys.canonical(key))
        self._sent.is_own_event(Input.KEY_UP)

    def _on_move(self, x: int, y: int) -> None:
        if not self._sent.is_own_position((x, y)):
            self._control.person_acted()

    def _on_click(self, _x: int, _y: int, _button: object, pressed: bool) -> None:
        own = self._sent.is_own_event(Input.BUTTON)
        if pressed and not own:
            self._control.person_acted()

    def _on_scroll(self, _x: int, _y: int, _dx: int, _dy: int) -> None:
        if not self._sent.is_own_event(Input.SCROLL):
            self._control.person_acted()


@contextmanager
def stop_key_heard(control: RunControl, stop_key: str) -> Iterator[None]:
    """Hear the stop key while something is made ready: nothing is sent then, so nothing can be taken over."""
    try:
        with PersonWatcher(control, control.sent, stop_key):
            yield
    finally:
        control.hand_back()


def _begin(listener: "Listener") -> None:
    listener.run = partial(_run, listener.run)
    listener.start()
    listener.wait()
    if _is_on_x11(listener):
        time.sleep(_READY_SECONDS)  # pynput calls itself ready shortly before it listens


def _run(run: Callable[[], None]) -> None:
    """Run a listener's thread until its end, or the display's, which is the loop's to tell of."""
    with suppress(*_display_losses()):
        run()


def _end(listener: "Listener") -> None:
    with suppress(*_display_losses()):
        listener.stop()
        if _is_on_x11(listener):
            _disable_record_context(listener._context)
    Thread.join(listener, _END_SECONDS)  # pynput's own join knows no limit


def _disable_record_context(context: int) -> None:
    """Do what pynput's own stop leaves until the next input event.

    On a connection of our own: pynput's thread closes its connections meanwhile.
    https://github.com/moses-palmer/pynput/pull/583
    """
    from Xlib.display import Display

    display = Display()
    display.set_error_handler(lambda *_: None)  # an event came, and the context has ended by itself
    display.record_disable_context(context)
    display.sync()
    display.close()


def _display_losses() -> tuple[type[Exception], ...]:
    if not sys.platform.startswith("linux"):
        return ()
    from Xlib.error import ConnectionClosedError, DisplayConnectionError

    return ConnectionClosedError, DisplayConnectionError


def _is_on_x11(listener: "Listener") -> bool:
    return hasattr(listener, "_display_stop")


def _parse_stop_key(text: str) -> list["keyboard.Key | keyboard.KeyCode"]:
    from pynput import keyboard

    try:
        return list(keyboard.HotKey.parse(text))
    except ValueError as error:
        raise DesktopError(f"{text!r} is no key combination: write it like <ctrl>+<alt>+<esc>.") from error

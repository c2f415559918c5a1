"""A window that covers the display and writes down every input event it is sent, as another application would."""

from collections.abc import Iterable
from types import TracebackType
from typing import Any, NamedTuple

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

MODIFIER_BITS = {"shift": X.ShiftMask, "ctrl": X.ControlMask, "alt": X.Mod1Mask, "super": X.Mod4Mask}
_EVENTS = X.KeyPressMask | X.KeyReleaseMask | X.ButtonPressMask | X.ButtonReleaseMask | X.PointerMotionMask


class Seen(NamedTuple):
    """One event: its kind (`X.KeyPress`, …), key or button, place, modifiers' bits and time in milliseconds."""

    kind: int
    detail: int
    at: tuple[int, int]
    state: int
    time: int


class InputRecorder:
    """While entered, has the whole display and the focus to itself, also before the window manager."""

    def __init__(self) -> None:
        self._display = Display()
        screen = self._display.screen()
        self._window = screen.root.create_window(
            0,
            0,
            screen.width_in_pixels,
            screen.height_in_pixels,
            0,
            X.CopyFromParent,
            override_redirect=True,
            event_mask=_EVENTS | X.ExposureMask,
        )

    def __enter__(self) -> "InputRecorder":
        self._window.map()
        while self._display.next_event().type != X.Expose:
            pass
        self._window.set_input_focus(X.RevertToPointerRoot, X.CurrentTime)
        self.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._display.close()

    def take(self, *kinds: int) -> list[Seen]:
        """Return (and forget) what has come so far, of the given kinds or of all."""
        self._display.sync()
        events = [self._display.next_event() for _ in range(self._display.pending_events())]
        seen = [_seen(event) for event in events if X.KeyPress <= event.type <= X.MotionNotify]
        return [event for event in seen if not kinds or event.kind in kinds]

    def chords(self) -> list[tuple[set[str], str]]:
        """Return the character keys pressed so far, each with the modifiers that were down."""
        return [(modifiers(event), label) for event in self.take(X.KeyPress) if (label := self._label(event, 0))]

    def typed(self) -> str:
        """Return the text that was typed so far, as the present layout has it."""
        presses = [event for event in self.take(X.KeyPress) if modifiers(event) <= {"shift"}]
        return "".join(self._label(event, level=event.state & X.ShiftMask) for event in presses)

    def _label(self, event: Seen, level: int) -> str:
        keysym = self._display.get_keyboard_mapping(event.detail, 1)[0][level]
        return "\n" if keysym == XK.XK_Return else chr(keysym) if keysym < 256 else ""

    def held(self) -> tuple[int, int]:
        """Return how many keys and how many buttons are down."""
        keys = sum(byte.bit_count() for byte in self._display.query_keymap())
        mask = self._display.screen().root.query_pointer().mask
        return keys, (mask & (X.Button1Mask | X.Button2Mask | X.Button3Mask)).bit_count()

    def call_itself(self, name: str) -> None:
        """Take a window class, as a terminal has one."""
        self._window.set_wm_class(name, name.title())
        self._display.sync()

    def hold_key(self, keysym: int) -> None:
        """Press a key as a person would: without asking anyone."""
        self._send_key(X.KeyPress, keysym)

    def let_go_of_key(self, keysym: int) -> None:
        self._send_key(X.KeyRelease, keysym)

    def _send_key(self, kind: int, keysym: int) -> None:
        xtest.fake_input(self._display, kind, self.keycode(keysym))
        self._display.sync()

    def keycode(self, keysym: int) -> int:
        return int(self._display.keysym_to_keycode(keysym))

    def push_pointer(self, x: int, y: int) -> None:
        """Move the pointer as a person would: without asking anyone."""
        self._display.screen().root.warp_pointer(x, y)
        self._display.sync()


def modifiers(event: Seen) -> set[str]:
    """Return the names of the modifiers that were down."""
    return {name for name, bit in MODIFIER_BITS.items() if event.state & bit}


def _seen(event: Any) -> Seen:
    return Seen(event.type, event.detail, (event.root_x, event.root_y), event.state, event.time)


def of(events: Iterable[Seen], *kinds: int) -> list[Seen]:
    """Return the events of the given kinds."""
    return [event for event in events if event.kind in kinds]

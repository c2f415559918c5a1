"""Entering text on X11, exactly as asked for: short plain text by keys, all else by the clipboard.

Keys alone cannot do it: a layout lacks most characters, remapping it races with the application, and what is typed is
meddled with by input methods, completion and auto-indentation. What is pasted arrives as it is, and the application
that fetches it proves by that that it took it.
"""

from collections.abc import Sequence

from Xlib import Xatom
from Xlib.display import Display

from actions.errors import ActionError
from actions.input.gate import Gate, OpenGate
from actions.input.held import held_keys
from actions.input.keyboard import press_chord
from actions.x11.clipboard import borrowed_clipboard
from actions.x11.contents import TEXT_TARGETS
from actions.x11.fetchers import Fetchers
from actions.x11.keyboard import Key, X11Keyboard
from actions.x11.owner import Delivery, SelectionOwner
from actions.x11.window_manager import await_window_manager
from actions.x11.windows import Window, X11Windows

_TYPED_AT_MOST = 100  # characters
_CLOSED_BY_EDITORS = frozenset("()[]{}<>\"'`")
_FOCUS_SECONDS = 1.5
_MODIFIER_SECONDS = 2.0
_QUIET_SECONDS = 0.5  # Chromium reads for a while, and drops it all if the clipboard changes meanwhile
_MANAGERS_LOOK_SECONDS = 0.1
_ABANDON_SECONDS = 0.3
_POLL_SECONDS = 0.01
_BETWEEN_KEYS_SECONDS = 0.002
_ASKED_AGAIN_AT_MOST = 20

_PASTE = ("ctrl", "v")
_PASTE_IN_TERMINAL = ("ctrl", "shift", "v")


class X11TextEntry:
    """Enters text into what has the input focus. Implements `actions.input.text_entry.TextEntry`."""

    def __init__(self, display: Display, keyboard: X11Keyboard, gate: Gate, patience: float = 3.0) -> None:
        """`patience`: seconds in which a busy application may still fetch what it was told to paste."""
        self._display, self._keyboard, self._gate = display, keyboard, gate
        self._windows = X11Windows(display)
        self._fetchers = Fetchers(display, self._windows)
        self._patience = patience

    def wait_for_focus(self) -> None:
        """Wait until the click has got through and its window has the focus: keys would go to the one before.

        Raises `ActionError` where the window does not take it: a notification, a dock, the desktop.
        """
        await_window_manager(self._display, self._gate.pause)
        for _ in range(round(_FOCUS_SECONDS / _POLL_SECONDS)):
            if self._clicked_window_has_focus():
                return
            self._gate.pause(_POLL_SECONDS)
        raise ActionError("What was clicked does not take the keyboard, so nothing was typed. Click into a text field.")

    def _clicked_window_has_focus(self) -> bool:
        """Say whether keys go to the window under the pointer, or to the one whose menu or list lies there."""
        focus, clicked = self._windows.focused(), self._windows.under(*self._windows.pointer())
        if focus is None or clicked is None:
            return False
        if focus == clicked or focus in self._windows.owners(clicked):
            return True
        return self._windows.is_popup(clicked) and self._windows.same_client(clicked.id, focus.id)

    def enter(self, text: str, *, private: bool = False) -> None:
        """Enter the text, `private` text by keys if they have it.

        Raises `ActionError` when nothing takes the text or the focus goes elsewhere under way, and whatever the gate
        raises.
        """
        if private and not text.isprintable():  # whoever judged the placeholder could not know
            raise ActionError("A secret with a new line or a tab cannot be typed: it would press what has the focus.")
        strokes = self._keyboard.typing_keys(text)
        if strokes is not None and (private or self._keys_will_do(text)):
            self._type(strokes)
        elif not self._paste(text):
            if strokes is None:
                raise ActionError("Nothing took the text. Click into a text field first.")
            self._type(strokes)

    def _keys_will_do(self, text: str) -> bool:
        return (
            text.isprintable()
            and len(text) <= _TYPED_AT_MOST
            and not _CLOSED_BY_EDITORS.intersection(text)
            and not _input_method_runs(self._display)
        )

    def _type(self, strokes: Sequence[Sequence[Key]]) -> None:
        home = self._windows.input_focus()
        for typed, keys in enumerate(strokes):
            self._wait_for_free_modifiers()
            self._stay_in(home, typed)
            with held_keys(keys, self._gate):
                pass
            self._gate.pause(_BETWEEN_KEYS_SECONDS)

    def _stay_in(self, home: Window | None, typed: int) -> None:
        """Raise `ActionError` when another window has taken the focus: it was not judged."""
        focus = self._windows.input_focus()
        if focus == home:
            return
        if home is None or focus is None or self._windows.top_of(focus) != self._windows.top_of(home):
            raise ActionError(f"Another window took the keyboard after {typed} characters. Look again.")

    def _wait_for_free_modifiers(self) -> None:
        """Let the person let go of Ctrl, Alt, Super and Shift: with them, text is a series of commands."""
        for _ in range(round(_MODIFIER_SECONDS / _POLL_SECONDS)):
            if not self._keyboard.modifier_is_held():
                return
            self._gate.pause(_POLL_SECONDS)
        raise ActionError("Ctrl, Alt, Super or Shift is held down, so nothing was typed.")

    def _paste(self, text: str) -> bool:
        """Paste the text; say whether it was fetched."""
        with borrowed_clipboard(self._display, text, self._gate.pause) as owner:
            fetched = False
            try:
                fetched = self._paste_from(owner)
            finally:
                if not fetched:  # a paste still on its way must not find what the clipboard held before
                    owner.contents = {}
                    owner.serve(lambda: False, _ABANDON_SECONDS, OpenGate().pause)
            self._serve_until_quiet(owner)
        return fetched

    def _paste_from(self, owner: SelectionOwner) -> bool:
        self._wait_for_free_modifiers()
        focus = self._windows.input_focus()
        owner.serve(lambda: False, _MANAGERS_LOOK_SECONDS, self._gate.pause)  # at once, when the clipboard changes
        earlier = len(owner.deliveries)

        def fetched_by_focus() -> bool:
            return focus is not None and any(
                self._windows.same_client(requestor, focus.id) for requestor in _texts(owner.deliveries[earlier:])
            )

        in_terminal = focus is not None and self._windows.is_in_terminal(focus)
        press_chord(self._keyboard, _PASTE_IN_TERMINAL if in_terminal else _PASTE, self._gate)
        if owner.serve(fetched_by_focus, self._patience, self._gate.pause):
            return True
        return self._fetched_for(focus, owner, earlier)

    def _fetched_for(self, focus: Window | None, owner: SelectionOwner, earlier: int) -> bool:
        """Say whether another client fetched the text for the focus; raise `ActionError` where that cannot be told."""
        looking, others = _texts(owner.deliveries[:earlier]), _texts(owner.deliveries[earlier:])
        strangers = [other for other in others if not self._fetchers.is_clipboard_manager(other, looking)]
        if focus is not None and any(self._fetchers.fetches_for(stranger, focus.id) for stranger in strangers):
            return True
        if strangers:
            raise ActionError("Another program took the text from the clipboard: look whether it arrived.")
        return False

    def _serve_until_quiet(self, owner: SelectionOwner) -> None:
        """Answer those who ask twice."""
        so_far = 0

        def asked_again() -> bool:
            return len(owner.deliveries) > so_far

        for _ in range(_ASKED_AGAIN_AT_MOST):
            so_far = len(owner.deliveries)
            if not owner.serve(asked_again, _QUIET_SECONDS, self._gate.pause):
                return


def _input_method_runs(display: Display) -> bool:
    """Say whether an input method (IBus, Fcitx) may catch keys to compose them into something else."""
    root = display.screen().root
    servers = root.get_full_property(display.get_atom("XIM_SERVERS"), Xatom.ATOM)
    return servers is not None and any(display.get_selection_owner(server) for server in servers.value)


def _texts(deliveries: Sequence[Delivery]) -> set[int]:
    """Return the windows that were given the text itself."""
    return {delivery.requestor for delivery in deliveries if delivery.target in TEXT_TARGETS}

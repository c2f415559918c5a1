"""Evidence of what has the focus: a text caret, so that keys write and press nothing, or a control that they press.

Three things prove a caret: the application says that a text field has just taken the focus; the agent itself clicked
into text last, and the pointer is an I-beam there still; or a caret is seen to blink in the window. The last takes a
second or two and is looked for only where something depends on it. Where the application says that a control has the
focus, nothing that is seen proves a caret.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from actions.effects import DragTo, Effect, Keys, Launch, Press, Text
from actions.geometry import View
from agent.control.run_control import RunControl
from agent.screen.look import Look
from agent.windows.accessibility import Accessibility, Control, TextField
from agent.windows.reached import InputWindow, InputWindows, Position
from model.sight.caret import CaretWatch

_BLINK_SECONDS = 2.4  # GTK keeps a caret lit for a second after a key, and then blinks it twice in this time
_INTERVAL = 0.06
_WRITING = frozenset(  # not up and down, which leave a field of GTK's for its neighbour
    ("left", "right", "home", "end", "backspace", "delete", "shift", "pageup", "pagedown", "space")
)
_WRITING_CHORDS = frozenset(
    frozenset(("ctrl", key)) for key in (*"acvxzysbiu", "left", "right", "home", "end", "backspace", "delete")
)


@dataclass(frozen=True)
class Caret:
    """Where a text caret is, in pointer units, and the field that it is in where the application tells of it."""

    at: Position
    field: TextField | None = None


class CaretFinder:
    """Remembers where the agent clicked, asks the application, and looks for a caret."""

    def __init__(
        self,
        windows: InputWindows,
        look: Callable[[], Look],
        control: RunControl,
        accessibility: Accessibility,
        patience: float = _BLINK_SECONDS,
    ) -> None:
        """`patience`: seconds in which a caret is to blink."""
        self._windows, self._look, self._control = windows, look, control
        self._accessibility, self._patience = accessibility, patience
        self._clicked: Position | None = None
        self._person_events = 0  # when the agent clicked

    def note(self, effect: Effect, view: View) -> None:
        """Remember what an effect that is about to take place does to the focus."""
        match effect:
            case Press(button="left", at=box):
                self._clicked, self._person_events = view.pointer_at(box.centre), self._control.person_events
            case Press() | DragTo() | Launch():
                self._clicked = None
            case Keys(keys=keys) if not _only_writes(frozenset(keys)):
                self._clicked = None
            case Text(text=text) if not text.isprintable():  # a tab is Tab, and a new line Enter
                self._clicked = None
            case _:
                return
        self._accessibility.focus_may_move()

    def control(self, window: InputWindow) -> Control | None:
        """Return the control that has the focus in the window, where the application tells of one."""
        element = self._accessibility.focused(window)
        return element if isinstance(element, Control) else None

    def at(self, window: InputWindow) -> Caret | None:
        """Return where a text caret has the focus in the window; None where that is not known."""
        if window.id is None or self._windows.popups(window):
            return None
        match self._accessibility.focused(window):
            case Control():
                return None
            case TextField(rect=rect) as field:
                return Caret((rect.x, rect.y + rect.height // 2), field)
        seen = self._clicked_into(window) or self._seen_blinking(window)
        return Caret(seen) if seen else None

    def _clicked_into(self, window: InputWindow) -> Position | None:
        at = self._clicked
        if self._control.person_events != self._person_events:
            return None
        if at is None or at != self._windows.pointer() or not self._windows.points_at_text():
            return None
        return at if self._windows.under(at).id == window.id else None

    def _seen_blinking(self, window: InputWindow) -> Position | None:
        watch: CaretWatch | None = None
        deadline = time.monotonic() + self._patience
        while time.monotonic() < deadline:
            look = self._look()
            area = look.area(window.rect) if window.rect else None
            if area is None:
                return None
            x1, y1, x2, y2 = map(int, area)
            part = look.frame[y1:y2, x1:x2]
            watch = watch or CaretWatch(part)
            if caret := watch.look(part):
                return look.position(caret.moved(x1, y1).centre)
            self._control.pause(_INTERVAL)
        return None


def _only_writes(keys: frozenset[str]) -> bool:
    """Say whether keys leave the caret in its field."""
    return keys <= _WRITING or keys in _WRITING_CHORDS or (len(keys) == 1 and len(next(iter(keys))) == 1)

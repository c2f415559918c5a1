"""Reading everything that the owner of a selection offers (ICCCM 2.4 and 2.7.2)."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from Xlib import X
from Xlib.display import Display

from actions.input.gate import OpenGate
from actions.x11.contents import Content, Contents
from actions.x11.events import Pause, next_event

if TYPE_CHECKING:
    from Xlib.protocol.rq import Event

_TARGET_SECONDS = 1.0
_TOTAL_SECONDS = 5.0
_WORDS_AT_ONCE = 1 << 22  # of four bytes each: more than any property holds

# Targets that make the owner do something, or that mean something in the owner's process only.
_NO_CONTENTS = frozenset(
    ("TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "DELETE", "INSERT_SELECTION", "INSERT_PROPERTY")
)
_PROCESS_LOCAL = "GTK_TEXT_BUFFER_CONTENTS"  # a pointer into the owner's memory


def read_selection(display: Display, selection: str, pause: Pause) -> Contents:
    """Return every target that the owner hands out within five seconds, text first.

    `pause` is asked between two targets, never within one: an owner may die of an answer to a window that is gone.
    """
    requestor = _Requestor(display, selection, pause)
    try:
        return requestor.read_all()
    finally:
        requestor.close()


class _Requestor:
    def __init__(self, display: Display, selection: str, pause: Pause) -> None:
        self._display, self._pause = display, pause
        self._selection = display.get_atom(selection)
        self._place = display.get_atom("DESKHAND_SELECTION")
        self._deadline = time.monotonic() + _TOTAL_SECONDS
        root = display.screen().root
        self._window = root.create_window(0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask)

    def close(self) -> None:
        self._window.destroy()
        self._display.flush()

    def read_all(self) -> Contents:
        targets = [self._display.get_atom_name(atom) for atom in self._targets()]
        wanted = [t for t in dict.fromkeys(targets) if t not in _NO_CONTENTS and t != _PROCESS_LOCAL]
        wanted.sort(key=lambda target: not target.startswith(("UTF8", "STRING", "text/")))
        contents: dict[str, Content] = {}
        for target in wanted:
            self._pause(0)
            if content := self._content(target):
                contents[target] = content
        return contents

    def _targets(self) -> list[int]:
        answer = self._convert("TARGETS")
        return list(answer.value) if answer and answer.format == 32 else []

    def _content(self, target: str) -> Content | None:
        answer = self._convert(target)
        if answer is None:
            return None
        if answer.property_type == self._display.get_atom("INCR"):
            return self._receive_chunks()
        if answer.format != 8:
            return None  # an identifier of something that lives in the owner
        return Content(self._display.get_atom_name(answer.property_type), bytes(answer.value))

    def _convert(self, target: str) -> "Event | None":
        """Return the property that the owner answered with; deleting it has acknowledged it."""
        self._window.convert_selection(self._selection, self._display.get_atom(target), self._place, X.CurrentTime)
        answer = self._wait_for(lambda event: event.type == X.SelectionNotify)
        return self._take_property() if answer and answer.property != X.NONE else None

    def _receive_chunks(self) -> Content | None:
        chunks: list[bytes] = []
        while self._wait_for(_is_new_value):
            chunk = self._take_property()
            if chunk is None:  # an event about what was taken before
                continue
            if not chunk.value:
                return Content(self._display.get_atom_name(chunk.property_type), b"".join(chunks))
            chunks.append(bytes(chunk.value))
        return None

    def _take_property(self) -> "Event | None":
        value = self._window.get_full_property(self._place, X.AnyPropertyType, _WORDS_AT_ONCE)
        self._window.delete_property(self._place)
        self._display.flush()
        return value

    def _wait_for(self, wanted: Callable[["Event"], bool]) -> "Event | None":
        deadline = min(self._deadline, time.monotonic() + _TARGET_SECONDS)
        while event := next_event(self._display, OpenGate().pause, deadline):
            if wanted(event):
                return event
        return None


def _is_new_value(event: "Event") -> bool:
    return bool(event.type == X.PropertyNotify and event.state == X.PropertyNewValue)

"""Owning a selection: answering the applications that ask for it (ICCCM 2.2 and 2.7.2).

Does not know what the contents mean, nor who asks.
"""

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol import event as events

from actions.x11.contents import Content, Contents
from actions.x11.events import Pause, next_event

if TYPE_CHECKING:
    from Xlib.protocol.rq import Event
    from Xlib.xobject.drawable import Window

_CHUNK = 128 * 1024  # bytes; well below the largest request of every server


class Delivery(NamedTuple):
    """A target that a client's window was given."""

    requestor: int
    target: str


class _Transfer(NamedTuple):
    """A large content on its way in chunks."""

    kind: int
    chunks: Iterator[bytes]


class SelectionOwner:
    """Offers contents as a selection.

    `deliveries` grows with every target handed out, `lost` turns true when another client takes the selection;
    while `contents` is empty, every request is refused.
    """

    def __init__(self, display: Display, selection: str, contents: Contents) -> None:
        self.contents = contents
        self.deliveries: list[Delivery] = []
        self.lost = False
        self._display = display
        self._selection = display.get_atom(selection)
        self._transfers: dict[tuple[int, int], _Transfer] = {}
        self.window = display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)

    def take(self) -> None:
        """Become the owner."""
        self.window.set_selection_owner(self._selection, X.CurrentTime)
        self._display.sync()

    def disown(self) -> None:
        """Stop being the owner; the selection is empty unless another client has taken it."""
        self.window.destroy()
        self._display.sync()

    def serve(self, until: Callable[[], bool], seconds: float, pause: Pause) -> bool:
        """Answer requests until the condition holds; say whether it did within the seconds."""
        deadline = time.monotonic() + seconds
        while not until():
            event = next_event(self._display, pause, deadline)
            if event is None:
                return False
            self.handle(event)
        return True

    def handle(self, event: "Event") -> None:
        """Answer one event of the display connection; others' and earlier owners' are let pass."""
        if event.type == X.SelectionRequest and event.owner.id == self.window.id:
            self._answer(event)
        elif event.type == X.SelectionClear and event.window.id == self.window.id:
            self.lost = True
        elif event.type == X.PropertyNotify and event.state == X.PropertyDelete:
            self._send_next_chunk(event.window, event.atom)

    def _answer(self, request: "Event") -> None:
        target = self._display.get_atom_name(request.target)
        place = request.property or request.target  # obsolete clients name no property (ICCCM 2.2)
        if target == "TARGETS" and self.contents:
            atoms = [self._display.get_atom(name) for name in ("TARGETS", *self.contents)]
            request.requestor.change_property(place, Xatom.ATOM, 32, atoms)
        elif content := self.contents.get(target):
            self._hand_over(content, request.requestor, place)
        else:
            place = X.NONE
        reply = events.SelectionNotify(
            time=request.time,
            requestor=request.requestor,
            selection=request.selection,
            target=request.target,
            property=place,
        )
        request.requestor.send_event(reply)
        self._display.flush()
        if place != X.NONE:
            self.deliveries.append(Delivery(request.requestor.id, target))

    def _hand_over(self, content: Content, requestor: "Window", place: int) -> None:
        kind, data = self._display.get_atom(content.type), content.data
        if len(data) <= _CHUNK:
            requestor.change_property(place, kind, 8, data)
            return
        requestor.change_attributes(event_mask=X.PropertyChangeMask)
        chunks = (data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK))
        self._transfers[requestor.id, place] = _Transfer(kind, chunks)
        requestor.change_property(place, self._display.get_atom("INCR"), 32, [len(data)])

    def _send_next_chunk(self, requestor: "Window", place: int) -> None:
        transfer = self._transfers.get((requestor.id, place))
        if transfer is None:
            return
        chunk = next(transfer.chunks, b"")  # an empty chunk says that this was all
        requestor.change_property(place, transfer.kind, 8, chunk)
        self._display.flush()
        if not chunk:
            del self._transfers[requestor.id, place]

"""The line before the model: requests come in from many threads, and one thread answers them in their order.

A request that nobody waits for any more is passed over. Knows no HTTP and no model's inside.
"""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from queue import Empty, Queue
from threading import Event

from model.base import GenerationStopped, Model, ModelError, ModelLostError, Part, ReadingAhead, Request
from model.reply import Reply

Piece = str | Reply | ModelError | GenerationStopped


@dataclass
class Asked:
    """One request in the line. `stop` is set when nobody waits for it any more; `hurried`, to end its thought."""

    request: Request
    stop: Event = field(default_factory=Event)
    hurried: Event = field(default_factory=Event)
    _pieces: "Queue[Piece]" = field(default_factory=Queue)

    def put(self, piece: Piece) -> None:
        """Hand on the next piece of the reply, or how it ended."""
        self._pieces.put(piece)

    def pieces(self, every: float) -> Iterator[Piece | None]:
        """Yield the reply's pieces and at last how it ended; None where none came for that many seconds."""
        while True:
            try:
                piece: Piece | None = self._pieces.get(timeout=every)
            except Empty:
                piece = None
            yield piece
            if piece is not None and not isinstance(piece, str):
                return


@dataclass(frozen=True)
class _Ahead:
    """What a request will probably begin with."""

    content: tuple[Part, ...]


class Line:
    """Requests in their order. `work` is the model's one thread; all else may be called from any.

    What may be read ahead of a request waits for no request: where one is open, it is dropped.
    """

    def __init__(self) -> None:
        self._asked: Queue[Asked | _Ahead] = Queue()
        self._lock = threading.Lock()
        self._open = 0
        self._since = time.monotonic()
        self._now: tuple[Asked, Model] | None = None
        self._closed = Event()

    def join(self, request: Request) -> Asked:
        """Come to the end of the line."""
        asked = Asked(request)
        with self._lock:
            self._open += 1
        self._asked.put(asked)
        return asked

    def read_ahead(self, content: tuple[Part, ...]) -> None:
        """Let the model begin with this, if nobody asks for anything."""
        with self._lock:
            if not self._open:
                self._asked.put(_Ahead(content))

    def leave(self, asked: Asked) -> None:
        """Go, answered or not."""
        asked.stop.set()
        with self._lock:
            self._open -= 1
            self._since = time.monotonic()

    def hurry(self, asked: Asked) -> None:
        """End the thought that is being written for it, or will be."""
        asked.hurried.set()
        with self._lock:  # or another one's thought might be written by now
            if self._now and self._now[0] is asked:
                self._now[1].answer_now()

    @property
    def idle_seconds(self) -> float:
        """How long nobody has asked for anything."""
        with self._lock:
            return 0.0 if self._open else time.monotonic() - self._since

    def close(self) -> None:
        """Let `work` return after the reply that it is at."""
        self._closed.set()

    def work(self, model: Model, longest_idle: float) -> None:
        """Answer until closed, or nobody asks for so many seconds.

        Raises `ModelLostError` where the model has to be loaded again.
        """
        with self._lock:
            self._since = time.monotonic()
        while not self._closed.is_set() and self.idle_seconds < longest_idle:
            try:
                asked = self._asked.get(timeout=min(0.1, longest_idle))
            except Empty:
                continue
            match asked:
                case Asked():
                    self._answer(asked, model)
                case _Ahead() if isinstance(model, ReadingAhead) and self._asked.empty():
                    model.read_ahead(asked.content)

    def _answer(self, asked: Asked, model: Model) -> None:
        def on_text(text: str) -> None:
            if asked.hurried.is_set():
                model.answer_now()
            asked.put(text)

        if asked.stop.is_set():
            asked.put(GenerationStopped())
            return
        self._let_hurry(asked, model)
        try:
            asked.put(model.generate(asked.request, on_text, asked.stop))
        except (GenerationStopped, ModelError) as error:
            asked.put(error)
            if isinstance(error, ModelLostError):
                raise
        finally:
            self._let_hurry()

    def _let_hurry(self, asked: Asked | None = None, model: Model | None = None) -> None:
        with self._lock:
            self._now = (asked, model) if asked and model else None

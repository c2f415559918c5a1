"""Reads the newest screen while nobody asks, so that whoever asks later has an answer at once."""

from contextlib import AbstractContextManager, suppress
from functools import partial
from threading import Condition, Thread

from model.base import ModelError
from model.sight.engine import Pixels
from model.sight.ocr import Ocr


class ReadAhead:
    """A thread that reads whatever screen it was shown last, and gives way to every other reading."""

    def __init__(self, ocr: Ocr) -> None:
        self._ocr = ocr
        self._screens = 0
        self._closed = False
        self._news = Condition()
        Thread(target=self._read, name="read-ahead", daemon=True).start()

    def making_way(self) -> AbstractContextManager[None]:
        """Leave the cores alone meanwhile, and a moment longer."""
        return self._ocr.in_front()

    def see(self, pixels: Pixels) -> None:
        """Show the newest screen, shape (height, width, 3), blue first."""
        self._ocr.turn_to(pixels)
        with self._news:
            self._screens += 1
            self._news.notify()

    def close(self) -> None:
        """Read no further."""
        with self._news:
            self._closed = True
            self._news.notify()
        self._ocr.give_way()

    def _read(self) -> None:
        """Read one screen after the other; without the models, who asks hears why."""
        seen = 0
        with suppress(ModelError):
            while seen := self._next(seen):
                for _ in self._ocr.ahead(partial(self._is_wanted, seen)):
                    pass

    def _is_wanted(self, seen: int) -> bool:
        return not self._closed and self._screens == seen

    def _next(self, seen: int) -> int:
        """Return the number of the newest screen once it is another one; 0 at the end."""
        with self._news:
            self._news.wait_for(lambda: self._closed or self._screens != seen)
            return 0 if self._closed else self._screens

"""Gates that remember, and that interrupt at a chosen moment."""

import time
from collections.abc import Callable

from actions.input.gate import Input


class Interrupted(Exception):  # noqa: N818 - a signal, as the run's own are
    """What a stop or a takeover raises through the executor."""


class RecordingGate:
    """Permits everything and remembers what was announced; `on_pause` happens during each pause."""

    def __init__(self, on_pause: Callable[[], None] = lambda: None) -> None:
        self.announced: list[tuple[Input, tuple[int, int] | None]] = []
        self.paused: list[float] = []
        self._on_pause = on_pause

    def sending(self, kind: Input, at: tuple[int, int] | None = None, name: str = "") -> None:
        self.announced.append((kind, at))

    def releasing(self, kind: Input, name: str = "") -> None:
        self.announced.append((kind, None))

    def pause(self, seconds: float) -> None:
        self.paused.append(seconds)
        self._on_pause()
        time.sleep(min(seconds, 0.002))

    def count(self, kind: Input) -> int:
        return sum(announced is kind for announced, _ in self.announced)


class InterruptingGate:
    """Permits a number of inputs and pauses, and nothing more for ever after."""

    def __init__(self, permitted: int) -> None:
        self.left = permitted

    def sending(self, kind: Input, at: tuple[int, int] | None = None, name: str = "") -> None:
        self._count()

    def releasing(self, kind: Input, name: str = "") -> None: ...

    def pause(self, seconds: float) -> None:
        self._count()
        time.sleep(min(seconds, 0.002))

    def _count(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Interrupted

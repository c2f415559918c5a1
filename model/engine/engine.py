"""An engine's life: it answers before it has loaded, so that its progress can be seen, and ends when nobody asks.

Its own process is `model.engine.__main__`.
"""

import os
import secrets
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event
from types import FrameType

from model.base import Model, ModelError, ModelLostError
from model.engine.line import Line
from model.engine.lock import try_lock
from model.engine.places import Place
from model.engine.server import Desk, State, serve_on_loopback, serve_on_socket
from model.glm.settings import Progress

Opener = Callable[[Progress], Model]

_LAST_WORDS = 2.0  # seconds in which a dead engine's log can still be read
_TOLD_SECONDS = 3.0  # in which a failure can be read by who started the engine


TAKEN = os.EX_TEMPFAIL
"""How the process exits whose model another engine holds."""


class EngineTakenError(ModelError):
    """Another process holds this engine already."""


def run_engine(opener: Opener, place: Place, longest_idle: float, port: int = 0) -> int:
    """Hold a model until nobody asks for it any more, or it is told to leave; return the exit code.

    On a `port` of this machine's own address it answers too, to whoever knows the token that lies at its place. Raises
    `EngineTakenError` where it is held already, `OSError` where the place cannot be used.
    """
    line, state, left = Line(), State(), Event()

    def leave(*_signal: int | FrameType | None) -> None:
        left.set()
        line.close()

    with _held(place):
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, leave)
        servers = [serve_on_socket(place.socket, Desk(line, state, leave))]
        if port:
            servers.append(serve_on_loopback(port, Desk(line, state, leave, _new_token(place))))

        def stop_serving() -> None:
            for server in servers:
                server.shutdown()
                server.server_close()

        try:
            return _live(opener, line, state, left, longest_idle, stop_serving)
        finally:
            stop_serving()


def _live(
    opener: Opener, line: Line, state: State, left: Event, longest_idle: float, stop_serving: Callable[[], None]
) -> int:
    def on_progress(message: str, fraction: float | None) -> None:
        state.message, state.fraction = message, fraction
        if left.is_set():
            raise ModelError("The engine was told to leave while it loaded.")

    try:
        model = opener(on_progress)
    except ModelError as error:
        state.failed = str(error)
        left.wait(_TOLD_SECONDS)
        return 1
    try:
        state.name, state.family = model.name, model.family.name
        state.repeats_because = getattr(model, "repeats_because", "")
        state.ready = True
        line.work(model, longest_idle)
    except ModelLostError:
        return 1
    finally:
        stop_serving()  # who comes now finds nobody, and starts another
        model.close()
    return 0


def _new_token(place: Place) -> str:
    """Return a token that is written where only this user can read it."""
    token = secrets.token_urlsafe(24)
    place.token.unlink(missing_ok=True)
    with os.fdopen(os.open(place.token, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(token)
    return token


@contextmanager
def _held(place: Place) -> Iterator[None]:
    """Be the only one at this place, and leave nothing there, however this process ends."""
    lock = try_lock(place.lock)
    if lock is None:
        raise EngineTakenError("This model is held by another engine already: use that.")
    _sweep_after_death(place, lock)
    try:
        yield
    finally:
        place.clear()
        os.close(lock)


def _sweep_after_death(place: Place, lock: int) -> None:
    """Leave a small process behind that removes the files when this one is killed; it holds nothing but a pipe.

    It is forked before anything is loaded and any thread begun.
    """
    gone, alive = os.pipe()
    if os.fork():
        os.close(gone)
        return  # `alive` closes with this process, whatever ends it
    os.close(alive)
    os.close(lock)  # or it would be held beyond the engine's death
    os.setsid()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    os.read(gone, 1)
    time.sleep(_LAST_WORDS)
    with suppress(OSError):
        if try_lock(place.lock) is not None:  # else another one lives there already
            place.clear()
    os._exit(0)

"""Keeps an engine for processes that had better start none: what a task's worker starts ends with the worker.

Such a process leaves word that it wants the engine, and starts one itself only where nobody comes.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Event, Thread

from model.base import ModelError
from model.engine.places import Wanted, place_of
from model.engine.starting import answers, engine_for

_GLANCE = 0.1


@contextmanager
def kept_engine(wanted: Wanted, stop: Event, environ: Mapping[str, str] = os.environ) -> Iterator[None]:
    """Have the engine while entered: it is started first, and again where it died and somebody wants it.

    One that cannot be had is left to whoever wants it, who then hears why.
    """
    over = Event()
    _start(wanted, environ, stop)
    keeper = Thread(target=_keep, args=(wanted, environ, over), name="keeps the engine")
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join()


def _keep(wanted: Wanted, environ: Mapping[str, str], over: Event) -> None:
    with suppress(ModelError):  # its folder cannot be made
        place = place_of(wanted, environ)
        while not over.wait(_GLANCE):
            if place.wanted.exists():
                if not answers(place):
                    _start(wanted, environ, over)
                place.wanted.unlink(missing_ok=True)


def _start(wanted: Wanted, environ: Mapping[str, str], stop: Event) -> None:
    def go_on_unless_stopped(_message: str, _fraction: float | None) -> None:
        if stop.is_set():
            raise ModelError("It was stopped while the model was loaded.")

    with suppress(ModelError):
        engine_for(wanted, go_on_unless_stopped, environ)

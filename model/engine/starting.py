"""Finds the engine for a wish, or starts it and waits until it is ready, telling how far it is."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from threading import Thread

import httpx
from pydantic import BaseModel, ValidationError

from model.base import ModelError
from model.engine.engine import TAKEN
from model.engine.lock import try_lock
from model.engine.places import FOLDER, KEPT, Place, Wanted, engine_folder, place_of
from model.engine.server import LEAVE, STATE
from model.glm.settings import Progress, no_progress

_GLANCE = 0.05
_ANSWER_SECONDS = 10.0
_LONGEST_WORDS = 300  # characters
_KEEPER_SECONDS = 10.0  # in which another process may begin to start it
_START_SECONDS = 60.0  # until its socket answers: the interpreter's start, on a busy machine


class Standing(BaseModel):
    """What an engine says of itself."""

    message: str
    fraction: float | None
    ready: bool
    failed: str
    name: str
    family: str
    repeats_because: str
    pid: int
    idle_seconds: float


def engine_for(
    wanted: Wanted,
    on_progress: Progress = no_progress,
    environ: Mapping[str, str] = os.environ,
    *,
    port: int = 0,
) -> tuple[Place, Standing]:
    """Return the engine that holds what is wanted, ready; it is started where there is none, with a `port` if not 0.

    Raises `ModelError`.
    """
    place = place_of(wanted, environ)
    with _Start(wanted, place, environ, port) as start:
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            if found := state_of(place):
                if found.ready:
                    return place, found
                if found.failed:
                    raise ModelError(found.failed)
                on_progress(found.message, found.fraction)
                deadline = time.monotonic() + _START_SECONDS
            else:
                start.go_on()
            time.sleep(_GLANCE)
    raise ModelError(f"The engine did not answer within {_START_SECONDS:g} s of its start: is the machine overloaded?")


class _Start:
    """The start of an engine by one of all who want it; the others see that it is under way."""

    def __init__(self, wanted: Wanted, place: Place, environ: Mapping[str, str], port: int) -> None:
        self._wanted, self._place, self._environ, self._port = wanted, place, environ, port
        self._process: subprocess.Popen[bytes] | None = None
        self._lock: int | None = None
        self._left_until = time.monotonic() + _KEEPER_SECONDS if environ.get(KEPT) else 0.0

    def __enter__(self) -> "_Start":
        return self

    def __exit__(self, *_error: object) -> None:
        if self._lock is not None:
            os.close(self._lock)

    def go_on(self) -> None:
        """Start the engine where nobody does. Raises `ModelError` where a start of this process's failed."""
        if self._process and self._process.poll() is None:
            return
        _check_ended(self._process, self._place)
        if time.monotonic() < self._left_until:
            self._place.wanted.touch(mode=0o600)
            return
        if self._lock is None:
            self._lock = try_lock(self._place.starting)
        if self._lock is not None:
            self._process = _start(self._wanted, self._place, self._environ, self._port)


def state_of(place: Place) -> Standing | None:
    """Return what the engine at a place says of itself; None where none answers."""
    if not answers(place):
        return None
    try:
        with client(place) as http:
            return Standing.model_validate_json(http.get(STATE).content)
    except (httpx.HTTPError, ValidationError):
        return None


def answers(place: Place) -> bool:
    """Say whether anybody answers there: httpx leaves a socket open where nobody does."""
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(place.socket))
        except OSError:
            return False
        return True


def client(place: Place) -> httpx.Client:
    """Return a client of the engine's."""
    transport = httpx.HTTPTransport(uds=str(place.socket))
    return httpx.Client(transport=transport, base_url="http://engine", timeout=_ANSWER_SECONDS)


def ask_to_leave(place: Place) -> None:
    """Tell the engine at a place to end after the reply that it is at."""
    with suppress(httpx.HTTPError), client(place) as http:
        http.post(LEAVE)


def engines(environ: Mapping[str, str] = os.environ) -> Iterator[tuple[Place, Standing]]:
    """Yield this user's engines that answer."""
    folder = engine_folder(environ)
    for path in sorted(folder.glob("*.sock")) if folder.is_dir() else ():
        place = Place(folder, path.stem)
        if found := state_of(place):
            yield place, found


def last_words(place: Place) -> str:
    """Return the last line of what an engine said, or nothing."""
    with suppress(OSError):
        lines = place.log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return lines[-1][:_LONGEST_WORDS] if lines else ""
    return ""


def _start(wanted: Wanted, place: Place, environ: Mapping[str, str], port: int) -> subprocess.Popen[bytes]:
    """Start the engine as a process that outlives this one. Those that stand idle make room on the card."""
    for other, standing in engines(environ):
        if standing.idle_seconds > 0 and other != place:
            ask_to_leave(other)
    command = [sys.executable, "-P", "-m", "model.engine", wanted.model, place.name, str(port)]
    log = os.open(place.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=log,
            env=_environment(place, environ),
            start_new_session=True,  # Ctrl+C in the terminal that happened to start it is not meant for it
        )
    finally:
        os.close(log)
    Thread(target=process.wait, name="engine's end", daemon=True).start()  # or it would stay a zombie
    assert process.stdin is not None
    with suppress(BrokenPipeError), process.stdin as settings:
        settings.write(wanted.held.model_dump_json(exclude_unset=True).encode())
    return process


def _environment(place: Place, environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without Deskhand's own variables, which hold keys; the settings are handed over."""
    kept = {name: value for name, value in environ.items() if not name.upper().startswith("DESKHAND_")}
    return kept | {FOLDER: str(place.folder)}


def _check_ended(process: subprocess.Popen[bytes] | None, place: Place) -> None:
    """Raise `ModelError` where a start failed for good; where another one was faster, that one is waited for."""
    if process is None or process.returncode in (0, TAKEN):
        return
    words = last_words(place)
    raise ModelError(f"The engine ended while it started (exit code {process.returncode}). {words}".strip())

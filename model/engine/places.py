"""Where engines are: a folder of the user's own with a socket, a lock and a log for each. Loads nothing.

What an engine is started with gives it its name, so that who wants the same finds it.
"""

import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from model.base import ModelError, Request
from model.families import Family
from model.glm.settings import GlmSettings

FOLDER = "DESKHAND_ENGINE_FOLDER"
KEPT = "DESKHAND_ENGINE_KEPT"
"""Set where another process keeps the engine, and is to be given the time to start it."""
_LONGEST_PATH = 107  # bytes of a Unix socket's path
_NAME_LENGTH = 16
_LONGEST_THOUGHT = 86_400.0  # seconds
_COMPILE_CACHE = "TORCHINDUCTOR_CACHE_DIR"


@dataclass(frozen=True)
class Wanted:
    """What an engine is to hold: a model as `--model` says it, and how it is loaded."""

    model: str
    settings: GlmSettings

    @property
    def held(self) -> GlmSettings:
        """How the engine loads the model: without the limits of replies, which come with each request."""
        most = self.settings.context_tokens
        limits = {"max_new_tokens": most, "thought_tokens": most, "thought_seconds": _LONGEST_THOUGHT}
        return self.settings.model_copy(update=limits)

    def limited(self, request: Request, family: Family) -> Request:
        """Return a request to a model of that family with the limits that are set here, or tighter ones of its own."""
        own = self.settings.of_family(family).limited(request)
        return replace(
            request,
            max_tokens=own.max_new_tokens,
            thought_tokens=own.thought_tokens,
            thought_seconds=own.thought_seconds,
        )

    @property
    def name(self) -> str:
        """Equal for equal wishes. What the family says if nobody does is no wish."""
        settings = self.held.model_dump(mode="json", exclude={"shared", "idle_seconds"})
        if "end_of_thought" not in self.settings.model_fields_set:
            del settings["end_of_thought"]
        wish = json.dumps([self.model, settings], sort_keys=True)
        return hashlib.sha256(wish.encode()).hexdigest()[:_NAME_LENGTH]


@dataclass(frozen=True)
class Place:
    """An engine's files."""

    folder: Path
    name: str

    @property
    def socket(self) -> Path:
        """Where it answers."""
        return self.folder / f"{self.name}.sock"

    @property
    def lock(self) -> Path:
        """Held while it lives: whoever can take it is alone."""
        return self.folder / f"{self.name}.lock"

    @property
    def starting(self) -> Path:
        """Held by who starts it, until it answers."""
        return self.folder / f"{self.name}.start"

    @property
    def wanted(self) -> Path:
        """Left by who wants it and had better not start it."""
        return self.folder / f"{self.name}.wanted"

    @property
    def token(self) -> Path:
        """What opens its port, where it has one."""
        return self.folder / f"{self.name}.token"

    @property
    def log(self) -> Path:
        """What it said last."""
        return self.folder / f"{self.name}.log"

    def clear(self) -> None:
        """Remove all of it. Only for whoever holds the lock."""
        for file in (self.socket, self.token, self.log, self.wanted, self.starting, self.lock):
            file.unlink(missing_ok=True)


def place_of(wanted: Wanted, environ: Mapping[str, str] = os.environ) -> Place:
    """Return where the engine for a wish is, its folder made. Raises `ModelError` where that is not the user's own."""
    place = Place(engine_folder(environ), wanted.name)
    if len(os.fsencode(place.socket)) > _LONGEST_PATH:
        raise ModelError(
            f"The path {place.socket} is too long for a socket: set {FOLDER} to a folder with a short one."
        )
    try:
        place.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = place.folder.stat(follow_symlinks=False)
    except OSError as error:
        raise ModelError(f"The engine's folder {place.folder} cannot be made: {error}.") from error
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise ModelError(f"{place.folder} is not a folder that you alone can enter: remove it, or set {FOLDER}.")
    return place


def engine_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of this user's engines."""
    if own := environ.get(FOLDER):
        return Path(own)
    if runtime := environ.get("XDG_RUNTIME_DIR"):
        return Path(runtime) / "deskhand"
    return Path(tempfile.gettempdir()) / f"deskhand-{os.getuid()}"


def compile_cache(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the variable that keeps what was compiled in the user's cache folder, unless it is set.

    Where nothing can be written there, it is left to torch, which keeps it in a temporary folder.
    """
    cache = environ.get("XDG_CACHE_HOME") or str(Path(environ.get("HOME", "/")) / ".cache")
    folder = Path(cache) / "deskhand" / "compiled"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return {}
    return {_COMPILE_CACHE: str(folder)} if os.access(folder, os.W_OK) and not environ.get(_COMPILE_CACHE) else {}

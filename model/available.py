"""The models that are on this machine, each as `--model` takes it: built in, downloaded, or held by a local server."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from model.families import family_for
from model.local_servers.installed import Installed, installed
from model.machine import Memory, memory


@dataclass(frozen=True)
class Available:
    """One model. `size` is in bytes, `context` in tokens; None where nobody says. `note` says what is to be known."""

    spec: str
    family: str = ""
    size: int | None = None
    context: int | None = None
    fits: bool | None = None
    sees: bool | None = None
    note: str = ""


def available(environ: Mapping[str, str] = os.environ, cache: Path | None = None) -> list[Available]:
    """Return all of them: the reader first, then what was downloaded, then what local servers hold."""
    from model.glm.downloaded import downloaded

    room = memory()
    reader = Available("reader", "reader", fits=True, sees=True, note="Built in: simple goals, no GPU.")
    own = (
        Available(found.spec, found.family, found.size, None, room.fits(found.size), sees=True)
        for found in downloaded(cache)
    )
    return [reader, *own, *(_held(model, room) for model in installed(environ))]


def _held(model: Installed, room: Memory) -> Available:
    family = family_for(model.name)
    fits = room.fits(model.size) if model.size is not None else None
    return Available(model.spec, family.name, model.size, model.context, fits, model.sees, model.engine.beside)

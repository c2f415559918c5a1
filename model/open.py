"""From what `--model` says to a model that answers. Each kind is imported only when it is asked for."""

import os
import socket
from collections.abc import Mapping
from pathlib import Path

from model.base import Model, ModelError
from model.engine.places import Wanted
from model.environment import settings_from
from model.glm.settings import DEFAULT_CHECKPOINT, GlmSettings, Progress, no_progress
from model.local_servers.engine import ENGINES
from model.sight.ocr import Ocr

KINDS = (
    "reader, scripted:FILE, glm[:FOLDER-OR-HUB-ID], ollama:NAME, lmstudio:NAME, llamacpp[:PORT], vllm[:PORT], "
    "sglang[:PORT] or server:URL[#NAME]"
)
GLM_PREFIX = "DESKHAND_GLM_"
SHARING = hasattr(socket, "AF_UNIX") and hasattr(os, "fork")
"""Whether one engine can serve several processes here: Windows has neither."""


def open_model(
    spec: str,
    *,
    glm: GlmSettings | None = None,
    on_progress: Progress = no_progress,
    environ: Mapping[str, str] = os.environ,
    ocr: Ocr | None = None,
) -> Model:
    """Return the model that `spec` names. Raises `ModelError` with a sentence when it cannot be had.

    What `glm` does not set is the environment's to set. `ocr` is this process's, which the reader then shares.
    """
    kind, _, rest = spec.partition(":")
    match kind:
        case "reader" if not rest:
            from model.reader.reader import Reader

            return Reader(ocr)
        case "scripted" if rest:
            from model.scripted import ScriptedModel

            return ScriptedModel.from_file(Path(rest))
        case "glm":
            if wanted := engine_wanted(spec, glm, environ):
                from model.engine.client import EngineModel

                return EngineModel(wanted, on_progress=on_progress, environ=environ)
            from model.glm.glm import GlmModel

            return GlmModel.load(rest or DEFAULT_CHECKPOINT, _settings(glm, environ), on_progress)
        case "server" if rest:
            from model.server.model import ServerModel

            return ServerModel.connect(rest, environ=environ)
        case _ if kind in ENGINES:
            from model.local_servers.choose import address_of
            from model.server.model import ServerModel

            return ServerModel.connect(address_of(kind, rest, environ), environ=environ)
        case _:
            raise ModelError(f"{spec!r} names no model: it can be {KINDS}; `deskhand model list` shows what is here.")


def engine_wanted(spec: str, glm: GlmSettings | None = None, environ: Mapping[str, str] = os.environ) -> Wanted | None:
    """Return what the resident engine is to hold for this model; None for one that lies in no engine.

    Raises `ModelError` for settings that are none.
    """
    kind, _, rest = spec.partition(":")
    if kind != "glm" or not SHARING:
        return None
    settings = _settings(glm, environ)
    return Wanted(located(f"glm:{rest or DEFAULT_CHECKPOINT}"), settings) if settings.shared else None


def located(spec: str) -> str:
    """Return the same model as processes find it that work in another folder: its path made absolute."""
    kind, _, rest = spec.partition(":")
    is_file = kind in ("glm", "scripted") and rest and Path(rest).exists()
    return f"{kind}:{Path(rest).absolute()}" if is_file else spec


def _settings(glm: GlmSettings | None, environ: Mapping[str, str]) -> GlmSettings:
    own = settings_from(environ, GlmSettings, GLM_PREFIX)
    return own.model_copy(update=glm.model_dump(exclude_unset=True)) if glm else own

"""What the local servers hold, by asking each of them on the usual port. What does not answer is not there.

Each is asked in its own way, since only that tells sizes and whether a model sees images.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import httpx
from pydantic import BaseModel, Field, ValidationError

from model.local_servers.engine import ENGINES, LLAMACPP, LMSTUDIO, OLLAMA, Engine

_SECONDS = 1.0
_MOST_ASKED_ABOUT = 50  # models of Ollama, each of which takes a question


@dataclass(frozen=True)
class Installed:
    """A model that a server holds. `size` is in bytes, `context` in tokens; None where the server does not say."""

    engine: Engine
    port: int
    name: str
    size: int | None = None
    sees: bool | None = None
    context: int | None = None
    loaded: bool = True

    @property
    def spec(self) -> str:
        """What `--model` calls it."""
        if self.engine.holds_many:
            return f"{self.engine.name}:{self.name}"
        return self.engine.name if self.port == self.engine.port else f"{self.engine.name}:{self.port}"


class _Tag(BaseModel):
    name: str
    size: int | None = None


class _Tags(BaseModel):
    models: list[_Tag] = Field(default_factory=list)


class _Shown(BaseModel):
    capabilities: list[str] | None = None


class _Native(BaseModel):
    id: str
    type: str = ""
    state: str = ""
    max_context_length: int | None = None
    loaded_context_length: int | None = None


class _NativeList(BaseModel):
    data: list[_Native]


class _Meta(BaseModel):
    n_ctx: int | None = None
    size: int | None = None


class _Served(BaseModel):
    id: str
    owned_by: str = ""
    max_model_len: int | None = None
    meta: _Meta | None = None


class _ServedList(BaseModel):
    data: list[_Served]


class _Modalities(BaseModel):
    vision: bool | None = None


class _Props(BaseModel):
    modalities: _Modalities = Field(default_factory=_Modalities)


class NotThereError(Exception):
    """Nothing answers at a port, or something else."""


def installed(environ: Mapping[str, str] = os.environ) -> list[Installed]:
    """Return the models of all local servers that answer on their usual ports."""
    return [model for engine in ENGINES.values() for model in _quietly(engine, port_of(engine, environ))]


def _quietly(engine: Engine, port: int) -> list[Installed]:
    try:
        return held_by(engine, port)
    except NotThereError:
        return []


def port_of(engine: Engine, environ: Mapping[str, str]) -> int:
    """Return the port that an engine listens on: Ollama's is its user's to set (`OLLAMA_HOST`)."""
    _, _, port = environ.get("OLLAMA_HOST", "").rpartition(":") if engine is OLLAMA else ("", "", "")
    return int(port) if port.isdecimal() and 0 < int(port) < 1 << 16 else engine.port


def held_by(engine: Engine, port: int) -> list[Installed]:
    """Return the models of one server. Raises `NotThereError`."""
    ways: dict[str, Callable[[httpx.Client, int], Iterator[Installed]]] = {
        OLLAMA.name: _of_ollama,
        LMSTUDIO.name: _of_lmstudio,
    }
    # No proxy stands between this machine and itself.
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=_SECONDS, trust_env=False) as client:
        try:
            own = ways.get(engine.name)
            return list(own(client, port) if own else _of_others(client, engine, port))
        except (httpx.HTTPError, httpx.InvalidURL, ValidationError) as error:
            raise NotThereError(str(error) or type(error).__name__) from error


def _of_ollama(client: httpx.Client, port: int) -> Iterator[Installed]:
    for tag in _Tags.model_validate_json(_body(client.get("/api/tags"))).models[:_MOST_ASKED_ABOUT]:
        shown = _Shown.model_validate_json(_body(client.post("/api/show", json={"model": tag.name})))
        sees = "vision" in shown.capabilities if shown.capabilities is not None else None
        yield Installed(OLLAMA, port, tag.name, tag.size, sees)


def _of_lmstudio(client: httpx.Client, port: int) -> Iterator[Installed]:
    for model in _NativeList.model_validate_json(_body(client.get("/api/v0/models"))).data:
        if model.type != "embeddings":
            context = model.loaded_context_length or model.max_context_length
            sees, loaded = model.type == "vlm", model.state == "loaded"
            yield Installed(LMSTUDIO, port, model.id, None, sees, context, loaded)


def _of_others(client: httpx.Client, engine: Engine, port: int) -> Iterator[Installed]:
    for model in _ServedList.model_validate_json(_body(client.get("/v1/models"))).data:
        if model.owned_by == engine.owner:
            meta = model.meta or _Meta()
            sees = _sees(client) if engine is LLAMACPP else None
            yield Installed(engine, port, model.id, meta.size, sees, model.max_model_len or meta.n_ctx)


def _sees(client: httpx.Client) -> bool | None:
    return _Props.model_validate_json(_body(client.get("/props"))).modalities.vision


def _body(response: httpx.Response) -> bytes:
    response.raise_for_status()
    return response.content

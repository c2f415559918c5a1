"""From `ollama:NAME`, `lmstudio:NAME`, `llamacpp[:PORT]`, `vllm[:PORT]` and `sglang[:PORT]` to a server's address."""

import os
from collections.abc import Mapping, Sequence

from model.base import ModelError
from model.local_servers.engine import ENGINES, Engine
from model.local_servers.installed import Installed, NotThereError, held_by, installed, port_of


def address_of(kind: str, rest: str, environ: Mapping[str, str] = os.environ) -> str:
    """Return `URL#NAME` of the model that `kind:rest` names. Raises `ModelError` with a sentence that lists what is
    there.

    Without a name it is the only model that there is, of those that see images where the server tells.
    """
    engine = ENGINES[kind]
    if engine.holds_many:
        port, name = port_of(engine, environ), rest
    else:
        port, name = _port(engine, rest), ""
    try:
        held = held_by(engine, port)
    except NotThereError as error:
        others = _others(engine, environ)
        raise ModelError(f"No {engine.name} answers on port {port} of this machine: start it{others}.") from error
    return f"http://127.0.0.1:{port}/v1#{_chosen(engine, held, name).name}"


def _port(engine: Engine, rest: str) -> int:
    if not rest:
        return engine.port
    if not rest.isdecimal() or not 0 < int(rest) < 1 << 16:
        raise ModelError(f"{engine.name}:{rest} names no port: it is {engine.name} or {engine.name}:{engine.port}.")
    return int(rest)


def _chosen(engine: Engine, held: Sequence[Installed], name: str) -> Installed:
    if not held:
        raise ModelError(f"{engine.name} holds no model yet: get one there that sees images.")
    if name:
        return _named(engine, held, name)
    fitting = [model for model in held if model.sees is not False]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise ModelError(f"No model of {engine.name} sees images: it holds {_names(held)}.")
    raise ModelError(f"{engine.name} holds several models: choose one of {_names(fitting)}.")


def _named(engine: Engine, held: Sequence[Installed], name: str) -> Installed:
    found = next((model for model in held if model.name in (name, f"{name}:latest")), None)
    if found is None:
        raise ModelError(f"{engine.name} holds no model {name!r}: it has {_names(held)}.")
    if found.sees is False:
        fitting = [model for model in held if model.sees]
        instead = f": {_names(fitting)} can" if fitting else ""
        raise ModelError(f"{name} cannot see images, and a screen has to be seen{instead}.")
    return found


def _names(held: Sequence[Installed]) -> str:
    return ", ".join(model.spec for model in held)


def _others(engine: Engine, environ: Mapping[str, str]) -> str:
    """Return which other local servers answer, as the end of a sentence."""
    there = [model.spec for model in installed(environ) if model.engine is not engine and model.sees is not False]
    return f", or choose one that is there: {', '.join(there[:20])}" if there else ""

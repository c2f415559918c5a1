"""From what `--model` says to a model that answers. Each kind is imported only when it is asked for."""

from pathlib import Path

from model.base import Model, ModelError

KINDS = "reader, scripted:FILE, glm[:FOLDER-OR-HUB-ID] or server:URL[#NAME]"


def open_model(spec: str) -> Model:
    """Return the model that `spec` names. Raises `ModelError` with a sentence when it cannot be had."""
    kind, _, rest = spec.partition(":")
    match kind:
        case "reader" if not rest:
            from model.reader.reader import Reader

            return Reader()
        case "scripted" if rest:
            from model.scripted import ScriptedModel

            return ScriptedModel.from_file(Path(rest))
        case "server" if rest:
            from model.server.model import ServerModel

            return ServerModel.connect(rest)
        case _:
            raise ModelError(f"{spec!r} names no model: it can be {KINDS}.")

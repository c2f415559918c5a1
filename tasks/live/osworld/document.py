"""An OSWorld task file: JSON with an instruction, what stands ready, and how it is judged."""

import json
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from tasks.task.reading.errors import one_mistake, read_text
from tasks.task.reading.sentences import sentence
from tasks.task.reading.tree import Place

_MOST_BYTES = 4 << 20


class Entry(BaseModel):
    """One thing to be done, before the agent begins or after it has ended."""

    model_config = ConfigDict(frozen=True)

    type: str
    parameters: dict[str, Any] = Field(default_factory=dict)


class Document(BaseModel):
    """What the file says, as far as it matters here; other keys are for the benchmark's own programs."""

    model_config = ConfigDict(frozen=True)

    id: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    instruction: Annotated[str, StringConstraints(min_length=1)]
    config: tuple[Entry, ...] = ()
    evaluator: Any = None
    related_apps: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def read_document(path: Path) -> Document:
    """Return what a file says. Raises `TaskFileError` where it is no OSWorld task."""
    data = _read_json(path)
    if not isinstance(data, dict):
        raise one_mistake(path, "This is no OSWorld task: it holds no object.")
    try:
        return Document.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise one_mistake(path, f"This is no OSWorld task: `{where}`: {sentence(dict(first))}") from error


def is_document(path: Path) -> bool:
    """Say whether a file is meant as an OSWorld task; raise `TaskFileError` where it cannot be read."""
    data = _read_json(path)
    return isinstance(data, dict) and "instruction" in data and "evaluator" in data


def _read_json(path: Path) -> Any:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise one_mistake(path, f"The file is larger than {_MOST_BYTES >> 20} MB.")
        data = json.loads(read_text(path))
        json.dumps(data, ensure_ascii=False).encode()  # half a character, which JSON can write, is no text
    except OSError as error:
        raise one_mistake(path, f"The file cannot be read: {error.strerror}.") from error
    except json.JSONDecodeError as error:
        raise one_mistake(path, f"This is no JSON: {error.msg}.", Place(error.lineno, error.colno)) from error
    except (ValueError, RecursionError) as error:
        raise one_mistake(path, f"This is no JSON: {error}.") from error
    return data

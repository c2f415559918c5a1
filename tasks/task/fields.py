"""Kinds of fields that several parts of a task have."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

from actions.input.keys import canonical_key
from actions.schema import Box, BoxField
from tasks.task.nearest import nearest

_MEANT = 75  # of 100: so much a key must be like the word that it is taken for


class Part(BaseModel):
    """A part of a task: frozen, and a mistyped key is an error. A field's docstring is what editors show."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, use_attribute_docstrings=True, serialize_by_alias=True
    )


def named_by(what: str, *words: str) -> Discriminator:
    """Tell the members of a union apart by the first key that is one of the words, or by the one that nearly is.

    The members are tagged `WORD WHAT`, such as `click step`, so that no tag is taken for a key.
    """

    def tag(value: Any) -> str | None:
        keys = [key for key in _keys(value) if isinstance(key, str)]
        word = next((key for key in keys if key in words), None)
        word = word or next((word for key in keys if (word := nearest(key, words, _MEANT))), None)
        return word and f"{word} {what}"

    listed = f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]
    return Discriminator(
        tag,
        custom_error_type="no_word",
        custom_error_message=f"a {what} is named by a key: {listed}",
    )


def _keys(value: Any) -> list[Any]:
    if isinstance(value, BaseModel):
        return [
            field.alias or name for name, field in type(value).model_fields.items() if name in value.model_fields_set
        ]
    return list(value) if isinstance(value, dict) else []


def as_list(value: Any) -> Any:
    """Take one thing for a list of it."""
    return value if isinstance(value, list | tuple) else [value]


def alone(key: str, *kinds: type) -> Callable[[Any], Any]:
    """Return what takes a value of these kinds, or a text or a number, for a mapping with that key alone."""

    def written_out(value: Any) -> Any:
        return {key: value} if isinstance(value, kinds or (str, int, float)) else value

    return written_out


def a_few(item: Any) -> BeforeValidator:
    """Let a list of these be written as one of them."""
    return BeforeValidator(as_list, json_schema_input_type=item | list[item])


def no_truth(value: Any) -> Any:
    """Refuse true and false where a number is wanted."""
    if isinstance(value, bool):
        raise ValueError("a number is wanted, not true or false")  # noqa: TRY004 - pydantic's own way
    return value


Seconds: TypeAlias = Annotated[float, BeforeValidator(no_truth), Field(gt=0, le=86_400)]
Count: TypeAlias = Annotated[int, BeforeValidator(no_truth), Field(ge=1, le=10_000)]
Text: TypeAlias = Annotated[str, StringConstraints(min_length=1)]
Reason: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


@dataclass(frozen=True)
class Spelled:
    """Holds a text to a pattern; the sentence says of one that does not fit what it is."""

    pattern: str
    sentence: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._fitting, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "pattern": f"^(?:{self.pattern})$"}

    def _fitting(self, text: str) -> str:
        if not re.fullmatch(self.pattern, text):
            raise ValueError(f"`{text}` {self.sentence}")
        return text


Name: TypeAlias = Annotated[
    str, Spelled(r"[A-Za-z_][A-Za-z0-9_]*", "is no name: letters, digits and _, no digit first")
]
"""What stands between `{{` and `}}`, or names a variable of the environment."""

_BOX = {
    "type": "array",
    "items": {"anyOf": [{"type": "number"}, {"type": "array", "items": {"type": "number"}}]},
    "minItems": 1,
    "maxItems": 4,
    "description": "[x, y] or [left, top, right, bottom], in thousandths of the screen.",
}
Area: TypeAlias = Annotated[BoxField, WithJsonSchema(_BOX)]
"""A rectangle or a point of the screen, in thousandths."""


def _has_extent(box: Box) -> Box:
    if box.x1 == box.x2 or box.y1 == box.y2:
        raise ValueError("it has no extent: write [left, top, right, bottom] in thousandths")
    return box


Region: TypeAlias = Annotated[Area, AfterValidator(_has_extent)]
"""A rectangle of the screen, in thousandths."""


def _no_zero(path: str) -> str:
    if "\0" in path:
        raise ValueError("a path cannot hold a zero character")
    return path


HomePath: TypeAlias = Annotated[Text, AfterValidator(_no_zero)]
"""A path; relative ones and `~` start in the run's own home."""


def _found(wanted: str, exists: Callable[[Path], bool]) -> AfterValidator:
    """Look where the task file's folder is known that the path leads to something."""

    def find(path: str, info: ValidationInfo) -> str:
        folder = (info.context or {}).get("folder")
        if folder is not None and "{{" not in path and not exists(Path(folder, path)):
            raise ValueError(f"there is no {wanted} `{path}` beside the task file")
        return path

    return AfterValidator(find)


SourceFile: TypeAlias = Annotated[HomePath, _found("file", Path.is_file)]
SourceFolder: TypeAlias = Annotated[HomePath, _found("folder", Path.is_dir)]
Source: TypeAlias = Annotated[HomePath, _found("file or folder", Path.exists)]
"""A path that the task brings; relative ones start in the task file's folder."""


def _chord(value: Any) -> Any:
    """Read `ctrl+s`; a plus at the end is the key itself."""
    if isinstance(value, list | tuple):
        return tuple(value)
    keys = re.split(r"\+(?!$)", str(value).strip() or str(value))
    return tuple(canonical_key(key) for key in keys)


def _written(keys: tuple[str, ...]) -> str:
    return "+".join(keys)


Chord: TypeAlias = Annotated[
    tuple[str, ...],
    Field(min_length=1, max_length=5),
    BeforeValidator(_chord, json_schema_input_type=str),
    PlainSerializer(_written, return_type=str),
]
"""Keys that are pressed together, written `ctrl+shift+s`."""

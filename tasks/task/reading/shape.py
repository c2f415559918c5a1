"""What a model says may stand at a place of its data: the way from pydantic's place of an error to a file's.

Walks pydantic's core schema, which knows where a part of an error's place is a key, and where it only names the member
of a union.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from pydantic import BaseModel, TypeAdapter

_WRAPPING: Final = frozenset(
    ("model", "default", "nullable", "function-before", "function-after", "function-wrap", "definitions")
)


class Shape:
    """A core schema, seen without what does not show in places of errors."""

    def __init__(self, schema: Mapping[str, Any], definitions: Mapping[str, Mapping[str, Any]]) -> None:
        while True:
            if schema["type"] == "definition-ref":
                schema = definitions[schema["schema_ref"]]
            elif schema["type"] in _WRAPPING:
                schema = schema["schema"]
            else:
                break
        self._schema, self._definitions = schema, definitions

    @classmethod
    @cache
    def of(cls, model: type[BaseModel]) -> "Shape":
        """Return the shape of a model's data."""
        schema: Any = TypeAdapter(model).core_schema
        return cls(schema, {part["ref"]: part for part in schema.get("definitions", ())})

    @property
    def is_union(self) -> bool:
        """Whether the next part of a place names a member and no key."""
        return self._schema["type"] in ("union", "tagged-union")

    @property
    def is_guess(self) -> bool:
        """Whether the data was tried as each member: the errors are those of all of them."""
        return bool(self._schema["type"] == "union")

    @property
    def keys(self) -> list[str]:
        """The keys that may stand here, none where any may."""
        fields = self._schema.get("fields", {})
        return [_key(name, field) for name, field in fields.items()] if isinstance(fields, dict) else []

    @property
    def forms(self) -> list[str]:
        """The tags of the members of a union."""
        return [str(tag) for tag in self._schema.get("choices", ())] if self._schema["type"] == "tagged-union" else []

    def inside(self, step: str | int) -> "Shape | None":
        """Return the shape at a key, an index or a member; None where the schema does not tell."""
        match self._schema["type"]:
            case "tagged-union":
                return self._made(self._schema["choices"].get(step))
            case "model-fields":
                fields = self._schema["fields"].items()
                return self._made(next((field["schema"] for name, field in fields if _key(name, field) == step), None))
            case "list":
                return self._made(self._schema.get("items_schema"))
            case "tuple":
                items = self._schema["items_schema"]
                return self._made(items[0] if self._schema.get("variadic_item_index") == 0 else None)
            case "dict":
                return self._made(self._schema.get("values_schema"))
            case _:
                return None

    def _made(self, schema: Mapping[str, Any] | None) -> "Shape | None":
        return schema and Shape(schema, self._definitions)  # type: ignore[return-value]


def _key(name: str, field: Mapping[str, Any]) -> str:
    return str(field.get("validation_alias", name))

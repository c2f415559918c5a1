"""The JSON Schema of task files, from which editors complete them; `make schema` writes it beside this file."""

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from tasks.task.task import TaskFile

PATH = Path(__file__).with_name("task.schema.json")

_PLACEHOLDER = {"type": "string", "pattern": r"^\{\{[^{}]*\}\}$"}


class _Schema(GenerateJsonSchema):
    """Says of numbers and choices that a placeholder may stand there, and of texts that a plain number may."""

    def int_schema(self, schema: core_schema.IntSchema) -> dict[str, Any]:
        return _or_placeholder(super().int_schema(schema))

    def float_schema(self, schema: core_schema.FloatSchema) -> dict[str, Any]:
        return _or_placeholder(super().float_schema(schema))

    def bool_schema(self, schema: core_schema.BoolSchema) -> dict[str, Any]:
        return _or_placeholder(super().bool_schema(schema))

    def literal_schema(self, schema: core_schema.LiteralSchema) -> dict[str, Any]:
        return _or_placeholder(super().literal_schema(schema))

    def enum_schema(self, schema: core_schema.EnumSchema) -> dict[str, Any]:
        return _or_placeholder(super().enum_schema(schema))

    def str_schema(self, schema: core_schema.StringSchema) -> dict[str, Any]:
        return {**super().str_schema(schema), "type": ["string", "number", "boolean"]}


def _or_placeholder(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, _PLACEHOLDER]}


def task_schema() -> str:
    """Return the schema as the file has it."""
    schema = TaskFile.model_json_schema(schema_generator=_Schema)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(head | schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    PATH.write_text(task_schema(), encoding="utf-8")

"""The example files show every key of the format, and are read as editors complete them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from pydantic import BaseModel

import tasks.task
from tasks.checks.check import KINDS
from tasks.task import Task, read_tasks
from tasks.task.fields import Part
from tasks.task.reading.tree import plain
from tasks.task.reading.yaml_tree import read_yaml
from tasks.task.schema import PATH, task_schema
from tasks.task.task import Expansion, TaskFile

EXAMPLE = Path(tasks.task.__file__).parent / "example"
FILES = sorted(EXAMPLE.glob("*.task.yaml"))


def _data(path: Path) -> Any:
    tree, mistakes = read_yaml(path.read_text(encoding="utf-8"))
    assert tree is not None
    assert not mistakes
    return plain(tree)


def test_a_row_and_a_seed_make_a_run() -> None:
    assert [task.run_id for task in read_tasks(EXAMPLE)] == [
        "example/checks#0",
        "example/episode#0",
        "example/episode#1",
        "example/goal[1]#0",
        "example/goal[2]#0",
        "example/script#0",
        "example/Note about Málaga[1]#0",
        "example/Note about Málaga[1]#1",
        "example/Note about New York[2]#0",
        "example/Note about New York[2]#1",
    ]


def test_a_task_travels_as_json() -> None:
    for task in read_tasks(EXAMPLE):
        text = task.model_dump_json()
        assert Task.model_validate_json(text) == task
        assert Task.model_validate_json(text).model_dump_json() == text


def _used(part: BaseModel) -> Iterator[tuple[str, str]]:
    for name in part.model_fields_set:
        yield type(part).__name__, name
    for _, value in part:
        for item in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,):
            if isinstance(item, BaseModel):
                yield from _used(item)


def _models(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from _models(sub)


def test_the_example_uses_every_key() -> None:
    used = {key for task in read_tasks(EXAMPLE) for key in _used(task)}
    inner = [model for model in _models(Part) if not model.__subclasses__() and model is not TaskFile]
    wanted = {(model.__name__, name) for model in inner for name in model.model_fields}
    # Shown once, they need not be shown for each kind of step.
    optional = {(kind, name) for kind, name in wanted if name in ("key", "seconds") and kind.endswith("Step")}
    optional.add(("Task", "repeat"))  # which no file says
    assert wanted - optional <= used
    assert {name for path in FILES for name in _data(path)} >= set(Expansion.model_fields)


def test_the_example_uses_every_kind_of_check() -> None:
    assert {part.kind for task in read_tasks(EXAMPLE) for check in task.checks for part in check.every()} == set(KINDS)


def test_the_published_schema_is_up_to_date() -> None:
    assert PATH.read_text(encoding="utf-8") == task_schema(), "run `make schema`"


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    schema = json.loads(task_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_schema_takes_the_example(schema: jsonschema.Draft202012Validator, path: Path) -> None:
    schema.validate(_data(path))


@pytest.mark.parametrize(
    "text",
    [
        "gaol: x",
        "{goal: x, steps: [{clik: Save}]}",
        "{goal: x, limits: {steps: many}}",
        "{goal: x, set_up: {files: {a: {cpoy: b}}}}",
        "{goal: x, checks: [{fiel: a}]}",
        "{goal: x, display: large}",
        "{goal: x, policy: {terminal: alow}}",
    ],
)
def test_the_schema_refuses_what_is_mistyped(schema: jsonschema.Draft202012Validator, text: str) -> None:
    assert not schema.is_valid(yaml.safe_load(text))


def _described(schema: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    for name, part in [*schema["$defs"].items(), ("TaskFile", schema)]:
        for key, value in part.get("properties", {}).items():
            yield f"{name}.{key}", "description" in value or "$ref" in value


def test_editors_can_tell_what_each_key_means() -> None:
    ours = {model.__name__ for model in _models(Part)}
    assert [key for key, told in _described(json.loads(task_schema())) if not told and key.split(".")[0] in ours] == []

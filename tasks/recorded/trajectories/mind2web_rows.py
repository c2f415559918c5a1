"""Multimodal-Mind2Web's published forms of a step, as one."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import AliasChoices, Field, FiniteFloat

from tasks.recorded.steps import BadRecordError
from tasks.recorded.trajectories.base import Row

_LONGEST_INDEX = 9  # digits

_Extent = tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat]  # x, y, width, height in pixels of the page


COLUMNS = (
    "annotation_id",
    "action_uid",
    "confirmed_task",
    "operation",
    "pos_candidates",
    "screenshot",
    "website",
    "domain",
    "action_reprs",
    "target_action_index",
)
"""What is read of the data set's own files, whose pages' HTML and other candidates are most of them."""

_FILES, _TEST = ("*.parquet", "*/*.parquet", "*/*/*.parquet"), "test_"


class StepRow(Row):
    """A step in any of the forms, once `plain` has put it in these names; `image` is a name, or a picture's bytes."""

    annotation_id: str
    action_uid: str
    task: str = Field(validation_alias=AliasChoices("task", "confirmed_task"))
    operation: str
    value: str = ""
    bbox: tuple[_Extent, ...]
    image: str | bytes = ""
    website: str = ""
    domain: str = ""
    split: str = ""
    said: str = ""


def parquet_files(data: Path) -> Iterator[Path]:
    """Yield the data set's own files of the test splits, so named or in folders so named; or the one file itself."""
    if data.is_file():
        yield from [data] if data.suffix == ".parquet" else []
        return
    found = (path for pattern in _FILES for path in data.glob(pattern) if path.is_file())
    yield from sorted(path for path in found if path.name.startswith(_TEST) or path.parent.name.startswith(_TEST))


def is_record(value: Mapping[str, Any]) -> bool:
    """Say whether a JSON object is a step or a task."""
    a_step = {"annotation_id", "action_uid", "operation"} <= value.keys()
    return a_step or {"annotation_id", "confirmed_task", "actions"} <= value.keys()


def plain(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a step of any form in the names of `StepRow`."""
    named = {name: member for name, member in value.items() if member is not None}
    operation = _decoded(named.get("operation"))
    if isinstance(operation, dict):
        named["operation"] = operation.get("original_op") or operation.get("op", "")
        named["value"] = operation.get("value", "")
    if isinstance(box := named.get("bbox"), dict):  # SeeClick has the first candidate's alone
        named["bbox"] = [[box.get(edge) for edge in ("x", "y", "width", "height")]]
    if "bbox" not in named and ("pos_candidates" in named or "actions" in named):
        candidates = named.get("pos_candidates")
        named["bbox"] = [_extent(candidate) for candidate in candidates] if isinstance(candidates, list) else []
    reprs = named.get("action_reprs")
    if isinstance(reprs, list) and (number := str(named.get("target_action_index"))[:_LONGEST_INDEX]).isdecimal():
        named["said"] = "".join(map(str, reprs[int(number) : int(number) + 1]))
    if not named.get("image"):
        named["image"] = _picture(named.get("screenshot")) or ""
    return named


def _picture(value: Any) -> str | bytes | None:
    """Return a picture's bytes or name, both of which the data set's own rows have a place for."""
    picture = value.get("bytes") or value.get("path") if isinstance(value, dict) else value
    return picture if isinstance(picture, str | bytes) else None


def _decoded(value: Any) -> Any:
    """Return what a text of JSON says, as the data set's own rows nest it; other values as they are."""
    if not isinstance(value, str) or not value.lstrip().startswith("{"):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value


def _extent(candidate: Any) -> Sequence[Any]:
    """Return a candidate's x, y, width and height. Raises `BadRecordError`."""
    decoded = _decoded(candidate)
    attributes = _decoded(decoded.get("attributes")) if isinstance(decoded, dict) else None
    text = attributes.get("bounding_box_rect") if isinstance(attributes, dict) else None
    if not isinstance(text, str):
        raise BadRecordError("a candidate has no bounding_box_rect.")
    return text.split(",")

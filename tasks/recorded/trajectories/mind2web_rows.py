"""Multimodal-Mind2Web's three published forms of a step, as one."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import AliasChoices, Field, FiniteFloat

from tasks.recorded.steps import BadRecordError
from tasks.recorded.trajectories.base import Row

_LONGEST_INDEX = 9  # digits

_Extent = tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat]  # x, y, width, height in pixels of the page


class StepRow(Row):
    """A step in any of the forms, once `plain` has put it in these names."""

    annotation_id: str
    action_uid: str
    task: str = Field(validation_alias=AliasChoices("task", "confirmed_task"))
    operation: str
    value: str = ""
    bbox: tuple[_Extent, ...]
    image: str = ""
    website: str = ""
    domain: str = ""
    split: str = ""
    said: str = ""


def plain(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a step of any form in the names of `StepRow`."""
    named, operation = dict(value), _decoded(value.get("operation"))
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
    if not named.get("image") and isinstance(named.get("screenshot"), str):
        named["image"] = named["screenshot"]
    return named


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

"""Refuses to choose among rows that are named alike: which of two messages by one person is meant was not said."""

from collections.abc import Iterator

from model.reader.acting.way import CannotError
from model.reader.finding.find import find_equals
from model.reader.plan import Target
from model.reader.scene import Scene
from model.sight.element import Kind
from model.sight.text_line import PixelBox


def refuse_unclear(target: Target, scene: Scene) -> None:
    """Raise `CannotError` where a row is named, and several below one another bear that name."""
    for row in _rows_of(target) if scene.it is None else ():
        boxes = [place.box for place in find_equals(row, scene)]
        listed = [box for box in boxes if _is_below(boxes[0], box)]
        if listed:
            times = "Two" if len(listed) == 1 else len(listed) + 1
            raise CannotError(f"{times} rows read “{row.text}”, and it is not said which of them is meant")


def _rows_of(target: Target) -> Iterator[Target]:
    """Yield the rows that a target names by nothing but their words."""
    if target.kind is Kind.ROW and target == Target(target.text, kind=Kind.ROW, quoted=target.quoted):
        yield target
    for relation in target.relations:
        row = relation.to
        if relation.how == "in the row of" and row == Target(row.text, kind=row.kind, quoted=row.quoted):
            yield row


def _is_below(first: PixelBox, box: PixelBox) -> bool:
    return abs(box.x1 - first.x1) < first.height and box.centre[1] - first.centre[1] > first.height

"""Reading order: rows from the top, each from the left. What overlaps by half of its height stands in one row."""

from collections.abc import Sequence

from model.sight.text_line import TextLine

_SHARE = 0.5


def in_reading_order(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return lines in the order in which people read them, however unevenly their boxes were cut."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: line.box.centre[1]):
        if rows and _share_a_row(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.box.x1)]


def _share_a_row(one: TextLine, other: TextLine) -> bool:
    overlap = min(one.box.y2, other.box.y2) - max(one.box.y1, other.box.y1)
    return overlap >= _SHARE * min(one.box.height, other.box.height)

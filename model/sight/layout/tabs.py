"""Tabs that are drawn without a frame: short words in a row right above an area that goes on below all of them.

They stand above its edge, or at its top above a line across, however faint. A table's headers stand so too; below them
words stand in columns.
"""

from collections.abc import Sequence
from dataclasses import replace

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_LONGEST = 24  # characters
_SAME_ROW = 0.4  # of a word's height
_GAP = (0.7, 6.0)  # heights between two tabs
_ABOVE = 1.6  # heights from the words to the area
_DEEP = 3.0  # heights of an area under tabs
_COLUMN = 6  # pixels by which the words of a column may begin apart
_AROUND = (0.7, 0.35)  # heights that a tab reaches beyond its words
_FROM_EDGE, _ACROSS = 4, 0.6  # pixels beside an area's sides; of what is between, a line that tabs may interrupt


def mark_tabs(pixels: Pixels, elements: Sequence[Element], panels: Sequence[PixelBox]) -> list[Element]:
    """Return the elements, the words of unframed tabs as tabs, with the room around them."""
    texts = [e for e in elements if e.kind is Kind.TEXT and e.part_of is None and len(e.text) <= _LONGEST]
    tabs: set[Element] = set()
    for row in _rows(texts):
        heads = any(_lies_under(panel, row) or _is_ruled_off(pixels, panel, row) for panel in panels)
        if len(row) > 1 and heads and not _heads_columns(row, elements):
            tabs.update(row)
    return [_tab(element) if element in tabs else element for element in elements]


def _rows(texts: Sequence[Element]) -> list[list[Element]]:
    """Return the words that stand side by side, neither close as in a sentence nor far apart."""
    rows: list[list[Element]] = []
    for text in sorted(texts, key=lambda text: text.box.x1):
        row = next((row for row in rows if _follows(text.box, row[-1].box)), None)
        if row:
            row.append(text)
        else:
            rows.append([text])
    return rows


def _follows(box: PixelBox, before: PixelBox) -> bool:
    level = abs(box.centre[1] - before.centre[1]) <= _SAME_ROW * before.height
    return level and _GAP[0] * before.height <= box.x1 - before.x2 <= _GAP[1] * before.height


def _lies_under(panel: PixelBox, row: Sequence[Element]) -> bool:
    first, last = row[0].box, row[-1].box
    near = -_SAME_ROW * first.height <= panel.y1 - max(first.y2, last.y2) <= _ABOVE * first.height
    return near and panel.x1 <= first.x1 and panel.x2 >= last.x2 and panel.height >= _DEEP * first.height


def _is_ruled_off(pixels: Pixels, panel: PixelBox, row: Sequence[Element]) -> bool:
    """Say whether a row stands at the top of an area, above a line from one of its sides to the other."""
    first, last = row[0].box, row[-1].box
    at_top = 0 <= first.y1 - panel.y1 <= _ABOVE * first.height and panel.x1 <= first.x1 and last.x2 <= panel.x2
    if not at_top or panel.height < _DEEP * first.height:
        return False
    x1, x2, y1 = int(panel.x1) + _FROM_EDGE, int(panel.x2) - _FROM_EDGE, int(max(first.y2, last.y2))
    below = pixels[y1 : y1 + int(_ABOVE * first.height), x1:x2]
    changes = (below[1:] != below[:-1]).any(axis=2).mean(axis=1)
    return bool((changes >= _ACROSS).any())


def _heads_columns(row: Sequence[Element], elements: Sequence[Element]) -> bool:
    """Say whether words begin below more than one of a row's, as those of columns do."""
    below = [e.box for e in elements if e.text and 0 < e.box.y1 - row[0].box.y2 < _DEEP * row[0].box.height]
    heads = [text for text in row if any(abs(box.x1 - text.box.x1) <= _COLUMN for box in below)]
    return len(heads) > 1


def _tab(element: Element) -> Element:
    box, (across, along) = element.box, (side * element.box.height for side in _AROUND)
    return replace(
        element, kind=Kind.TAB, box=PixelBox(box.x1 - across, box.y1 - along, box.x2 + across, box.y2 + along)
    )

"""Joins words, controls and icons to the elements of a screen, step by step, and puts them in reading order."""

from collections.abc import Sequence

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.layout.dialogs import find_dialogs
from model.sight.layout.icons import icons_or_ticks, name_controls, without_letters_read, without_misread
from model.sight.layout.inside import hold_words, with_selections, without_parts, without_sections
from model.sight.layout.labels import give_labels
from model.sight.layout.links import mark_links
from model.sight.layout.menus import mark_menus
from model.sight.layout.placeholders import hints_as_labels
from model.sight.layout.rows import join_rows
from model.sight.layout.tabs import mark_tabs
from model.sight.outlines.frames import panels
from model.sight.page import whole
from model.sight.text_line import TextLine

_SURE = 0.5
_ROW = 24  # pixels: of a tall element its first row counts


def arrange(
    pixels: Pixels, words: Sequence[TextLine], controls: Sequence[Element], icons: Sequence[Element]
) -> tuple[Element, ...]:
    """Return the elements of a screen in reading order."""
    read = without_misread(words, icons)
    texts = [Element(Kind.TEXT, word.box, text=word.text, score=word.score, centres=word.centres) for word in read]
    shown = without_letters_read(icons, read)
    whole_controls = without_parts(without_sections(controls, texts))
    elements = with_selections(hold_words(texts, name_controls(whole_controls, shown)))
    areas = panels(pixels)
    elements = mark_tabs(pixels, mark_menus(elements), areas)
    elements = give_labels(elements)
    elements = icons_or_ticks([element for element in elements if not _is_doubtful(element)])
    elements = hints_as_labels(pixels, elements, texts)
    elements = mark_links(pixels, elements)
    elements = join_rows(elements)
    elements = find_dialogs(elements, areas, whole(pixels))
    return tuple(in_reading_order(elements))


def _is_doubtful(element: Element) -> bool:
    """Say whether what passes for a box to tick has no words beside it: an icon, or a letter."""
    return element.kind in {Kind.CHECKBOX, Kind.RADIO} and not element.label and element.score < _SURE


def in_reading_order(elements: Sequence[Element]) -> list[Element]:
    """Return rows from the top, each from the left."""
    rows: list[list[Element]] = []
    for element in sorted(elements, key=_level):
        if rows and _level(element) - _level(rows[-1][0]) <= min(element.box.height, _ROW) / 2:
            rows[-1].append(element)
        else:
            rows.append([element])
    return [element for row in rows for element in sorted(row, key=lambda element: element.box.x1)]


def _level(element: Element) -> float:
    return element.box.y1 + min(element.box.height, _ROW) / 2

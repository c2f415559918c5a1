"""Dialogs: an even area that is no whole window's, with the buttons that answer it at its lower end, and a title."""

import re
from collections.abc import Sequence
from dataclasses import replace

from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox

_ANSWERS = re.compile(
    r"(ok|cancel|close|yes|no|apply|save|don't save|discard|delete|open|replace|continue|help|retry|ignore|abort|done|"
    r"确定|取消|关闭|是|否|应用|保存|不保存|删除|打开|替换|继续|帮助|重试|完成)\s?(?:[(（][a-z][)）])?",
    re.I,
)
_ANSWERING = frozenset({Kind.BUTTON, Kind.TEXT, Kind.TAB, Kind.SPINNER, Kind.DROPDOWN, Kind.HEADER, Kind.LINK})
"""What a button with an answer may be taken for."""
_LOWER = 0.55  # of a dialog's height: its answers stand below it, or it is so low that it holds little else
_LOW = 160  # pixels
_TITLE = 2.2  # heights of a line, above the area and into it
_MOST = 0.85  # of the screen


def find_dialogs(elements: Sequence[Element], panels: Sequence[PixelBox], screen: PixelBox) -> list[Element]:
    """Return the elements and the dialogs, and as a part of the innermost one what stands in it."""
    answers = [e for e in elements if e.kind in _ANSWERING and _ANSWERS.fullmatch(e.text.strip(" .…"))]
    areas = [panel for panel in panels if _is_dialog(panel, answers, screen)]
    windows = [area for area in areas if _has_cross(area, elements)]
    areas = [area for area in areas if not any(other != area and area.contains(other) for other in windows)]
    outer = [area for area in areas if not any(other != area and other.contains(area) for other in areas)]
    dialogs = [_dialog(area, elements) for area in outer]
    inside = [_part_of_dialog(element, dialogs) for element in elements]
    return [*inside, *dialogs]


def _is_dialog(panel: PixelBox, answers: Sequence[Element], screen: PixelBox) -> bool:
    if panel.width * panel.height > _MOST * screen.width * screen.height:
        return False
    inside = [answer for answer in answers if panel.has(answer.box.centre)]
    lower = [answer for answer in inside if answer.box.centre[1] >= panel.y1 + _LOWER * panel.height]
    buttons = [answer for answer in inside if answer.kind is Kind.BUTTON]
    if any(answer in lower for answer in buttons) or (buttons and panel.height <= _LOW):
        return True
    return any(_are_level(answer, other) for answer in lower for other in lower if other is not answer)


def _has_cross(area: PixelBox, elements: Sequence[Element]) -> bool:
    """Say whether an area has a title bar with a cross of its own: what it lies on is behind it."""
    crosses = [e.box for e in elements if e.name == "close"]
    return any(
        0 <= area.y1 - cross.centre[1] <= _TITLE * cross.height and 0 <= area.x2 - cross.centre[0] <= 2 * cross.width
        for cross in crosses
    )


def _are_level(answer: Element, other: Element) -> bool:
    """Say whether two answers stand side by side: as buttons do, also where these were not seen as such."""
    is_level = abs(answer.box.centre[1] - other.box.centre[1]) < min(answer.box.height, other.box.height) / 2
    return is_level and answer.text != other.text


def _dialog(area: PixelBox, elements: Sequence[Element]) -> Element:
    """Return the dialog with the line over it, or else its first line, as its title."""
    texts = [e for e in elements if e.kind is Kind.TEXT and area.x1 <= e.box.centre[0] < area.x2]
    over = [e for e in texts if 0 <= area.y1 - e.box.centre[1] <= _TITLE * e.box.height]
    first = [e for e in texts if 0 <= e.box.centre[1] - area.y1 <= _TITLE * e.box.height]
    title = min(over or first, key=lambda e: abs(e.box.centre[1] - area.y1), default=None)
    box = area._replace(y1=min(area.y1, title.box.y1)) if title else area
    return Element(Kind.DIALOG, box, text=title.text if title else "", score=0.5)


def _part_of_dialog(element: Element, dialogs: Sequence[Element]) -> Element:
    if element.part_of is not None:
        return element
    around = next((dialog for dialog in dialogs if dialog.box.has(element.box.centre)), None)
    return replace(element, part_of=around.box) if around else element

"""Writing into a cell and emptying cells: what is written shows before Enter takes it in, and its value after that.

No text is selected first: in a sheet that would be all of its cells. Where the plan itself goes on with a key that
takes the text in, none is pressed before it.
"""

import re
from typing import TypeAlias

from rapidfuzz import fuzz

from model.reader.acting.controls.writing import text_of
from model.reader.acting.place import Place
from model.reader.acting.pointer.pointing import box_of
from model.reader.acting.sheets.marking import IN_SHEET, is_current, mark, marked
from model.reader.acting.way import Act, click, press, replace_text
from model.reader.address import Cells
from model.reader.answer import ActionFields
from model.reader.evidence import is_secret, reads_like
from model.reader.finding.measures import number_in
from model.reader.finding.sheets import sheet as sheets
from model.reader.finding.sheets.sheet import Sheet
from model.reader.plan import Press, SetValue, Type
from model.reader.scene import Scene
from model.sight.text_line import PixelBox, TextLine

Writing: TypeAlias = Type | SetValue

_TAKES_IN = frozenset({"enter", "return", "tab", "up", "down", "left", "right", "escape", "esc"})
_FORMULA = ("=", "+", "@")
_NUMBER = re.compile(r"[-+−]?[\d.,]+\s*%?")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LEAST_ALIKE, _LEAST_ALIKE_HAN = 75.0, 50.0  # per cent: slips of reading, of which a short text has no room for many
_MORE = 1.25  # times as many letters as were written: an application completes what was begun


def write(due: Writing, place: Place, scene: Scene) -> Act | None:
    """Click the cell, write, and take it in."""
    match place.stage:
        case "" if due.target:
            text = _text(due, place, scene)
            return Act("current", click(box_of(due.target, scene), scene), {**IN_SHEET, "text": text})
        case "current":
            return Act("written", _written(_text(due, place, scene), scene))
        case "written" if not _goes_on(scene):
            return Act("entered", press("enter"))
        case _:
            return None


def _written(text: str, scene: Scene) -> ActionFields:
    """Write a formula into the formula bar: pasted onto a cell it may come to be mere text."""
    if text.startswith("=") and scene.sheet and scene.sheet.bar:
        return replace_text(text, scene.sheet.bar, scene)
    return {"action_type": "input_text", "text": text}


def _text(due: Writing, place: Place, scene: Scene) -> str:
    noted = place.notes.get("text")
    if isinstance(noted, str):
        return noted
    return text_of(due, scene) if isinstance(due, Type) else due.value


def _goes_on(scene: Scene) -> bool:
    """Say whether the plan's next key takes in what was written."""
    following = scene.following
    return isinstance(following, Press) and following.keys[-1].lower() in _TAKES_IN


def written(due: Writing, cell: Cells, sheet: Sheet, place: Place, scene: Scene) -> bool | None:
    """Say whether the cell is the current one, shows what is written, or has taken it in."""
    box, text = sheet.box_of(cell), _text(due, place, scene)
    if place.trying == "current":
        return is_current(cell, sheet, scene) is not False
    if is_secret(text) or box is None:
        return None
    reads = sheets.text_of(cell, sheet, scene)
    if place.trying == "written":
        shown = [reads, *([scene.text_in(sheet.bar)] if sheet.bar else [])]
        return any(_is_alike(text, one) for one in shown)
    return _is_taken_in(text, reads) if reads else not sheets.is_blank(box, scene)


def _is_taken_in(text: str, reads: str) -> bool:
    """Say whether a cell's value is that of a text: a formula's is another, and a number may be written otherwise."""
    if text.startswith(_FORMULA):
        return not reads.startswith("=")
    if _NUMBER.fullmatch(text.strip()):
        return _is_number(text, reads)
    if any(char.isdigit() for char in text) and not any(char.isalpha() for char in text):
        return True  # a date or a time, which each sheet writes in its own way
    return _is_alike(text, reads) and len(_letters(reads)) <= _MORE * len(_letters(text)) + 1


def _is_number(text: str, reads: str) -> bool:
    """A narrow column shows fewer digits, or none at all."""
    wanted, shown = number_in(text), number_in(reads)
    if wanted is None or "#" in reads or re.search(r"\dE[+-]?\d", reads):
        return True
    digits = len(reads.partition(".")[2])
    return shown is not None and abs(shown - wanted) <= (10.0**-digits if digits and digits < 5 else 0) * 0.51


def _is_alike(text: str, reads: str) -> bool:
    wanted, shown = _letters(text), _letters(reads)
    if not wanted or not shown:
        return bool(reads) and not wanted
    line = TextLine(reads, PixelBox(0, 0, 1, 1), 1.0, ())
    least = _LEAST_ALIKE_HAN if _HAN.search(wanted) else _LEAST_ALIKE
    return fuzz.ratio(wanted, shown) >= least or (len(wanted) > 2 and reads_like(text, [line]))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def empty(cells: Cells, sheet: Sheet, place: Place, scene: Scene) -> Act | None:
    """Select the cells in which something stands, so that it can be deleted."""
    if not place.stage and sheet.box_of(cells) and not sheets.text_of(cells, sheet, scene):
        return None
    return mark([cells], sheet, place, scene)


def emptied(cells: Cells, sheet: Sheet, place: Place, scene: Scene) -> bool | None:
    """Say whether nothing stands in the cells any more."""
    if place.trying != "emptied":
        return marked([cells], sheet, place, scene)
    return not sheets.text_of(cells, sheet, scene)

"""Files by an application's own dialogs: the usual keys open them, the name is typed, Enter accepts.

Each stage is seen before the next: the dialog came, the name stands in it, the dialog is gone. A file of the same name
is not overwritten: the question is told instead.
"""

import re
from typing import TypeAlias

from model.reader.acting.controls.fields import field_of
from model.reader.acting.place import Notes, Place
from model.reader.acting.way import Act, CannotError, Way, click, press, replace_text
from model.reader.answer import ActionFields
from model.reader.finding.find import NotFoundError, find_all
from model.reader.plan import OpenFile, PrintTo, SaveAs, Target
from model.reader.scene import Scene
from model.sight.element import Kind
from model.sight.locate import Closeness, find
from model.sight.text_line import PixelBox

_ByDialog: TypeAlias = SaveAs | OpenFile | PrintTo

_NAME_LABELS = ("Name", "File name", "Filename", "名称", "文件名", "Location", "位置")
_FILE_LABELS = ("File", "Output file", "Filename", "文件", *_NAME_LABELS)
_TO_FILE = ("Print to File", "Print to file", "Save as PDF", "打印到文件", "另存为 PDF")
_ASKS = re.compile(r"already exists|overwrite|replace it|已存在|覆盖|替换", re.IGNORECASE)
_SIGNS = {"cancels": ("Cancel", "取消"), "names": _NAME_LABELS}
"""What every dialog for files has: a button that cancels it, words that name its field."""
_PURPOSES: dict[type, tuple[str, ...]] = {
    SaveAs: ("Save", "Export", "保存", "另存", "导出"),
    OpenFile: ("Open", "Load", "Import", "Choose", "Select", "打开", "选择", "导入"),
    PrintTo: ("Print", "打印"),
}
"""What a dialog is for, in words: others have a name and a button that cancels them too."""
_KEY = 3  # characters that a word's key adds to it: 取消(C)
_SAVE_KEYS = (("ctrl", "shift", "s"), ("ctrl", "s"))


def _save_as(due: SaveAs, place: Place, scene: Scene) -> Act | None:
    return _by_dialog(_SAVE_KEYS[min(place.tries, 1)], due.name, place, scene)


def _open_file(due: OpenFile, place: Place, scene: Scene) -> Act | None:
    if place.stage == "opened" and (listed := _listed(due.name, scene)):
        return Act("named", click(listed, scene), _before(place, scene))
    return _by_dialog(("ctrl", "o"), due.name, place, scene)


def _listed(name: str, scene: Scene) -> PixelBox | None:
    """Return where a file stands in the dialog's list by its whole name."""
    places = [place for place in find_all(Target(name), scene) if place.closeness <= Closeness.SAME]
    return places[-1].box if places and not scene.said.repeats(places[-1].text) else None


def _by_dialog(keys: tuple[str, ...], name: str, place: Place, scene: Scene) -> Act | None:
    match place.stage:
        case "":
            return Act("opened", press(*keys), signs_of_dialogs(scene))
        case "opened":
            return Act("named", _named(name, _NAME_LABELS, scene), _before(place, scene))
        case "named":
            return Act("accepted", press("enter"))
        case _:
            return None


def _named(name: str, labels: tuple[str, ...], scene: Scene) -> ActionFields:
    """Type a name into the dialog's field for it; where none is seen, the field has the focus by custom."""
    field = _name_field(labels, scene)
    if field:
        return replace_text(name, field, scene)
    return {"action_type": "input_text", "text": name, "override": True}


def _name_field(labels: tuple[str, ...], scene: Scene) -> PixelBox | None:
    focused = [e.box for e in scene.elements if e.kind is Kind.FIELD and e.focused]
    named = (field for label in labels if (field := _labelled(label, scene)))
    return next(named, focused[0] if len(focused) == 1 else None)


def _labelled(label: str, scene: Scene) -> PixelBox | None:
    try:
        return field_of(Target(label, kind=Kind.FIELD), scene)
    except NotFoundError:
        return None


def _accepted(due: _ByDialog, place: Place, scene: Scene) -> bool | None:
    """Say whether what was tried shows. Raises `CannotError` where a question came instead."""
    match place.trying:
        case "opened":
            return has_dialog(place, scene) and _is_for(due, scene)
        case "named":
            if scene.changed is not None and not scene.shows_typed(due.name):
                raise CannotError(f"I cannot see the name “{due.name}” in the dialog; it reads: {scene.reading()}.")
            return True
        case "accepted":
            if _asks(scene) and not place.notes.get("asked"):
                raise CannotError(f"A file of the name “{due.name}” is there already, and I overwrite none unasked")
            return not _has_more("cancels", place, scene) if place.notes.get("stood") else None
        case _:
            return None


def _before(place: Place, scene: Scene) -> Notes:
    """Note what tells later whether a name was accepted: a question that is there already, the dialog itself."""
    return {"asked": _asks(scene), "stood": _has_more("cancels", place, scene)}


def has_dialog(place: Place, scene: Scene) -> bool:
    """Say whether a dialog for a file stands there, which may have come late."""
    return any(_has_more(sign, place, scene) for sign in _SIGNS)


def _is_for(due: _ByDialog, scene: Scene) -> bool:
    """Say whether the screen speaks of what the dialog was asked for; keys mean other things in other applications."""
    lines = scene.unstated_lines
    return any(match.closeness <= Closeness.ALIKE for word in _PURPOSES[type(due)] for match in find(word, lines))


def _has_more(sign: str, place: Place, scene: Scene) -> bool:
    """Say whether a dialog's sign stands there more often than before it was asked for."""
    before = place.notes.get(sign)
    return isinstance(before, int) and _times(sign, scene) > before


def signs_of_dialogs(scene: Scene) -> Notes:
    """Return the notes by which a dialog is seen later, that is not there yet."""
    return {sign: _times(sign, scene) for sign in _SIGNS}


def _times(sign: str, scene: Scene) -> int:
    return sum(match.surplus <= _KEY for word in _SIGNS[sign] for match in find(word, scene.unstated_lines))


def _asks(scene: Scene) -> bool:
    return any(_ASKS.search(line.text) for line in scene.unstated_lines)


def _print_to(due: PrintTo, place: Place, scene: Scene) -> Act | None:
    match place.stage:
        case "":
            return Act("opened", press("ctrl", "p"), signs_of_dialogs(scene))
        case "opened" if printer := _printer(scene):
            return Act("chosen", printer)
        case "opened" | "chosen":
            return Act("named", _named(due.name, _FILE_LABELS, scene), _before(place, scene))
        case "named":
            return Act("accepted", press("enter"))
        case "accepted" if _printer(scene) and (button := _print_button(scene)):
            return Act("printed", click(button, scene))
        case _:
            return None


def _printed(due: PrintTo, place: Place, scene: Scene) -> bool | None:
    """The name may have had a dialog of its own, after which the one for printing is there still."""
    if place.trying == "accepted" and _printer(scene):
        return True
    if place.trying == "printed":
        return not _has_more("cancels", place, scene)
    return _accepted(due, place, scene)


def _print_button(scene: Scene) -> PixelBox | None:
    """Return where the dialog is told to print: below its title, which may read the same."""
    matches = [match for word in ("Print", "打印") for match in find(word, scene.unstated_lines)]
    boxes = [match.box for match in matches if match.surplus <= _KEY]
    return max(boxes, key=lambda box: box.y1, default=None)


def _printer(scene: Scene) -> ActionFields | None:
    """Choose the printer that is a file."""
    places = (place for words in _TO_FILE for place in find_all(Target(words), scene))
    chosen = next((place for place in places if place.closeness <= Closeness.BARE), None)
    return click(chosen.box, scene) if chosen else None


_KEYED = frozenset({"named", "accepted"})
SAVE_AS: Way[SaveAs] = Way(_save_as, seen=_accepted, once=_KEYED)
OPEN_FILE: Way[OpenFile] = Way(_open_file, seen=_accepted, once=_KEYED)
PRINT_TO: Way[PrintTo] = Way(_print_to, seen=_printed, once=_KEYED | {"printed"})

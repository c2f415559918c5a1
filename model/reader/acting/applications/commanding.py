"""Keys and the usual commands, applications, dialogs and pages."""

from model.reader.acting.applications.files import has_dialog, signs_of_dialogs
from model.reader.acting.controls.fields import field_of, holding
from model.reader.acting.place import Notes, Place
from model.reader.acting.pointer.pointing import box_of
from model.reader.acting.way import Act, CannotError, Way, click, press
from model.reader.answer import box_2d, from_thousandths
from model.reader.finding.controls.kinds import OTHER, tier
from model.reader.finding.controls.menus import is_menu_bar
from model.reader.finding.find import NotFoundError, find_all, find_one
from model.reader.plan import CloseDialog, Edit, OpenApp, Press, SwitchTo, Target, Turn, Type
from model.reader.scene import Scene
from model.reader.statement import find_outside
from model.sight.element import Element, Kind
from model.sight.locate import Closeness
from model.sight.text_line import PixelBox

KEYS: dict[str, tuple[str, ...]] = {
    "copy": ("ctrl", "c"),
    "cut": ("ctrl", "x"),
    "paste": ("ctrl", "v"),
    "undo": ("ctrl", "z"),
    "redo": ("ctrl", "shift", "z"),
    "save": ("ctrl", "s"),
    "select all": ("ctrl", "a"),
    "new": ("ctrl", "n"),
    "close": ("ctrl", "w"),
    "reload": ("f5",),
    "back": ("alt", "left"),
    "forward": ("alt", "right"),
    "delete": ("delete",),
    "bold": ("ctrl", "b"),
    "italic": ("ctrl", "i"),
    "underline": ("ctrl", "u"),
    "zoom in": ("ctrl", "plus"),
    "zoom out": ("ctrl", "minus"),
    "new tab": ("ctrl", "t"),
    "print": ("ctrl", "p"),
}
_OF_ALL = frozenset({"copy", "cut"})
"""Commands that take what is selected: of a field that is named, all of it."""

_SILENT = frozenset({"copy", "save", "select all"})
"""Commands that may change nothing that is seen."""

_CLOSED = "closed"
"""The stage of a window that was told to close: one that knows no keys for that may be a dialog."""

_LEAVING = (Edit, OpenApp, SwitchTo, type(None))
"""What answers no question that saving may have asked."""

_NEW_LINE = ("enter",)
_SEEN = frozenset({_NEW_LINE, KEYS["paste"]})
"""Keys that change the screen, or have done nothing."""

_CLOSERS = ("close", "cancel", "ok", "no", "done", "关闭", "取消", "确定")
_CROSSES = ("×", "✕", "✖", "x")
"""What a cross in a corner is read as."""
_MENUS = 2.5  # heights of a window's cross to the menu bar below it, at most
_SAME = 0.1  # of a dialog's width
_TURNS = {
    "next": ("next page", "next", ">", "›", "»", "forward", "下一页"),
    "previous": ("previous page", "previous", "prev", "<", "‹", "«", "back", "上一页"),
    "first": ("first page", "first", "|<", "«", "首页", "第一页"),
    "last": ("last page", "last", ">|", "»", "末页", "最后一页"),
}


def _press(due: Press, place: Place, scene: Scene) -> Act | None:
    return None if place.stage else Act("pressed", press(*due.keys))


def _pressed(due: Press, place: Place, scene: Scene) -> bool | None:
    """Keys may copy, save or move nothing that is seen, but for a few whose effect always is.

    A new line in a text moves but the caret; what is typed next shows whether it began one.
    """
    typed_next = isinstance(scene.following, Type) and scene.following.target is None
    return None if due.keys in _SEEN and not (due.keys == _NEW_LINE and typed_next) else True


def _edit(due: Edit, place: Place, scene: Scene) -> Act | None:
    keys = KEYS[due.command]
    if not place.stage and not scene.lines:
        raise CannotError(f"Nothing can be read on the screen that “{due}” could be meant for")
    if due.target is None and due.command == "close":
        return None if place.stage else Act(_CLOSED, press("escape") if place.tries else press(*keys))
    if due.target is None:
        notes = signs_of_dialogs(scene) if due.command == "save" else {}
        return None if place.stage else Act("commanded", press(*keys), notes)
    match place.stage:
        case "":
            return Act("focused", click(_focused(due, due.target, scene), scene))
        case "focused" if due.command in _OF_ALL:
            return Act("selected", press("ctrl", "a"))
        case "focused" | "selected":
            return Act("commanded", press(*keys))
        case _:
            return None


def _focused(due: Edit, target: Target, scene: Scene) -> PixelBox:
    """Return the field that is meant: one that holds something to copy, an empty one to paste into."""
    field = holding(target, scene) if due.command in _OF_ALL else field_of(target, scene)
    field = field or box_of(target, scene)
    if due.command == "paste" and target == Target(kind=Kind.FIELD) and scene.near and field.has(scene.near):
        raise NotFoundError(target, why="I see no field but the one that was copied from")
    return field


def _edited(due: Edit, place: Place, scene: Scene) -> bool | None:
    """A field may have had the focus, and been selected, already. Raises `CannotError` where saving asks for more."""
    if due.command == "save" and isinstance(scene.following, _LEAVING) and has_dialog(place, scene):
        raise CannotError(f"Nothing is saved yet: a dialog asks for more; the screen reads: {scene.reading()}.")
    return True if place.trying in ("focused", "selected") or due.command in _SILENT else None


def _open_app(due: OpenApp, place: Place, scene: Scene) -> Act | None:
    return None if place.stage else Act("opened", {"action_type": "open_app", "app_name": due.name})


def _close_dialog(due: CloseDialog, place: Place, scene: Scene) -> Act | None:
    if place.stage:
        return None
    if place.tries:
        return Act("closed", press("escape"))
    dialog = _dialog(due.target, scene)
    edges: Notes = {"dialog": box_2d(dialog.box, scene.image)[0]} if dialog else {}
    closer = _closer(dialog, scene)
    if closer:
        edges = {**edges, "closer": box_2d(closer, scene.image)[0]}
    if closer is None and dialog is None and due.target is None:
        raise CannotError(f"I see no dialog; the screen reads: {scene.reading()}.")
    return Act("closed", click(closer, scene) if closer else press("escape"), edges)


def _dialog_closed(due: CloseDialog, place: Place, scene: Scene) -> bool | None:
    """Say whether no dialog stands any more where the one was, nor what closes it."""
    edges, closer = place.notes.get("dialog"), place.notes.get("closer")
    if isinstance(closer, list) and _is_still(from_thousandths(closer, scene.image.size), scene):
        return False
    if not isinstance(edges, list):
        return None
    before = from_thousandths(edges, scene.image.size)
    dialogs = [e.box for e in scene.elements if e.kind is Kind.DIALOG]
    stays = any(before.has(box.centre) and abs(box.width - before.width) < _SAME * before.width for box in dialogs)
    return False if stays else None


def _is_still(before: PixelBox, scene: Scene) -> bool:
    closer = _closer(None, scene)
    return closer is not None and before.has(closer.centre)


def _dialog(target: Target | None, scene: Scene) -> Element | None:
    dialogs = [e for e in scene.elements if e.kind is Kind.DIALOG]
    if target is None or not target.text:
        return min(dialogs, key=lambda e: e.box.width * e.box.height, default=None)
    words = find_one(Target(target.text, quoted=target.quoted), scene).place
    return next((e for e in dialogs if e.box.has(words.box.centre)), None)


def _closer(dialog: Element | None, scene: Scene) -> PixelBox | None:
    """Return what closes a dialog: the cross in its corner, or a button that says so."""
    for word in _CLOSERS:
        named = find_all(Target(word, kind=Kind.BUTTON), scene)
        places = [
            place for place in named if place.closeness <= Closeness.BARE and tier(Kind.BUTTON, place.kind) < OTHER
        ]
        inside = [place.box for place in places if dialog is None or dialog.box.grown(8).has(place.box.centre)]
        if dialog is None:
            inside = [box for box in inside if not _heads_menus(box, scene)]
        if inside:
            return min(inside, key=lambda box: box.distance_to(scene.near) if scene.near else 0.0)
    crosses = [match.box for cross in _CROSSES for match in find_outside(cross, scene.lines, scene.said)]
    alone = (box for box in crosses if any(line.box.has(box.centre) and len(line.text) == 1 for line in scene.lines))
    return next((box for box in alone if dialog is None or dialog.box.grown(8).has(box.centre)), None)


def _heads_menus(cross: PixelBox, scene: Scene) -> bool:
    """Say whether a menu bar stands below a window's cross: that window is no dialog."""
    rows = [line.box for line in scene.lines if 0 <= line.box.y1 - cross.y2 <= _MENUS * cross.height]
    return any(row.x1 < cross.x1 and is_menu_bar(row, scene.lines) for row in rows)


def _turn(due: Turn, place: Place, scene: Scene) -> Act | None:
    if place.stage:
        return None
    for words in _TURNS[due.to]:
        places = [place for place in find_all(Target(words), scene) if place.closeness <= Closeness.BARE]
        if places:
            return Act("turned", click(places[-1].box, scene))
    raise NotFoundError(Target(f"{due.to} page"))


PRESS: Way[Press] = Way(_press, seen=_pressed, once=frozenset({"pressed"}))
EDIT: Way[Edit] = Way(_edit, seen=_edited, once=frozenset({"commanded"}))
OPEN_APP: Way[OpenApp] = Way(_open_app, once=frozenset({"opened"}))
CLOSE_DIALOG: Way[CloseDialog] = Way(_close_dialog, seen=_dialog_closed)
TURN: Way[Turn] = Way(_turn)

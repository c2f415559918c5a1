"""Clicks, hovers, resizes and scrolls. Any change of the screen is a click's effect; a wheel needs none."""

from dataclasses import replace

from model.reader.acting.conditions import is_visible
from model.reader.acting.place import Place
from model.reader.acting.pointer.selection import is_selected, noted
from model.reader.acting.unclear import refuse_unclear
from model.reader.acting.way import Act, CannotError, Way, click, drag, spot, wheel
from model.reader.answer import ActionFields, box_2d, from_thousandths
from model.reader.finding.controls.menus import in_menu_bar
from model.reader.finding.controls.panes import scrolled_panes
from model.reader.finding.find import NotFoundError, find_all, find_one
from model.reader.finding.looks.bands import begins_band
from model.reader.finding.named.naming import host_of
from model.reader.finding.named.pieces import paragraphs, piece_of
from model.reader.plan import OF_SELECTED, Click, Edit, Hover, Press, Relation, Resize, Scroll, Target
from model.reader.scene import Scene
from model.sight.element import Kind
from model.sight.text_line import PixelBox

_MOST_NOTCHES = 50  # in one action
_SEARCH = 3  # notches between two looks
_TO_END = 20  # notches in one go
_MOST_TURNS = 60
_LEAST_PROSE = 3  # lines
_ROWS = frozenset({Kind.ROW, Kind.LIST_ITEM, Kind.CELL})
_OPENED = "row opened"
_CORNER = 4  # pixels from a corner inwards: where it is taken hold of
_MIDDLE = 0.25  # of a word's width, from its ends inwards: where these are is a guess
_RESIZED = 0.25  # of what was asked for, at the least


def box_of(target: Target, scene: Scene, tried: int = 0) -> PixelBox:
    """Return where a target is, and think it. Raises `NotFoundError`, and `CannotError` for one that may be several."""
    if target.part:
        return piece_of(target, scene).box
    refuse_unclear(target, scene)
    found = find_one(target, scene, tried)
    x, y = found.place.box.centre
    reads = f" in “{found.place.text}”" if found.place.text else ""
    scene.think(f"{target} stands at ({x:.0f}, {y:.0f}){reads}. {found.why}")
    return found.place.box


def _click(due: Click, place: Place, scene: Scene) -> Act | None:
    """Click the target; a row is opened where the icon that it shall have is not to be seen in it."""
    if place.stage == _OPENED:
        return _click_at(replace(due, target=_only(replace(due.target, relations=()), scene)), place, scene)
    if place.stage:
        return None
    try:
        return _click_at(due, place, scene)
    except NotFoundError:
        opener = _opener(due.target, scene)
        if opener is None:
            raise
        return Act(_OPENED, click(opener, scene))


def _opener(target: Target, scene: Scene) -> PixelBox | None:
    """Return what may show more of the row that a target is said to be in: its "more", or for an icon the row."""
    match target:
        case Target(kind=Kind.ICON | Kind.BUTTON, relations=(Relation(how="in the row of", to=row),)):
            pass
        case _:
            return None
    try:
        return find_one(Target("more", kind=Kind.ICON, relations=target.relations), scene).place.box
    except NotFoundError:
        is_message = target.kind is Kind.ICON and row.kind is Kind.ROW
        return box_of(row, scene) if is_message else None


def _only(target: Target, scene: Scene) -> Target:
    """Return a target that means one thing alone on this screen. Raises `NotFoundError`."""
    if len(find_all(target, scene)) != 1:
        raise NotFoundError(target, why=f"It cannot be told which {target} is meant")
    return target


def _click_at(due: Click, place: Place, scene: Scene) -> Act | None:
    if not place.tries and _opens_submenu(due, scene):
        return Act("opened", {"action_type": "hover", "box_2d": box_2d(box_of(due.target, scene), scene.image)})
    tried = max(place.tries - 1, 0) if _leads_on(due, scene) else place.tries
    area = box_of(due.target, scene, tried)
    box = box_2d(area, scene.image)
    if due.seconds:
        return Act("pressed", {"action_type": "long_press", "box_2d": box, "seconds": min(due.seconds, 10.0)})
    action: ActionFields = {"action_type": "click", "box_2d": box, "button": due.button, "clicks": due.clicks}
    middle = area._replace(x1=area.x1 + _MIDDLE * area.width, x2=area.x2 - _MIDDLE * area.width)
    notes = noted([middle], scene) if _selects(due, scene) else {}
    return Act("clicked", {**action, "modifiers": list(due.held)} if due.held else action, notes)


def _selects(due: Click, scene: Scene) -> bool:
    """Say whether a double click is to select a word, since what follows is done to what is selected."""
    match scene.following:
        case Edit(command=command, target=None):
            return due.clicks > 1 and command in OF_SELECTED
        case Press(keys=("ctrl", "b" | "i" | "u" | "c" | "x")):
            return due.clicks > 1
        case _:
            return False


def _leads_on(due: Click, scene: Scene) -> bool:
    """Say whether what is clicked is a step on a way through menus, and not its end."""
    following = scene.following
    return due.target.where != "anywhere" and isinstance(following, Click) and following.target.where == "menu"


def _opens_submenu(due: Click, scene: Scene) -> bool:
    """Say whether an entry opens a menu beside itself. A click on it might choose it; the pointer over it does not."""
    if not _leads_on(due, scene):
        return False
    place = find_one(due.target, scene).place
    return not in_menu_bar([place], scene.lines)


def _clicked(due: Click, place: Place, scene: Scene) -> bool | None:
    """Say whether a menu opened: what is chosen from it next stands there. Any change is another click's effect.

    A row that is selected already looks the same then; what follows shows whether it was.
    """
    if _selects(due, scene):
        return is_selected(place, scene)
    if scene.changed is False and due == Click(due.target) and scene.following and _is_selected(scene):
        scene.think("It is selected already.")
        return True
    if _leads_on(due, scene) and isinstance(scene.following, Click) and scene.changed is not None:
        return is_visible(scene.following.target, scene)
    return None


def _is_selected(scene: Scene) -> bool:
    """Say whether the words that were clicked are those of a selected row, and on no other control."""
    words = next((line.box for line in scene.lines if scene.near and line.box.has(scene.near)), None)
    host = host_of(words, scene.elements) if words else None
    if words is None or (host and host.kind not in _ROWS):
        return False
    return bool(host and host.selected) or begins_band(scene.pixels, words)


def _hover(due: Hover, place: Place, scene: Scene) -> Act | None:
    if place.stage:
        return None
    return Act("over", {"action_type": "hover", "box_2d": box_2d(box_of(due.target, scene), scene.image)})


def _resize(due: Resize, place: Place, scene: Scene) -> Act | None:
    if place.stage:
        return None
    area = find_one(due.target, scene).place.area
    corner = spot(area.x2 - _CORNER * (1 + place.tries), area.y2 - _CORNER * (1 + place.tries))
    return Act("resized", drag(corner, corner.moved(*due.by), scene), {"sized": box_2d(area, scene.image)[0]})


def _resized(due: Resize, place: Place, scene: Scene) -> bool | None:
    """Say whether it is wider and taller as was asked for; a drag that only moved or marked something is none."""
    edges = place.notes.get("sized")
    if not isinstance(edges, list):
        return None
    before, now = from_thousandths(edges, scene.image.size), find_one(due.target, scene).place.area
    grown = (now.width - before.width, now.height - before.height)
    return all(more / by >= _RESIZED for by, more in zip(due.by, grown, strict=True) if by)


def _scroll(due: Scroll, place: Place, scene: Scene) -> Act | None:
    turned = int(place.stage or 0)
    over = _pane_of(due.target, scene) if due.target else None
    if due.until:
        if is_visible(due.until, scene) or turned >= _MOST_TURNS:
            _check_seen(due.until, scene)
            return None
        return Act(str(turned + 1), wheel(due.direction, _SEARCH, over, scene))
    if due.to_end:
        rested = turned > 0 and scene.changed is False
        return (
            None
            if rested or turned >= _MOST_TURNS
            else Act(str(turned + 1), wheel(due.direction, _TO_END, over, scene))
        )
    left = due.notches - turned * _MOST_NOTCHES
    return Act(str(turned + 1), wheel(due.direction, min(left, _MOST_NOTCHES), over, scene)) if left > 0 else None


def _check_seen(target: Target, scene: Scene) -> None:
    if not is_visible(target, scene):
        raise CannotError(f"Scrolled to the end, and nothing there is {target}; it reads: {scene.reading()}.")


def _scrolled(due: Scroll, place: Place, scene: Scene) -> bool:
    """A list may be at its end already; only the search for something ends there."""
    if due.until and scene.changed is False:
        _check_seen(due.until, scene)
    return True


def _pane_of(target: Target, scene: Scene) -> PixelBox:
    """Return what the pointer shall be over. A kind that was not seen as such is where a scrollbar stands."""
    try:
        return box_of(target, scene)
    except NotFoundError:
        if target.text or target.relations:
            raise
    if panes := scrolled_panes(scene):
        return panes[0]
    prose = max(paragraphs(scene.unstated_lines), key=len, default=[])
    if len(prose) < _LEAST_PROSE:
        raise NotFoundError(target)
    return prose[len(prose) // 2].box


CLICK: Way[Click] = Way(_click, seen=_clicked)
HOVER: Way[Hover] = Way(_hover, seen=lambda due, place, scene: True)
RESIZE: Way[Resize] = Way(_resize, seen=_resized)
SCROLL: Way[Scroll] = Way(_scroll, seen=_scrolled)

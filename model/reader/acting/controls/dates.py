"""Setting a date: typed into a field that shows its form, or picked from a calendar whose months are turned."""

import re
from datetime import date

from model.reader.acting.controls.fields import INPUTS, field_of, is_empty
from model.reader.acting.place import Notes, Place
from model.reader.acting.way import Act, CannotError, click, press, replace_text
from model.reader.answer import ActionFields, box_2d, from_thousandths
from model.reader.finding.find import NotFoundError, find_all, find_one
from model.reader.finding.looks.marks import marks_beside
from model.reader.finding.measures import date_in
from model.reader.plan import SetValue, Target
from model.reader.scene import Scene
from model.sight.text_line import PixelBox, TextLine

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december"),
)
_HEADER = re.compile(r"(?P<name>[A-Za-z]{3,9})\.?,?\s*(?P<year>(?:19|20)\d\d)")
_HAN_HEADER = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年\s*(?P<month>\d{1,2})\s*月")
_FORM = re.compile(
    r"^\s*(?:m{1,2}\W*d{1,2}\W*y{2,4}|d{1,2}\W*m{1,2}\W*y{2,4}|y{4}\W*m{1,2}\W*d{1,2}|[-—–]{1,2}\s*:)", re.I
)
_CLOCK = re.compile(r"^\s*\d{1,2}:\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*$", re.IGNORECASE)
_CALENDAR = Target("calendar")
_FRAME = 6  # pixels
_MOST_TURNS = 130  # months
_BAR = 12.0  # heights of the header to either side where its arrows may be


def read_date(value: str) -> bool:
    """Say whether a value is a date or a time of day."""
    return date_in(value) is not None or _CLOCK.match(value) is not None


def pick_date(due: SetValue, place: Place, scene: Scene) -> Act | None:
    """Return the next step towards a date, or None once it is picked. Raises `NotFoundError`, `CannotError`."""
    day, at = date_in(due.value), place.stage.partition(" ")[0]
    if at == "":
        return _opened(due, scene)
    header = _header(scene)
    if at == "typed" and header:
        return Act("closed", press("escape"))  # the calendar would lie over what comes next
    if at in ("typed", "picked", "closed"):
        return None
    if header is None and day and (at == "turned" or not place.looks):
        raise NotFoundError(_CALENDAR, why="I see no calendar's month")  # it may be on its way
    if header is None or day is None:
        return Act("typed", replace_text(due.value, _field(place, scene), scene))
    line, year, month = header
    months = 12 * (day.year - year) + day.month - month
    if months == 0:
        return Act("picked", click(_day_box(day, line, scene), scene))
    turns = int(place.stage.partition(" ")[2] or 0)
    if turns >= _MOST_TURNS:
        raise CannotError(f"The calendar shows “{line.text}” and not the month of {due.value}")
    noted = place.notes.get("arrow")  # under the pointer it may look otherwise
    is_onward = months > 0
    if isinstance(noted, list) and place.notes.get("onward") == is_onward and not place.tries:
        arrow = from_thousandths(noted, scene.image.size)
    else:
        arrow = _arrow(line, "next" if is_onward else "previous", scene)
    notes: Notes = {"month": [year, month], "arrow": box_2d(arrow, scene.image)[0], "onward": is_onward}
    return Act(f"turned {turns + 1}", click(arrow, scene), notes)


def shows_date(due: SetValue, place: Place, scene: Scene) -> bool | None:
    """Say whether the last step had its effect: another month, or the date in the field."""
    at = place.trying.partition(" ")[0]
    if at == "turned":
        header = _header(scene)
        return None if header is None else list(header[1:]) != place.notes.get("month")
    if at == "opened":
        return None
    field = _field(place, scene).grown(4)
    shown = " ".join(line.text for line in scene.lines if field.overlaps(line.box))
    day = date_in(due.value)
    if day is None:
        digits = re.sub(r"\D", "", due.value)
        return digits in re.sub(r"\D", "", shown)
    return date_in(shown) == day or None


def _opened(due: SetValue, scene: Scene) -> Act:
    """Click the field; one that shows the form of a date is typed into, from its left."""
    target = due.target
    try:
        field = field_of(target, scene)
    except NotFoundError:
        field = None
    field = field or _form_field(scene) or _only_field(scene) or find_one(target, scene).place.area
    edges: Notes = {"field": box_2d(field, scene.image)[0]}
    shown = [line.box for line in scene.lines if field.overlaps(line.box) and _FORM.match(line.text)]
    if not shown and not _CLOCK.match(due.value):
        return Act("opened", click(field, scene), edges)
    first = shown[0] if shown else field.grown(-_FRAME)
    left = first._replace(x2=first.x1 + min(first.height, first.width / 4))
    typed: ActionFields = {"action_type": "input_text", "text": _typed(due.value, field, scene)}
    typed = {**typed, "box_2d": box_2d(left, scene.image)}
    return Act("typed", typed, edges)


def _typed(value: str, field: PixelBox, scene: Scene) -> str:
    """Return a time as a field with a form of its own takes it: there a space opens a list to choose from."""
    return value.replace(" ", "") if _CLOCK.match(value) and not is_empty(field, scene) else value


def _form_field(scene: Scene) -> PixelBox | None:
    """Return where the form of a date or a time stands: "mm/dd/yyyy"."""
    return next((line.box for line in scene.lines if _FORM.match(line.text)), None)


def _only_field(scene: Scene) -> PixelBox | None:
    """Return the only thing that takes a value: what a time or a date is set in where it is named by nothing."""
    fields = [e.box for e in scene.elements if e.kind in INPUTS]
    return fields[0] if len(fields) == 1 else None


def _field(place: Place, scene: Scene) -> PixelBox:
    edges = place.notes.get("field")
    return from_thousandths(edges, scene.image.size) if isinstance(edges, list) else PixelBox(0, 0, 0, 0)


def _header(scene: Scene) -> tuple[TextLine, int, int] | None:
    """Return the line that names a calendar's month, its year and its month."""
    for line in scene.lines:
        if len(line.text) > 24:
            continue
        if match := _HAN_HEADER.search(line.text):
            return line, int(match["year"]), int(match["month"])
        match = _HEADER.search(line.text)
        month = _month(match["name"]) if match else 0
        if match and month:
            return line, int(match["year"]), month
    return None


def _month(name: str) -> int:
    short = name.casefold()
    return next((number for number, month in enumerate(_MONTHS, start=1) if month.startswith(short)), 0)


def _day_box(day: date, header: TextLine, scene: Scene) -> PixelBox:
    """Return where a day's number stands below the header; early and late days may be of other months."""
    days = [line for line in scene.lines if line.text.strip() == str(day.day) and line.box.y1 > header.box.y2]
    if not days:
        raise NotFoundError(Target(str(day.day)))
    near = sorted(days, key=lambda line: (line.box.y1, line.box.x1))
    return near[0 if day.day < 15 else -1].box


def _arrow(header: TextLine, way: str, scene: Scene) -> PixelBox:
    """Return the arrow beside the header: by its name, or else what is drawn nearest on its line on that side."""
    level, reach = header.box.centre[1], header.box.height
    for words in (way, "forward" if way == "next" else "back", ">" if way == "next" else "<"):
        for place in find_all(Target(words), scene):
            if abs(place.box.centre[1] - level) < reach and (place.box.centre[0] > header.box.x2) is (way == "next"):
                return place.box
    marks = marks_beside(scene.pixels, header.box, _BAR, right=way == "next")
    if not marks:
        raise CannotError(f"I see no arrow beside “{header.text}” to turn the months with")
    return marks[0]

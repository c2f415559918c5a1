"""A piece of a text that is meant rather than the whole: the third paragraph, the last word in the text area."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.reader.finding.find import NotFoundError, find_one
from model.reader.plan import Target
from model.reader.scene import Scene
from model.sight.element import Kind
from model.sight.text_line import PixelBox, TextLine, enclosing

_CONTROLS = frozenset(Kind) - {Kind.TEXT, Kind.LINK, Kind.DIALOG}
_PRESSED = frozenset({Kind.BUTTON, Kind.TAB, Kind.ICON, Kind.MENU, Kind.CHECKBOX, Kind.RADIO})
_FAR = 3.0  # heights of a line from the words before it
_NEW_PARAGRAPH = 0.75  # heights of a line between two


@dataclass(frozen=True)
class Piece:
    """What a piece reads, and where its lines stand, from the first to the last."""

    text: str
    boxes: tuple[PixelBox, ...]

    @property
    def box(self) -> PixelBox:
        """The box around all of it."""
        return enclosing(self.boxes)


def piece_of(target: Target, scene: Scene) -> Piece:
    """Return the piece of text that a target means, or all of its text. Raises `NotFoundError`."""
    lines = _lines_of(target, scene)
    match target.part:
        case "word":
            pieces = [piece for line in lines for piece in _words(line)]
        case "character":
            pieces = [piece for line in lines for word in _words(line) for piece in _characters(word)]
        case "line":
            pieces = [Piece(line.text, (line.box,)) for line in lines]
        case "paragraph":
            pieces = [_joined(group) for group in paragraphs(lines)]
        case "":
            pieces = [_joined(lines)] if lines else []
    number = target.ordinal or 1
    if not lines or len(pieces) < abs(number):
        raise NotFoundError(target)
    return pieces[number - 1 if number > 0 else number]


def paragraphs(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return lines that stand close below each other as groups."""
    groups: list[list[TextLine]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if last and line.box.y1 - last.box.y2 <= _NEW_PARAGRAPH * min(line.box.height, last.box.height):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _lines_of(target: Target, scene: Scene) -> list[TextLine]:
    """Return the lines of what holds the piece: the element that is named, else all prose that is not the goal's."""
    holder = _holder(target, scene)
    if holder and (held := [line for line in scene.lines if holder.has(line.box.centre)]):
        return [line for line in held if not _is_mark(line, held)]
    return _outside(_CONTROLS, scene) or _outside(_PRESSED, scene)


def _is_mark(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Say whether what passes for a letter is a mark in a corner: no line begins there, and no words lead to it."""
    others = [other.box for other in lines if other is not line]
    begins = any(abs(box.x1 - line.box.x1) < line.box.height for box in others)
    beside = any(
        abs(box.centre[1] - line.box.centre[1]) < line.box.height and line.box.x1 - box.x2 < _FAR * line.box.height
        for box in others
    )
    return len(line.text) == 1 and bool(others) and not begins and not beside


def _outside(kinds: frozenset[Kind], scene: Scene) -> list[TextLine]:
    """Return the lines that are neither the goal's nor on a control of these kinds."""
    controls = [e.box for e in scene.elements if e.kind in kinds]
    return [line for line in scene.unstated_lines if not any(box.has(line.box.centre) for box in controls)]


def _holder(target: Target, scene: Scene) -> PixelBox | None:
    inside = next((relation.to for relation in target.relations if relation.how == "inside"), None)
    named = inside or replace(target, part="", ordinal=0 if target.part else target.ordinal)
    if named.kind in (None, Kind.TEXT) and not named.text and not named.relations:
        return None
    try:
        return find_one(named, scene).place.area
    except NotFoundError:
        if named.text:
            raise
        return None


def _words(line: TextLine) -> list[Piece]:
    found, start = [], 0
    for word in line.text.split():
        place = line.text.index(word, start)
        start = place + len(word)
        found.append(Piece(word, (line.part(place, start),)))
    return found


def _characters(word: Piece) -> list[Piece]:
    step = word.box.width / len(word.text)
    left = word.box.x1
    return [
        Piece(char, (word.box._replace(x1=left + step * place, x2=left + step * (place + 1)),))
        for place, char in enumerate(word.text)
    ]


def _joined(lines: Sequence[TextLine]) -> Piece:
    return Piece(" ".join(line.text for line in lines), tuple(line.box for line in lines))

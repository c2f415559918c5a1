"""Clicking, hovering, dragging, scrolling."""

import re
from dataclasses import replace

from model.reader.language.chords import read_chord
from model.reader.language.form import Filled
from model.reader.language.meaning import Meant
from model.reader.language.nouns import as_field
from model.reader.language.numbers import read_number
from model.reader.language.phrase import Phrase
from model.reader.language.quotes import InstructionError
from model.reader.language.step import Make, Steps
from model.reader.language.targets import (
    is_menu_path,
    menu_path,
    read_meant,
    read_menu_path,
    read_place,
    read_target,
    split_list,
)
from model.reader.plan import (
    IT,
    Button,
    Click,
    Direction,
    Drag,
    ForEach,
    Hover,
    Instruction,
    Press,
    Relation,
    Repeat,
    Resize,
    Scroll,
    Target,
)
from model.sight.element import Kind

_LONG = 1.0  # seconds that a button is held where nothing else is said
_MOST_NOTCHES = 50  # in one action
_STEP = 100  # pixels of a drag that names a direction alone
_DIRECTIONS: dict[str, Direction] = {
    "up": "up", "down": "down", "left": "left", "right": "right", "上": "up", "下": "down", "左": "left", "右": "right",
}  # fmt: skip
_SIGNS: dict[Direction, tuple[int, int]] = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
_LESS = {"smaller", "narrower", "lower", "shorter"}
_UPRIGHT, _ACROSS = {"taller", "lower", "shorter", "higher"}, {"wider", "narrower"}
_SEVERAL = re.compile(r"(?:all|every|each|both|\d+|two|three|four|five)\b", re.IGNORECASE)
_PARTED = "and", "和", "与", "、", "跟", "及", "还有"


def each(meant: Meant, do: Instruction, then: tuple[Instruction, ...] = ()) -> list[Instruction]:
    """Return an instruction on `IT` done for what is meant: once, or for each of several."""
    if meant.target == Target():
        raise InstructionError("It is not clear of what each is meant")
    return [ForEach(meant.target, (do, *then), limit=0 if meant.every else meant.limit)]


def click(button: Button = "left", clicks: int = 1) -> Make:
    """Make clicks on `target`: one thing, each of several, a list, or a way through menus."""

    return lambda filled: click_on(filled["target"], button, clicks)


def click_on(phrase: Phrase, button: Button = "left", clicks: int = 1) -> Steps:
    """Return the clicks on what a phrase means."""
    if is_menu_path(phrase):
        return [Click(target) for target in read_menu_path(phrase)]
    if _is_list(phrase):
        return [Click(read_target(part), button, clicks) for part in split_list(phrase)]
    meant = read_meant(phrase)
    if meant.several:
        return each(meant, Click(IT, button, clicks))
    return [Click(entry, button, clicks) for entry in through_menu(pointed(meant.target, phrase))]


def pointed(target: Target, phrase: Phrase) -> Target:
    """Return a target that can be pointed at. Raises `InstructionError` for one that says nothing."""
    if target == Target():
        raise InstructionError(f"It is not clear what “{phrase}” points at")
    return target


def through_menu(target: Target) -> list[Target]:
    """Return what is to be clicked for an entry "in the File menu": the menu, then the entry."""
    inside = target.relations[-1] if target.relations else None
    if inside and inside.how == "inside" and inside.to.kind is Kind.MENU and inside.to.text:
        return menu_path([inside.to, replace(target, relations=target.relations[:-1])])
    return [target]


def _is_list(phrase: Phrase) -> bool:
    """Say whether a phrase lists quoted things, or ends with "a, b and c"; "Save and Exit" is one name."""
    parts = split_list(phrase)
    if len(parts) < 2:
        return False
    return all(part.quotation is not None for part in parts) or (
        len(parts) > 2 and any(w in phrase.words for w in _PARTED)
    )


def click_each_of(filled: Filled) -> Steps | None:
    """`target`, once for `each` of several: a button on every post."""
    if not _SEVERAL.match(filled["each"].words):
        return None
    meant = read_meant(filled["each"])
    return each(meant, Click(read_target(filled["target"]))) if meant.several else None


def click_list(filled: Filled) -> Steps:
    """`target`: a list of things, clicked one after another."""
    return [Click(read_target(part)) for part in split_list(filled["target"])]


def long_press(filled: Filled) -> Steps:
    """`target`, and `number` of seconds."""
    seconds = read_number(filled["number"].words) if filled["number"] else _LONG
    return [Click(read_target(filled["target"]), seconds=float(seconds))]


def click_held(filled: Filled) -> Steps | None:
    """`target`, while `keys` are held."""
    keys = read_chord(str(filled["keys"]))
    return [Click(read_target(filled["target"]), held=keys)] if keys else None


def press(filled: Filled) -> Steps:
    """`keys`, or several chords one after another; what is no key is something to click."""
    words = filled["keys"]
    keys = read_chord(words.quotation or str(words))
    if keys:
        return [Press(keys)]
    chords = [read_chord(part) for part in str(words).split()] if "+" in words.words else []
    return [Press(chord) for chord in chords if chord] if all(chords) and chords else click_on(words)


def press_together(filled: Filled) -> Steps | None:
    """`keys` and `keys2` at the same time."""
    keys = read_chord(f"{filled['keys']}+{filled['keys2']}")
    return [Press(keys)] if keys else None


def press_bare(filled: Filled) -> Steps | None:
    """`keys` without a verb; a single letter may be anything."""
    keys = read_chord(str(filled["keys"]))
    return [Press(keys)] if keys and len(str(filled["keys"])) > 1 else None


def path_bare(filled: Filled) -> Steps | None:
    """`target`, only where it is a way through menus."""
    return [Click(target) for target in read_menu_path(filled["target"])] if is_menu_path(filled["target"]) else None


def open_menu(filled: Filled) -> Steps:
    """`target`: one menu or a way through several; or an `entry` of it."""
    path = read_menu_path(filled["target"])
    entries = read_menu_path(filled["entry"]) if filled["entry"] else []
    return [Click(target) for target in menu_path([*path, *entries])]


def hover(filled: Filled) -> Steps:
    """`target`."""
    meant = read_meant(filled["target"])
    return each(meant, Hover(IT)) if meant.several else [Hover(pointed(meant.target, filled["target"]))]


def drag(filled: Filled) -> Steps:
    """`source` onto `target`."""
    meant, target = read_meant(filled["source"]), read_target(filled["target"])
    return each(meant, Drag(IT, target)) if meant.several else [Drag(pointed(meant.target, filled["source"]), target)]


def drag_before(filled: Filled) -> Steps:
    """`source` before `target`."""
    return [Drag(read_target(filled["source"]), read_target(filled["target"]), place="before")]


def drag_after(filled: Filled) -> Steps:
    """`source` after `target`."""
    return [Drag(read_target(filled["source"]), read_target(filled["target"]), place="after")]


def drag_by(filled: Filled) -> Steps:
    """`source` by `pixels`, or by a little, in a `direction`."""
    x, y = _SIGNS[_direction(filled)]
    pixels = int(filled["pixels"].words) if filled["pixels"] else _STEP
    return [Drag(read_target(filled["source"]), by=(x * pixels, y * pixels))]


def drag_one(filled: Filled) -> Steps | None:
    """`source` past its neighbour in a list, in a `direction`: up or down."""
    source, direction = read_target(filled["source"]), _direction(filled)
    if direction not in ("up", "down"):
        return None
    neighbour = Target(kind=Kind.LIST_ITEM, relations=(Relation("above" if direction == "up" else "below", source),))
    return [Drag(source, neighbour, place="before" if direction == "up" else "after")]


def resize(filled: Filled) -> Steps:
    """`target`, its `side`, and the `change`."""
    change, side = filled["change"].words.lower(), filled["side"].words.lower()
    step = -_STEP if change in _LESS else _STEP
    wide = side in ("width", "size") or (not side and change not in _UPRIGHT)
    high = side in ("height", "size") or (not side and change not in _ACROSS)
    return [Resize(as_field(read_target(filled["target"])), (step * wide, step * high))]


def scroll(filled: Filled) -> Steps:
    """In a `direction` by `number` notches, over `target`: what the pointer shall be over."""
    notches = max(1, round(read_number(filled["number"].words))) if filled["number"] else Scroll.notches
    full, rest = divmod(notches, _MOST_NOTCHES)
    area, direction = _area(filled["target"]), _direction(filled)
    return [Scroll(direction, n, area) for n in [*[_MOST_NOTCHES] * full, rest] if n]


def scroll_to_end(direction: Direction) -> Make:
    """Make a scroll to the end, over `target`."""
    return lambda filled: [Scroll(direction, target=_area(filled["target"]), to_end=True)]


def scroll_until(filled: Filled) -> Steps:
    """In a `direction` until `until` shows, over `target`."""
    return [Scroll(_direction(filled), target=_area(filled["target"]), until=read_target(filled["until"]))]


def _direction(filled: Filled) -> Direction:
    return _DIRECTIONS[filled["direction"].words.lower() or "down"]


def _area(phrase: Phrase) -> Target | None:
    if not phrase:
        return None
    target = as_field(read_place(phrase))
    return None if target == Target() else target


def click_every(filled: Filled) -> Steps:
    """All of `target`, one after another."""
    return each(Meant(read_meant(filled["target"]).target, every=True), Click(IT))


def click_times(filled: Filled) -> Steps:
    """`target`, `number` times."""
    return [Repeat((Click(read_target(filled["target"])),), int(read_number(filled["number"].words)))]


def press_times(filled: Filled) -> Steps | None:
    """`keys`, `number` times."""
    keys = read_chord(str(filled["keys"]))
    return [Repeat((Press(keys),), int(read_number(filled["number"].words)))] if keys else None


def open_entry(filled: Filled) -> Steps:
    """`target`, an entry of the menu `entry`."""
    path = [*read_menu_path(filled["entry"]), *read_menu_path(filled["target"])]
    return [Click(target) for target in menu_path(path)]

"""Clicking, hovering, dragging, scrolling."""

import re
from dataclasses import replace

from model.reader.language.sentence.form import Filled
from model.reader.language.sentence.step import Make, Steps
from model.reader.language.things.meaning import Meant
from model.reader.language.things.nouns import as_field
from model.reader.language.things.targets import (
    is_menu_path,
    menu_path,
    read_meant,
    read_members,
    read_menu_path,
    read_target,
    split_list,
)
from model.reader.language.words.chords import read_chord
from model.reader.language.words.numbers import CHINESE_ORDINAL, ORDINAL, read_number
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import (
    IT,
    Button,
    Click,
    ForEach,
    Hover,
    Instruction,
    Press,
    Relation,
    Repeat,
    Target,
)
from model.sight.element import Kind

_LONG = 1.0  # seconds that a button is held where nothing else is said
_SEVERAL = re.compile(r"(?:all|every|each|both|\d+|two|three|four|five)\b", re.IGNORECASE)
_ONE = re.compile(r"(?:1|one)\s+(?=(?:post|message|e-?mail|comment|row|card|item|entry|result|tweet)\b)", re.IGNORECASE)
_IN_ORDER = re.compile(rf"(?:the\s+)?{ORDINAL}\b|{CHINESE_ORDINAL}", re.IGNORECASE)
_BEGINS_WITH_KEYS = re.compile(r"(?:ctrl|shift|alt|cmd|win)\s*[+＋加-]|f\d{1,2}(?=\W|[\u3400-\u9fff])", re.IGNORECASE)
_FILE = re.compile(r"(?:(?:the|a|this|that)\s+)?(?:file|folder|directory)|(?:这个|那个)?文件夹?", re.IGNORECASE)
_NUMBERED = re.compile(r"\w+s\s+\d+(?:\s*,\s*\d+)*\s*(?:,\s*)?(?:and|&)\s*\d+", re.IGNORECASE)
_EVERY_CHINESE = re.compile(r"每|所有|全部|各")
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
        return [Click(pointed(member.target, phrase), button, clicks) for member in read_members(phrase)]
    meant = read_meant(phrase)
    if meant.several:
        return each(meant, Click(IT, button, clicks))
    return [Click(entry, button, clicks) for entry in through_menu(pointed(meant.target, phrase))]


def pointed(target: Target, phrase: Phrase) -> Target:
    """Return a target that can be pointed at. Raises `InstructionError` for one that says nothing."""
    if target == Target():
        raise InstructionError(f"It is not clear what “{phrase}” points at")
    if target == Target(kind=Kind.ROW) and _FILE.fullmatch(phrase.words):
        raise InstructionError(f"It is not clear which one “{phrase}” means")
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
    if all(_IN_ORDER.match(part.words) for part in parts):
        return True
    return all(part.quotation is not None for part in parts) or (
        len(parts) > 2 and any(w in phrase.words for w in _PARTED)
    )


def click_each_of(filled: Filled) -> Steps | None:
    """`target`, once for `each` of several: a button on every post, or on one of them."""
    if one := _ONE.match(filled["each"].words):
        row = replace(read_meant(filled["each"][one.end() :]).target, ordinal=1)
        target = read_target(filled["target"])
        return [Click(replace(target, relations=(*target.relations, Relation("in the row of", row))))]
    if not _SEVERAL.match(filled["each"].words) and not _EVERY_CHINESE.match(filled["each"].words):
        return None
    meant = read_meant(filled["each"])
    return each(meant, Click(read_target(filled["target"]))) if meant.several else None


def click_in_row(filled: Filled) -> Steps | None:
    """`target` in the row of `each`, which is one of several by its order or a measure."""
    row = read_meant(filled["each"]).target
    if not (row.most or row.ordinal):
        return None
    target = read_target(filled["target"])
    return [Click(replace(target, relations=(*target.relations, Relation("in the row of", row))))]


def click_it(_: Filled) -> Steps:
    """What was spoken of last."""
    return [Click(IT)]


def click_list(filled: Filled) -> Steps:
    """`target`: a list of things, clicked one after another."""
    return [Click(_entry(part)) for part in split_list(filled["target"])]


def _entry(part: Phrase) -> Target:
    """Return a member of a list of names: a kind alone is one too."""
    target = read_target(part)
    return Target(part.words) if target == Target(kind=target.kind) else target


def long_press(filled: Filled) -> Steps:
    """`target`, and `number` of seconds."""
    seconds = read_number(filled["number"].words) if filled["number"] else _LONG
    return [Click(read_target(filled["target"]), seconds=float(seconds))]


def click_held(filled: Filled) -> Steps | None:
    """`target`, while `keys` are held."""
    keys = read_chord(str(filled["keys"]))
    if not keys:
        return None
    phrase = filled["target"]
    members = read_members(phrase) if _is_list(phrase) or _NUMBERED.fullmatch(phrase.words) else []
    return [Click(pointed(one.target, phrase), held=keys) for one in members] or [Click(read_target(phrase), held=keys)]


def press(filled: Filled) -> Steps:
    """`keys`, or several chords one after another; what is no key is something to click."""
    words = filled["keys"]
    keys = read_chord(words.quotation or str(words))
    if keys:
        return [Press(keys)]
    chords = [read_chord(part) for part in str(words).split()] if "+" in words.words else []
    if all(chords) and chords:
        return [Press(chord) for chord in chords if chord]
    if _BEGINS_WITH_KEYS.match(words.words):
        raise InstructionError(f"It is not clear which keys “{words}” means")
    return click_on(words)


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


def place_cursor(filled: Filled) -> Steps:
    """In `target`: a field is clicked into, the pointer is moved over anything else."""
    field = as_field(read_target(filled["target"]))
    return [Click(field)] if field.kind in (Kind.FIELD, Kind.CELL) else [Hover(read_target(filled["target"]))]


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

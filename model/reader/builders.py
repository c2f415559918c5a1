"""Makes instructions of a clause's parts, whatever its language. A builder's docstring names the groups it reads."""

import math
from collections.abc import Sequence

from model.reader.chords import read_chord
from model.reader.instructions import (
    Button,
    Click,
    Direction,
    Drag,
    Hover,
    Instruction,
    OpenApp,
    Pause,
    Press,
    Scroll,
    Type,
    WaitFor,
)
from model.reader.numbers import read_number
from model.reader.quotes import mask, unquote
from model.reader.rules import Clause
from model.reader.targets import is_menu_path, read_menu_path, read_target

_LONGEST_PAUSE = 60.0  # seconds in one action
_MOST_NOTCHES = 50  # in one action
_BUTTONS: dict[str, Button] = {
    "right": "right",
    "右": "right",
    "右键": "right",
    "middle": "middle",
    "中": "middle",
    "中键": "middle",
}
_CLICKS = {"double": 2, "双": 2, "triple": 3, "三": 3}
_DIRECTIONS: dict[str, Direction] = {
    "up": "up",
    "上": "up",
    "down": "down",
    "下": "down",
    "left": "left",
    "左": "left",
    "right": "right",
    "右": "right",
}


def click(clause: Clause) -> Sequence[Instruction]:
    """`target`, and `how`: the button or the count. A target like `File > Save` is a way through menus."""
    how = clause["how"].lower()
    if not how and is_menu_path(mask(clause["target"])):
        return [Click(target) for target in read_menu_path(clause["target"])]
    return [Click(read_target(clause["target"]), _BUTTONS.get(how, "left"), _CLICKS.get(how, 1))]


def choose(clause: Clause) -> Sequence[Instruction] | None:
    """`target`, only where it is a way through menus."""
    return click(clause) if is_menu_path(mask(clause["target"])) else None


def open_menu(clause: Clause) -> Sequence[Instruction]:
    """`target`: one menu or a way through several."""
    return [Click(target) for target in read_menu_path(clause["target"])]


def hover(clause: Clause) -> Sequence[Instruction]:
    """`target`."""
    return [Hover(read_target(clause["target"]))]


def drag(clause: Clause) -> Sequence[Instruction]:
    """`source` and `target`."""
    return [Drag(read_target(clause["source"]), read_target(clause["target"]))]


def type_text(clause: Clause) -> Sequence[Instruction]:
    """`text`, and `target`: the field."""
    target = read_target(clause["target"]) if clause["target"] else None
    return [Type(clause.typed("text"), target)]


def press(clause: Clause) -> Sequence[Instruction]:
    """`keys`; what is no key is something to click."""
    words = clause["keys"]
    keys = read_chord(unquote(words) or words)
    return [Press(keys)] if keys else [Click(read_target(words))]


def press_bare(clause: Clause) -> Sequence[Instruction] | None:
    """`keys` without a verb; a single letter may be anything."""
    keys = read_chord(clause["keys"])
    return [Press(keys)] if keys and len(clause["keys"]) > 1 else None


def scroll(clause: Clause) -> Sequence[Instruction]:
    """`direction`, `number` of notches and `target`: what the pointer shall be over."""
    direction = _DIRECTIONS[clause["direction"].lower()]
    notches = max(1, round(read_number(clause["number"]))) if clause["number"] else Scroll.notches
    target = read_target(clause["target"]) if clause["target"] else None
    full, rest = divmod(notches, _MOST_NOTCHES)
    return [Scroll(direction, n, target) for n in [*[_MOST_NOTCHES] * full, rest] if n]


def pause(clause: Clause) -> Sequence[Instruction]:
    """`number` of seconds, or of minutes where `minutes` is there; neither is a moment."""
    seconds = read_number(clause["number"]) * (60 if clause["minutes"] else 1) if clause["number"] else 2.0
    parts = max(1, math.ceil(seconds / _LONGEST_PAUSE))
    return [Pause(seconds / parts)] * parts


def wait_for(clause: Clause) -> Sequence[Instruction]:
    """`target`."""
    return [WaitFor(read_target(clause["target"]))]


def open_app(clause: Clause) -> Sequence[Instruction]:
    """`target`: the application's name."""
    return [OpenApp(read_target(clause["target"]).text)]

"""What the reader can be told to do: a plan of small values. Knows no language and no pixels.

Every value says itself in a few English words, for the thought and for an honest end.
"""

from typing import TypeAlias

from model.reader.plan.choosing import Check, Expand, Select, SetValue
from model.reader.plan.commands import (
    OF_SELECTED,
    CloseDialog,
    Command,
    Edit,
    Find,
    OpenApp,
    OpenFile,
    Press,
    PrintTo,
    SaveAs,
    SwitchTo,
    Turn,
)
from model.reader.plan.control import ForEach, If, Repeat
from model.reader.plan.pointing import Button, Click, Direction, Drag, Hover, Resize, Scroll
from model.reader.plan.seeing import Condition, Pause, Property, Question, Tell, WaitFor
from model.reader.plan.target import EMPTY_ROOM, IT, TEXT_AREA, Most, Part, Relating, Relation, Target, Where
from model.reader.plan.writing import Clear, Highlight, Type

Instruction: TypeAlias = (
    Click | Hover | Drag | Resize | Type | Clear | Highlight | Press | Edit | Scroll | Select | Check | SetValue
    | WaitFor | Pause | OpenApp | SwitchTo | Expand | CloseDialog | Turn | SaveAs | OpenFile | Find | PrintTo | Tell
    | If | ForEach | Repeat
)  # fmt: skip

__all__ = [
    "EMPTY_ROOM",
    "IT",
    "OF_SELECTED",
    "TEXT_AREA",
    "Button",
    "Check",
    "Clear",
    "Click",
    "CloseDialog",
    "Command",
    "Condition",
    "Direction",
    "Drag",
    "Edit",
    "Expand",
    "Find",
    "ForEach",
    "Highlight",
    "Hover",
    "If",
    "Instruction",
    "Most",
    "OpenApp",
    "OpenFile",
    "Part",
    "Pause",
    "Press",
    "PrintTo",
    "Property",
    "Question",
    "Relating",
    "Relation",
    "Repeat",
    "Resize",
    "SaveAs",
    "Scroll",
    "Select",
    "SetValue",
    "SwitchTo",
    "Target",
    "Tell",
    "Turn",
    "Type",
    "WaitFor",
    "Where",
]

"""Qwen3.5: Qwen3-VL's successor, which calls functions as JSON or in the XML of its chat template.

Source: that template (`<function=NAME><parameter=NAME>`), and Qwen3-VL's agent for OSWorld for the rest: the makers
have published no agent code for this one.
"""

from model.families.canvas import TO_999
from model.families.family import Family, named
from model.families.history import HistoryPolicy

FAMILY = Family(
    "qwen3.5",
    named(r"qwen-?3[._]5"),
    dialect="qwen",
    model_types=("qwen3_5", "qwen3_5_moe"),
    thinks=True,
    canvas_to=TO_999,
    history=HistoryPolicy(images=4, as_turns=True),
)

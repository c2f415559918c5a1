"""UI-TARS before 1.5, and those served as doubao-…-ui-tars: 1.5's notation in thousandths of the screen.

Source: `codes/ui_tars/action_parser.py` of bytedance/UI-TARS (`factor`, 1000, where the model is no Qwen2.5-VL), and
`mm_agents/uitars15_v1.py` of xlang-ai/OSWorld for the history, which is 1.5's.
"""

from model.families.family import Family, named
from model.families.history import HistoryPolicy

FAMILY = Family(
    "ui-tars",
    named(r"ui-?tars(?!-?1[._]?5)"),
    dialect="uitars",
    model_types=("qwen2_vl",),
    template=named(r"<\|box_start\|>"),
    history=HistoryPolicy(images=4, as_turns=True, all_turns=True),
)

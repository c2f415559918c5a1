"""UI-TARS-1.5: `Thought: …` and `Action: click(start_box='<|box_start|>(x,y)<|box_end|>')`, in resized pixels.

Source: `codes/ui_tars/action_parser.py` and `README_coordinates.md` of bytedance/UI-TARS, and
`mm_agents/uitars15_v1.py` of xlang-ai/OSWorld for the history: every answer as a turn, five screenshots with the
current one (`history_n`).
"""

from model.families.canvas import PixelGrid
from model.families.family import Family, named
from model.families.history import HistoryPolicy

FAMILY = Family(
    "ui-tars-1.5",
    named(r"ui-?tars-?1[._]?5"),
    dialect="uitars",
    trained_from="qwen2.5-vl",
    grid=PixelGrid(factor=28, min_pixels=100 * 28 * 28, max_pixels=16384 * 28 * 28),
    history=HistoryPolicy(images=4, as_turns=True, all_turns=True),
)

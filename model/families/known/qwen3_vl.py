"""Qwen3-VL: calls of `computer_use` from 0 to 999.

Source: `cookbooks/computer_use.ipynb` of QwenLM/Qwen3-VL, and `mm_agents/qwen3vl_agent.py` of xlang-ai/OSWorld, which
its makers wrote: four earlier screenshots as turns, older steps as a list, coordinates divided by 999.
"""

from model.families.canvas import TO_999
from model.families.family import Family, named
from model.families.history import HistoryPolicy

FAMILY = Family(
    "qwen3-vl",
    named(r"qwen-?3-?_?vl"),
    dialect="qwen",
    model_types=("qwen3_vl", "qwen3_vl_moe"),
    canvas_to=TO_999,
    history=HistoryPolicy(images=4, as_turns=True),
)

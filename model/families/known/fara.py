"""Fara-7B: a thought in plain words, then a call of `computer_use` in pixels of the resized image.

Source: `src/fara/fara_agent.py` and `_prompts.py` of microsoft/fara: three screenshots with the current one
(`max_n_images`), every answer as a turn, the budget of `MLM_PROCESSOR_IM_CFG`.
"""

from model.families.canvas import PixelGrid
from model.families.family import Family, named
from model.families.history import HistoryPolicy

FAMILY = Family(
    "fara",
    named(r"\bfara\b|fara-?7b"),
    dialect="qwen",
    trained_from="qwen2.5-vl",
    grid=PixelGrid(factor=28, min_pixels=3136, max_pixels=12845056),
    history=HistoryPolicy(images=2, as_turns=True, all_turns=True),
)

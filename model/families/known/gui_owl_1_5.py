"""GUI-Owl-1.5: `Action: …`, then a call of `computer_use` in thousandths. The first GUI-Owl counted in pixels.

Source: `Mobile-Agent-v3.5/computer_use` of X-PLUG/MobileAgent: `history_n=4`, older steps as a list of what `Action:`
said, coordinates divided by 1000.
"""

from model.families.family import Family, named
from model.families.history import HistoryPolicy

FAMILY = Family(
    "gui-owl-1.5",
    named(r"gui-?owl-?1[._]?5"),
    dialect="qwen",
    trained_from="qwen3-vl",
    history=HistoryPolicy(images=4, as_turns=True),
)

"""EvoCUA: `Action: …`, then a call of `computer_use` from 0 to 999.

Source: `mm_agents/evocua/evocua_agent.py` of meituan/EvoCUA, prompt style S2: `max_history_turns` earlier screenshots
(four in its README), older steps as a list of what `Action:` said, coordinates divided by 999.
"""

from model.families.canvas import TO_999
from model.families.family import Family, named
from model.families.history import HistoryPolicy

FAMILY = Family(
    "evocua",
    named(r"evo-?cua"),
    dialect="qwen",
    trained_from="qwen3-vl",
    canvas_to=TO_999,
    history=HistoryPolicy(images=4, as_turns=True),
)

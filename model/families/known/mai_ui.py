"""MAI-UI: `<thinking>…</thinking>` and a call of `mobile_use`, from 0 to 999.

Source: `src/mai_naivigation_agent.py`, `src/mai_grounding_agent.py` and `src/prompt.py` of Tongyi-MAI/MAI-UI: three
screenshots with the current one (`history_n`), every answer with its thought as a turn, `SCALE_FACTOR = 999`. It was
taught phones; what a desktop needs beyond them is added in its manner.
"""

from model.families.canvas import TO_999
from model.families.family import Family, named
from model.families.history import HistoryPolicy

FAMILY = Family(
    "mai-ui",
    named(r"mai-?ui"),
    dialect="mai",
    trained_from="qwen3-vl",
    thinks=True,
    end_of_thought="</thinking>",
    thought_tokens=1536,
    canvas_to=TO_999,
    history=HistoryPolicy(images=2, as_turns=True, all_turns=True, thoughts=True),
)

"""UI-Venus-2, and 1.5, which writes alike: `<think>…</think><action>Click(box=(x, y))</action>`. 1.0 is another model.

Source: `models/computer/computer_example.py` of inclusionAI/UI-Venus (branch UI-Venus-2): every answer with its thought
as a turn, the latest two earlier screenshots (`n_img=2`), coordinates divided by 999. 1.5's code divides by 1000, which
is less than three pixels away.
"""

from model.families.canvas import TO_999
from model.families.family import Family, named
from model.families.history import HistoryPolicy

FAMILY = Family(
    "ui-venus-2",
    named(r"ui-?venus-?(?:2|1[._]?5)"),
    dialect="venus",
    trained_from="qwen3.5",
    thinks=True,
    thought_tokens=2048,
    canvas_to=TO_999,
    history=HistoryPolicy(images=2, as_turns=True, all_turns=True, thoughts=True),
)

"""GLM-4.6V-Flash: 9B, of GLM-4.1V's class in transformers, which writes no `<answer>`.

Its template switches thinking (`enable_thinking`) and tools, as GLM-4.5V's does and GLM-4.1V's does not. Asked as
`examples/gui-agent/glm-45v/gui_agent_45v.py` of zai-org/GLM-V asks GLM-4.5V on desktops: calls, all earlier steps, the
latest four screenshots at half size. Its own examples were not to be had.
"""

from model.families.family import Family, named
from model.families.history import HistoryPolicy

FAMILY = Family(
    "glm-4.6v-flash",
    named(r"glm-?4[._]?6v-?flash"),
    dialect="pc",
    model_types=("glm4v",),
    template=named(r"enable_thinking|<tool_call>"),
    thinks=True,
    stop_ids=(151329, 151336, 151338),
    history=HistoryPolicy(images=4, scale=0.5),
)

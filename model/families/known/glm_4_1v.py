"""GLM-4.1V-Thinking.

Source: its model card, and `examples/gui-agent/glm-41v` of zai-org/GLM-V (August 2025), whose phone notation is the
project's own; `--dialect pc` asks for its desktop notation.
"""

from model.families.family import Family, named

FAMILY = Family(
    "glm-4.1v",
    # Also the class of transformers that it shares with GLM-4.6V-Flash.
    named(r"glm-?4[._]?1v|glm4v(?!_?moe)"),
    dialect="json",
    model_types=("glm4v",),
    thinks=True,
    end_of_thought="</think><answer>",
    stop_ids=(151329, 151336, 151338),
)

"""GLM-4.5V and GLM-4.6V: GLM-4.1V's notation, without `<answer>`.

Source: `examples/gui-agent/glm-45v` of zai-org/GLM-V (August 2025).
"""

from model.families.family import Family, named

FAMILY = Family(
    "glm-4.5v",
    named(r"glm-?4[._]?[56]v(?!-?flash)|glm4v_?moe"),
    dialect="json",
    model_types=("glm4v_moe",),
    thinks=True,
)

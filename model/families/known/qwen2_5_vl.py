"""Qwen2.5-VL: calls of `computer_use` in pixels of the resized image.

Source: the computer-use cookbook of QwenLM/Qwen3-VL (formerly Qwen2.5-VL) and the checkpoints' preprocessor_config.json
for the budget of pixels.
"""

from model.families.canvas import PixelGrid
from model.families.family import Family, named

FAMILY = Family(
    "qwen2.5-vl",
    named(r"qwen-?2[._]?5-?_?vl"),
    dialect="qwen",
    model_types=("qwen2_5_vl",),
    grid=PixelGrid(factor=28, min_pixels=4 * 28 * 28, max_pixels=16384 * 28 * 28),
)

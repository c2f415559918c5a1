"""OpenCUA: thought, action in words, and one line of pyautogui as code, in resized pixels.

Source: `mm_agents/opencua/opencua_agent.py` of xlang-ai/OSWorld and the README of xlang-ai/OpenCUA: three screenshots
with the current one (`max_image_history_length`), earlier steps as what `## Action:` said, `smart_resize` with 28, 3136
and 12845056 (coordinate type qwen25).
"""

from model.families.canvas import PixelGrid
from model.families.family import Family, named
from model.families.history import HistoryPolicy

FAMILY = Family(
    "opencua",
    named(r"open-?cua"),
    dialect="pyautogui",
    trained_from="qwen2.5-vl",
    thought_tokens=1500,
    grid=PixelGrid(factor=28, min_pixels=3136, max_pixels=12845056),
    history=HistoryPolicy(images=2, as_turns=True, briefly=True),
)

"""The names of GTK themes and icons; `.ci/system-packages training` installs them. Runs in any Python."""

import json
from pathlib import Path

_NAMES: dict[str, list[str]] = json.loads((Path(__file__).parent / "themes.json").read_text())

TRAINED, HELD_OUT = _NAMES["trained"], _NAMES["held_out"]
"""The training never sees the themes held out, nor others of their families."""

ICON_THEMES, ICON_NAMES = _NAMES["icon_themes"], _NAMES["icons"]

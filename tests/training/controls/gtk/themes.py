"""The names of GTK themes and icons, and the Debian packages that hold them. Runs in any Python."""

import json
from pathlib import Path

_NAMES: dict[str, list[str]] = json.loads((Path(__file__).parent / "themes.json").read_text())

PACKAGES, TRAINED, HELD_OUT = _NAMES["packages"], _NAMES["trained"], _NAMES["held_out"]
"""The training never sees the themes held out, nor others of their families."""

ICON_THEMES, ICON_NAMES = _NAMES["icon_themes"], _NAMES["icons"]

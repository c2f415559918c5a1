"""What really stands on a screen, as a toolkit says it. Boxes are left, top, right, bottom in pixels of the screen."""

import json
from dataclasses import dataclass
from pathlib import Path

from model.sight.element import Kind
from model.sight.text_line import PixelBox


@dataclass(frozen=True)
class Truth:
    """One thing on a screen. `box` is what is drawn, `press` where a click counts.

    `text` is what it reads, `label` what names it, `name` what an icon shows.
    """

    kind: Kind
    box: PixelBox
    press: PixelBox
    text: str = ""
    label: str = ""
    name: str = ""
    checked: bool | None = None

    @property
    def words(self) -> str:
        """What it is called in a report."""
        return self.text or self.label or self.name


def read_truths(path: Path) -> list[Truth]:
    """Read what a window of ours wrote about itself."""
    return [truth_of(entry) for entry in json.loads(path.read_text(encoding="utf-8"))]


def truth_of(entry: dict[str, object]) -> Truth:
    """Take a truth as JSON has it: its kind, box, press, text, label, name and checked."""
    box = PixelBox(*entry["box"])  # type: ignore[misc]
    press = PixelBox(*(entry.get("press") or box))  # type: ignore[misc]
    words = {key: str(entry.get(key) or "") for key in ("text", "label", "name")}
    checked = entry.get("checked")
    return Truth(Kind(str(entry["kind"])), box, press, **words, checked=None if checked is None else bool(checked))

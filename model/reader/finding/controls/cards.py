"""Whether something belongs to a card: what stands below a line that begins where those of a list's things do."""

from collections.abc import Sequence

from model.reader.finding.relations import nearest_way
from model.reader.scene import Scene
from model.sight.text_line import PixelBox

_LEVEL = 0.5  # heights of a line by which lines of one kind begin apart, or differ in height


def is_on_card(box: PixelBox, items: Sequence[PixelBox], scene: Scene) -> bool:
    """Say whether a place is on the card of one of the items, or of another thing that is headed as these are."""
    heads = {line.box for line in scene.lines if any(line.box.has(item.centre) for item in items)}
    return any(
        _is_headed_like(line.box, head) and nearest_way("in the row of", box, [(line.box, None)]) is not None
        for head in heads
        for line in scene.unstated_lines
    )


def _is_headed_like(line: PixelBox, head: PixelBox) -> bool:
    reach = _LEVEL * head.height
    return abs(line.x1 - head.x1) <= reach and abs(line.height - head.height) <= reach

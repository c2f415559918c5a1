"""The small pictures of the list of steps: a step's screenshot with its targets, drawn on a thread."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from actions.schema import Box
from actions.targets import targets
from ui.panel.steps.step_model import ShownStep
from ui.panel.widgets.marks import draw_targets
from ui.panel.widgets.pictures import Pictures, read_picture, rounded

SIZE = QSize(96, 60)
_SCALE = 2  # sharp on screens of twice the usual density
_RADIUS = 6


@dataclass(frozen=True)
class _Key:
    path: Path
    boxes: tuple[Box, ...]
    colour: str


class Thumbnails(Pictures[_Key]):
    """Thumbnails by step."""

    def __init__(self, kept: int) -> None:
        super().__init__(_draw, kept)

    def of(self, shown: ShownStep, colour: str) -> QImage | None:
        """Return the step's thumbnail with its targets in a colour, or None and have it drawn."""
        return self.get(_Key(shown.screenshot, targets(shown.step.action), colour))

    @staticmethod
    def shows(key: object, shown: ShownStep) -> bool:
        """Whether the picture of this key is the step's."""
        return isinstance(key, _Key) and key.path == shown.screenshot


def _draw(key: _Key) -> QImage:
    image = read_picture(key.path, SIZE * _SCALE)
    size = image.size().scaled(SIZE * _SCALE, Qt.AspectRatioMode.KeepAspectRatio)
    made = rounded(image, size, _RADIUS * _SCALE)
    if made.isNull():  # the recording was moved away
        return made
    painter = QPainter(made)
    draw_targets(painter, QRectF(made.rect()), key.boxes, key.colour, width=1.5 * _SCALE)
    painter.end()
    made.setDevicePixelRatio(_SCALE)
    return made

"""Screenshots for the widgets: read and drawn on threads, kept while they are likely to be seen again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from PIL import Image
from PySide6.QtCore import QObject, QRectF, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath

_LONGEST_SIDE = 1920

K = TypeVar("K", bound=Hashable)


def as_picture(image: Image.Image) -> QImage:
    """Return an RGB image for showing, shrunk by a whole factor where it is huge. Any thread may call."""
    factor = -(-max(image.size) // _LONGEST_SIDE)
    small = image.reduce(factor) if factor > 1 else image
    data = small.tobytes()
    return QImage(data, small.width, small.height, small.width * 3, QImage.Format.Format_RGB888).copy()


def read_picture(path: Path, most: QSize) -> QImage:
    """Read a screenshot at no more than this size; a null image where it cannot be read. Any thread may call."""
    reader = QImageReader(str(path))
    size = reader.size()
    reader.setScaledSize(size.scaled(size.boundedTo(most), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def rounded(image: QImage, size: QSize, radius: float) -> QImage:
    """Return the image scaled to the size, with round corners. Any thread may call."""
    if image.isNull():
        return image
    small = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    made = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(made.rect()), radius, radius)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(shape)
    painter.drawImage(0, 0, small)
    painter.end()
    return made


class Pictures(QObject, Generic[K]):
    """Pictures that `make` draws on a thread, the latest `kept` of them; what is not there yet comes by signal.

    Signals:
        came: A picture that was asked for can be had now (its key).
    """

    came = Signal(object)
    _was_made = Signal(object, QImage)

    def __init__(self, make: Callable[[K], QImage], kept: int) -> None:
        super().__init__()
        self._make, self._kept = make, kept
        self._pictures: OrderedDict[K, QImage] = OrderedDict()
        self._asked: set[K] = set()
        self._was_made.connect(self._on_made)

    def get(self, key: K) -> QImage | None:
        """Return the picture, or None and have it made."""
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        if key not in self._asked:
            self._asked.add(key)
            QThreadPool.globalInstance().start(partial(self._work, key))
        return None

    def _work(self, key: K) -> None:
        """Make one picture; a thread of the pool calls."""
        self._was_made.emit(key, self._make(key))

    @Slot(object, QImage)
    def _on_made(self, key: K, image: QImage) -> None:
        self._asked.discard(key)
        self._pictures[key] = image
        if len(self._pictures) > self._kept:
            self._pictures.popitem(last=False)
        self.came.emit(key)

"""Screenshots for the widgets: read from disk on threads, kept while they are likely to be seen again."""

from collections import OrderedDict
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QObject, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QImageReader, QPixmap

_LONGEST_SIDE = 1920


def as_picture(image: Image.Image) -> QImage:
    """Return an RGB image for showing, shrunk by a whole factor where it is huge. Any thread may call."""
    factor = -(-max(image.size) // _LONGEST_SIDE)
    small = image.reduce(factor) if factor > 1 else image
    data = small.tobytes()
    return QImage(data, small.width, small.height, small.width * 3, QImage.Format.Format_RGB888).copy()


class Pictures(QObject):
    """Screenshots of at most `size`, the latest `kept` of them; what is not there yet comes by signal.

    Signals:
        came: A picture that was asked for can be had now (its path).
    """

    came = Signal(object)
    _was_read = Signal(object, QImage)

    def __init__(self, size: QSize, kept: int) -> None:
        super().__init__()
        self._size, self._kept = size, kept
        self._pictures: OrderedDict[Path, QPixmap] = OrderedDict()
        self._asked: set[Path] = set()
        self._was_read.connect(self._on_read)

    def get(self, path: Path) -> QPixmap | None:
        """Return the picture, or None and have it read."""
        if path in self._pictures:
            self._pictures.move_to_end(path)
            return self._pictures[path]
        if path not in self._asked:
            self._asked.add(path)
            QThreadPool.globalInstance().start(partial(self._read, path))
        return None

    def _read(self, path: Path) -> None:
        """Read one file; a thread of the pool calls."""
        reader = QImageReader(str(path))
        reader.setScaledSize(reader.size().scaled(self._size, Qt.AspectRatioMode.KeepAspectRatio))
        self._was_read.emit(path, reader.read())

    @Slot(object, QImage)
    def _on_read(self, path: Path, image: QImage) -> None:
        self._asked.discard(path)
        self._pictures[path] = QPixmap.fromImage(image)
        if len(self._pictures) > self._kept:
            self._pictures.popitem(last=False)
        self.came.emit(path)

"""A picture in a file: that it is one, and its size."""

import io
import struct
import warnings
from typing import ClassVar

from PIL import Image, UnidentifiedImageError

from tasks.checks.base import BaseCheck, Finding, Unseen
from tasks.checks.fields import Path, Whole
from tasks.checks.files import paths
from tasks.checks.machine import Machine

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF", "ICO", "PPM")  # Pillow runs Ghostscript for others
_AS_READERS_FAIL = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    ArithmeticError,
    LookupError,
    TypeError,
    RuntimeError,
    MemoryError,
    struct.error,
)


def open_picture(content: bytes, name: str) -> Image.Image:
    """Return a whole picture as RGB; raise `Unseen` where the bytes are none, or are cut off."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of damaged remarks about the picture
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=_FORMATS)
            return picture.convert("RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unseen(f"{name} has too many pixels to look at", certain=False) from error
    except UnidentifiedImageError as error:
        raise Unseen(f"{name} is no picture", certain=False) from error
    except _AS_READERS_FAIL as error:
        raise Unseen(f"{name} is a damaged picture: {error}", certain=False) from error


class PictureCheck(BaseCheck):
    """A file is a picture, of a width and height in pixels where they are asked for."""

    kind: ClassVar[str] = "picture"

    picture: Path
    size: tuple[Whole, Whole] | None = None

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        return f"the picture {self.picture}" + (f", {_written(self.size)} pixels" if self.size else "")

    def look(self, machine: Machine) -> Finding:
        """Judge the picture."""
        path = paths.in_home(machine, self.picture)
        picture = open_picture(paths.read(path), path.name)
        return self.found(self.size in (None, picture.size), f"{_written(picture.size)} pixels", picture)


def _written(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"

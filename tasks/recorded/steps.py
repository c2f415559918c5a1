"""A recorded step: a screenshot of somebody's task, what was wanted then, and what was right to do.

Pure data, read from a published folder as a stream. A screenshot stays on disk until a model is asked about it.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Generic, NamedTuple, TypeAlias, TypeVar

from PIL import Image, UnidentifiedImageError
from pydantic import Field

from actions.schema import Action, Box

Gold = TypeVar("Gold")
"""What a benchmark's own rule compares a prediction with."""

Pixels: TypeAlias = Annotated[int, Field(gt=0, le=1_000_000)]
"""The length of a picture's side."""

Size: TypeAlias = tuple[Pixels, Pixels]
"""Width and height in pixels."""

Group: TypeAlias = tuple[str, str]
"""By what a breakdown parts the steps, and where this one falls: `("platform", "windows")`."""

_BROKEN_IMAGE = (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning)
"""What Pillow raises for a file that is no whole picture."""


class BadRecordError(Exception):
    """A record cannot be used; the sentence says why, and whoever knows the file and the record puts them before it."""


class Place(NamedTuple):
    """Where a record stands: its file, as seen from the data's folder, and its id or number there."""

    file: str
    record: str


@dataclass(frozen=True)
class Skipped:
    """A record that is left out, and why in a sentence."""

    place: Place
    reason: str


@dataclass(frozen=True)
class Screenshot:
    """A picture on disk, or its encoded bytes; `annotated` is the size that the record gives it.

    Where there is no picture at all, the size is what predictions can still be scored by.
    """

    path: Path | None = None
    data: bytes | None = field(default=None, repr=False)
    annotated: Size | None = None

    @property
    def size(self) -> Size:
        """The annotated size, else the picture's own. Raises `BadRecordError`."""
        if self.annotated:
            return self.annotated
        with self._opened() as image:
            return image.size

    @property
    def size_at_hand(self) -> Size | None:
        """The size, as far as it is known without a file being opened."""
        if self.data is None:
            return self.annotated
        try:
            return self.size
        except BadRecordError:
            return None

    def open(self) -> Image.Image:
        """Return the whole picture as RGB. Raises `BadRecordError`."""
        with self._opened() as image:
            return image.convert("RGB")

    @contextmanager
    def _opened(self) -> Iterator[Image.Image]:
        name = self.path.name if self.path else "in the record"
        source = self.path if self.data is None else io.BytesIO(self.data)
        if source is None:
            raise BadRecordError("the record has no screenshot.")
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                with Image.open(source) as image:
                    yield image
        except FileNotFoundError as error:
            raise BadRecordError(f"the screenshot {name} is missing.") from error
        except UnidentifiedImageError as error:
            raise BadRecordError(f"the screenshot {name} is no picture.") from error
        except _BROKEN_IMAGE as error:
            raise BadRecordError(f"the screenshot {name} cannot be read: {error}.") from error


@dataclass(frozen=True)
class EarlierStep:
    """A step of the same task before this one, as later prompts tell it: what was seen, done, and why."""

    id: str
    screenshot: Screenshot
    actions: tuple[Action, ...]
    reason: str = ""


@dataclass(frozen=True)
class RecordedStep(Generic[Gold]):
    """One question to a model.

    `actions` is what was right to do in the words of our own schema, one or several for the same screenshot: it is what
    later prompts tell of this step, and as a prediction it scores 1. `gold` is what the benchmark's rule goes by.
    `boxes` (thousandths) are what a report draws. `earlier` are the steps before it, oldest first; steps of the same
    `task` follow each other. `notice` is said to the model beside the goal; `instruction` are the benchmark's own words
    where the goal puts them differently.
    """

    id: str
    place: Place
    goal: str
    screenshot: Screenshot
    actions: tuple[Action, ...]
    gold: Gold
    groups: tuple[Group, ...] = ()
    boxes: tuple[Box, ...] = ()
    earlier: tuple[EarlierStep, ...] = ()
    task: str = ""
    reason: str = ""
    notice: str = ""
    instruction: str = ""

    def as_earlier(self) -> EarlierStep:
        """Return this step as the next ones tell it."""
        return EarlierStep(self.id, self.screenshot, self.actions, self.reason)

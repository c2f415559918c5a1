"""The pictures of a page: each held once, scaled and encoded so that all of them stay within a bound of bytes.

A page of a few tasks shows its screenshots as they were taken; with hundreds of tasks they get smaller, and where the
bound is reached, those of what passed are left out first. What is left out stays a file of the folder, and is named.
"""

import base64
import io
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from PIL import Image

from agent.errors import RecordingError
from ui.report.words import Words

MOST_BYTES = 18_000_000
"""What all pictures may take; a third more as text in the page."""

LEFT_OUT = "Left out to keep this page small: {file}"

Load = Callable[[], Image.Image]
"""Opens a picture. Raises `RecordingError` with a sentence where it cannot be opened."""


class Size(NamedTuple):
    """The greatest width of a picture in pixels, and the quality of its WebP."""

    width: int
    quality: int


_SIZES = ((150, Size(1280, 75)), (400, Size(960, 65)), (2000, Size(720, 55)))  # up to so many pictures
_SMALLEST = Size(560, 50)


@dataclass(frozen=True)
class _Wanted:
    key: str
    load: Load
    file: str
    rank: int


class Album:
    """Pictures that a page wants to show, each under a key."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._wanted: dict[str, _Wanted] = {}

    def add(self, load: Load, file: str, rank: int) -> str:
        """Return the key of a picture; `file` names it for the reader, and a lower `rank` is kept first."""
        if file not in self._wanted:
            self._wanted[file] = _Wanted(f"p{len(self._wanted)}", load, file, rank)
        return self._wanted[file].key

    def pictures(self, most_bytes: int = MOST_BYTES) -> dict[str, dict[str, str]]:
        """Return for each key its `url`, or the key that has the `same`, or the `lack`: a sentence in its place."""
        ranked = sorted(self._wanted.values(), key=lambda wanted: wanted.rank)
        found: dict[str, dict[str, str]] = {}
        first: dict[bytes, str] = {}
        for wanted, data in _encoded(ranked, _size(len(ranked))):
            if isinstance(data, str):
                found[wanted.key] = {"lack": data}
            elif (same := first.setdefault(sha256(data).digest(), wanted.key)) != wanted.key:
                found[wanted.key] = found[same] if "lack" in found[same] else {"same": same}
            elif (most_bytes := most_bytes - len(data)) < 0:
                found[wanted.key] = {"lack": self._words(LEFT_OUT).format(file=wanted.file)}
            else:
                found[wanted.key] = {"url": _url(data)}
        return found


def _size(pictures: int) -> Size:
    return next((size for most, size in _SIZES if pictures <= most), _SMALLEST)


def _encoded(wanted: Iterable[_Wanted], size: Size) -> Iterator[tuple[_Wanted, bytes | str]]:
    """Yield each picture's WebP, or why there is none; Pillow encodes on as many cores as there are."""
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        listed = list(wanted)
        yield from zip(listed, threads.map(lambda one: _webp(one.load, size), listed), strict=True)


def _webp(load: Load, size: Size) -> bytes | str:
    try:
        image = load()
    except RecordingError as error:
        return str(error)
    if image.width > size.width:
        image = image.resize((size.width, max(1, round(image.height * size.width / image.width))), reducing_gap=2.0)
    data = io.BytesIO()
    image.save(data, "WEBP", quality=size.quality, method=1)
    return data.getvalue()


def _url(data: bytes) -> str:
    return "data:image/webp;base64," + base64.b64encode(data).decode("ascii")

"""TFRecords: byte strings one after the other, each between its length and checksums, gzip around all of it or not.

A record is its length (8 bytes, little endian), that length's checksum, the bytes, and theirs; checksums are CRC-32C,
rotated and shifted (TensorFlow, "TFRecord and tf.train.Example", and its record_writer.h). Knows not what they hold.
"""

import gzip
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from tasks.recorded.formats.files import inner_name
from tasks.recorded.formats.needed import needed
from tasks.recorded.steps import Place, Skipped

_GZIP = b"\x1f\x8b"
_HEADER = struct.Struct("<QI")
_CHECKSUM = struct.Struct("<I")
_MASK = 0xA282EAD8
_LONGEST = 1 << 29  # bytes of one record
_UNREADABLE = (OSError, EOFError, zlib.error)  # OSError is what gzip raises for a wrong checksum too

_Checksum: TypeAlias = Callable[[bytes], int]


@dataclass(frozen=True)
class Frame:
    """The bytes of one record, and where it stands: its number in its file, from 1."""

    place: Place
    data: bytes


def frames(path: Path, root: Path) -> Iterator[Frame | Skipped]:
    """Yield a file's records one by one; places are told as seen from `root`.

    One whose checksum is wrong costs only itself; after a broken length nothing can be found. Raises `ScoreError`
    where no package computes checksums.
    """
    checksum = cast(_Checksum, needed("crc32c", "TFRecord").crc32c)
    name = inner_name(path, root)
    number = 0
    try:
        with _opened(path) as file:
            for number, data in enumerate(_records(file, checksum), 1):
                place = Place(name, str(number))
                yield (
                    Skipped(place, "its checksum is wrong: the file is damaged.")
                    if data is None
                    else Frame(place, data)
                )
    except (_BrokenError, *_UNREADABLE) as error:
        yield Skipped(Place(name, f"{number + 1} and all after it"), f"the file cannot be read on: {error}.")


class _BrokenError(Exception):
    """Nothing after this can be found."""


def _opened(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        is_packed = file.read(len(_GZIP)) == _GZIP
    return cast(BinaryIO, gzip.open(path)) if is_packed else path.open("rb")


def _records(file: BinaryIO, checksum: _Checksum) -> Iterator[bytes | None]:
    """Yield the records; None for one that is damaged."""
    while header := file.read(_HEADER.size):
        length, right = _HEADER.unpack(_whole(header, _HEADER.size))
        if _masked(checksum(header[:8])) != right or length > _LONGEST:
            raise _BrokenError("the length of a record is damaged, or it is no TFRecord")
        data = _whole(file.read(length), length)
        (right,) = _CHECKSUM.unpack(_whole(file.read(_CHECKSUM.size), _CHECKSUM.size))
        yield data if _masked(checksum(data)) == right else None


def _whole(data: bytes, length: int) -> bytes:
    if len(data) < length:
        raise _BrokenError("it breaks off within a record")
    return data


def _masked(crc: int) -> int:
    return ((crc >> 15 | crc << 17) + _MASK) & 0xFFFFFFFF

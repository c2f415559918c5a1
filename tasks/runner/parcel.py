"""Files that travel to another machine and back, as one bounded archive."""

import io
import tarfile
import zlib
from collections.abc import Iterable
from pathlib import Path

MOST = 256 * 2**20
"""Bytes that a parcel's files may have together."""


class ParcelError(Exception):
    """Files are too large to travel, or what came is no parcel; the sentence says which."""


def packed(files: Iterable[Path], folder: Path) -> bytes:
    """Return an archive of plain files of a folder, without their owners. Raises `ParcelError`, and `OSError`."""
    archive, size = io.BytesIO(), 0
    with tarfile.open(fileobj=archive, mode="w:gz", compresslevel=1, dereference=True) as tar:
        for file in sorted(files):
            size += file.stat().st_size
            if size > MOST:
                raise ParcelError(f"The files of {folder} are larger than {MOST // 2**20} MiB together.")
            tar.add(file, file.relative_to(folder), filter=_of_nobody)
    return archive.getvalue()


def unpack(parcel: bytes, folder: Path) -> None:
    """Write the files of a parcel to a folder, and nothing outside of it. Raises `ParcelError`, and `OSError`."""
    try:
        with tarfile.open(fileobj=io.BytesIO(parcel), mode="r:gz") as tar:
            tar.extractall(folder, members=list(_bounded(tar)), filter="data")
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise ParcelError(f"What came for {folder} is no parcel: {error}.") from error


def _bounded(tar: tarfile.TarFile) -> Iterable[tarfile.TarInfo]:
    size = 0
    for member in tar:
        size += member.size
        if size > MOST:
            raise ParcelError(f"What came is larger than {MOST // 2**20} MiB.")
        yield member


def _of_nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member

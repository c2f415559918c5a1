"""Files that only their owner may read, whatever the umask, and files that lie where they seem to lie."""

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from agent.screen.screen import png

_NOT_ON_WINDOWS = ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC")
_BINARY: int = getattr(os, "O_BINARY", 0)  # Windows alone would turn \n into \r\n
_NO_FOLLOW, _NO_WAIT, _CLOSE = (int(getattr(os, name, 0)) for name in _NOT_ON_WINDOWS)


def make_folder(folder: Path) -> bool:
    """Make a folder that only its owner may enter, or make an empty one that; say whether it is a new one."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    is_new = True
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        is_new = False
        if any(folder.iterdir()):
            return is_new  # it holds other things too, and who may see them is not ours to say
    folder.chmod(0o700)
    return is_new


def create(path: Path) -> int:
    """Return a descriptor that appends to a new file; every write reaches the system at once."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | _BINARY | _NO_FOLLOW | _CLOSE
    descriptor = os.open(path, flags, 0o600)
    path.chmod(0o600)
    return descriptor


def write_whole(descriptor: int, data: bytes) -> None:
    """Write all of the data."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def replace(path: Path, data: bytes) -> None:
    """Put a whole new file in the place of what bore its name, which is never written through."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = create(part)
    try:
        try:
            write_whole(descriptor, data)
        finally:
            os.close(descriptor)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise


def write_png(image: Image.Image, path: Path) -> None:
    """Write an RGB picture, fast rather than small."""
    replace(path, png(image))


def open_inside(folder: Path, name: str) -> BinaryIO:
    """Open a plain file of the folder itself for reading: no link, no pipe, nothing in another folder."""
    path = folder / name
    if name in ("", ".", "..") or "/" in name or path.name != name or path.is_symlink():
        raise OSError(errno.EINVAL, "is no plain file of this folder", name)
    descriptor = os.open(path, os.O_RDONLY | _BINARY | _NO_FOLLOW | _NO_WAIT | _CLOSE)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "is no plain file of this folder", name)
    return os.fdopen(descriptor, "rb")

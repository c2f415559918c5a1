"""The files that a check reads: where a path leads, and that it leads nowhere else.

A task's paths stay inside its own folder and the run's home, links included, unless the task is trusted. What an
application left there may be anything: a pipe, a device, a file without end.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from tasks.checks.base import CheckFault, Unseen
from tasks.checks.machine import Machine

MOST_BYTES = 64 << 20
"""No file that is read as a whole is larger: 64 MB."""


def in_home(machine: Machine, path: str) -> Path:
    """Return the absolute path that a check means by one: relative ones and `~` start at the home.

    Raises `CheckFault` where it leaves the home and the task's folder, `Unseen` where a link on the way does.
    """
    return _inside(machine, machine.home, path)


def in_folder(machine: Machine, path: str) -> Path:
    """Return the absolute path of what the task brings: relative ones start at its folder. Raises as `in_home`."""
    return _inside(machine, machine.folder, path)


@contextmanager
def opened(path: Path) -> Iterator[BufferedReader]:
    """Open a regular file; raise `Unseen` where there is none, or it cannot be read."""
    with _saying(path):
        number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)  # a pipe would wait for a writer
        mode = os.fstat(number).st_mode
        if not stat.S_ISREG(mode):
            os.close(number)
            raise Unseen(f"{path.name} is {_kind_of(mode)}")
        with os.fdopen(number, "rb") as file:
            yield file


def read(path: Path) -> bytes:
    """Return a file's bytes; raise `Unseen` as `opened`, and where it is very large."""
    with opened(path) as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Unseen(f"{path.name} is larger than {MOST_BYTES >> 20} MB", certain=False)
    return content


def read_text(path: Path) -> str:
    """Return a file's text, which is UTF-8; raise `Unseen` as `read`, and where it is not."""
    content = read(path)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise Unseen(f"{path.name} is no UTF-8 text: {_byte_at(content, error.start)}", certain=False) from error


def kind(path: Path) -> str | None:
    """Say what stands at a path; None for nothing. Raises `Unseen` where nobody can know."""
    with _saying(path):
        try:
            return _kind_of(path.stat().st_mode)
        except (FileNotFoundError, NotADirectoryError):
            return None


def _kind_of(mode: int) -> str:
    kinds = {stat.S_IFREG: "a file", stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}
    return kinds.get(stat.S_IFMT(mode), "a device")


def _inside(machine: Machine, start: Path, path: str) -> Path:
    if "\0" in path:
        raise CheckFault("A path holds a zero character, which no file's name has.")
    if path == "~" or path.startswith("~/"):
        start, path = machine.home, path[2:]
    place = Path(os.path.normpath((start / path).absolute()))
    if machine.trusted:
        return place
    if not _lies_in(place, machine):
        raise CheckFault(f"{path} leads out of the home and the task's folder: trust the task to let it.")
    with _saying(place):
        real = place.resolve()
    if not any(real.is_relative_to(top.resolve()) for top in (machine.home, machine.folder)):
        raise Unseen(f"{place.name} lies behind a link that leads out of the home", certain=False)
    return real


def _lies_in(place: Path, machine: Machine) -> bool:
    return any(place.is_relative_to(os.path.normpath(top.absolute())) for top in (machine.home, machine.folder))


@contextmanager
def _saying(path: Path) -> Iterator[None]:
    """Say what the operating system has against a path."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Unseen(f"no {path.name}") from error
    except (OSError, RuntimeError) as error:  # a loop of links is a RuntimeError before Python 3.13
        reason = error.strerror if isinstance(error, OSError) else "its links go in a circle"
        raise Unseen(f"{path.name} cannot be read: {reason}", certain=False) from error


def _byte_at(content: bytes, place: int) -> str:
    return f"byte {place + 1} is 0x{content[place]:02x}"

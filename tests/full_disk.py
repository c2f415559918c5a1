"""Disks that take no more: a real one that is tiny, and a limit of files' sizes that needs no rights."""

import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes, here and in the processes that are started meanwhile."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


class TinyDisk:
    """A disk in memory of so many KiB at this folder, while entered. Skips the test where none may be mounted."""

    def __init__(self, folder: Path, size: int) -> None:
        self.folder, self._size = folder, size

    def __enter__(self) -> "TinyDisk":
        self.folder.mkdir()
        try:
            self._mount(f"size={self._size}k")
        except (OSError, subprocess.CalledProcessError) as error:
            pytest.skip(f"a disk can be mounted by root alone: {error}")
        return self

    def __exit__(self, *_: object) -> None:
        subprocess.run(["umount", "--lazy", str(self.folder)], check=True)  # noqa: S607 - wherever it is

    def fill(self) -> None:
        """Leave no room."""
        with suppress(OSError), (self.folder / "much").open("wb", buffering=0) as file:
            while file.write(b"0" * 4096):
                pass

    def grow(self, size: int) -> None:
        """Give it so many KiB."""
        self._mount(f"remount,size={size}k")

    def _mount(self, options: str) -> None:
        command = ["mount", "-t", "tmpfs", "-o", options, "deskhand-test", str(self.folder)]
        subprocess.run(command, check=True, capture_output=True)

"""Keyboard layouts of the test display, set as a user would."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def keyboard_layout(name: str, variant: str = "") -> Iterator[None]:
    """Use a layout (`de`, `us,ru`, …) while entered."""
    _set_layout(name, variant)
    try:
        yield
    finally:
        _set_layout("us", "")


def _set_layout(name: str, variant: str) -> None:
    command = ["setxkbmap", "-layout", name, "-variant", variant]
    subprocess.run(command, check=True)

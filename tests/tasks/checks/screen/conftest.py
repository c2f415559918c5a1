"""The suite's display, as checks look at it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from model.sight.ocr import Ocr
from tasks.checks import Machine
from tasks.checks.screen.live import LiveDesktop
from tasks.displays import VirtualDisplay


@pytest.fixture(scope="module")
def desktop(display: VirtualDisplay) -> Iterator[LiveDesktop]:
    ocr = Ocr()
    with LiveDesktop(ocr) as live:
        yield live
    ocr.close()


@pytest.fixture
def seen(machine: Machine, desktop: LiveDesktop) -> Machine:
    """A machine whose desktop is there to be looked at."""
    return replace(machine, desktop=desktop)

"""Fixtures that several packages' tests share."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tasks.displays import VirtualDisplay
from tests.monitors import TwoMonitors

os.environ["HF_HUB_OFFLINE"] = "1"

settings.register_profile("untimed", deadline=None)  # how long an example takes says how busy the machine is
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def display() -> Iterator[VirtualDisplay]:
    """The suite's one virtual display: pyautogui and Qt bind a display once in a process."""
    with VirtualDisplay((1280, 800)) as virtual, virtual.in_this_process():
        yield virtual


@pytest.fixture
def two_monitors(display: VirtualDisplay) -> Iterator[TwoMonitors]:
    """The suite's display as two monitors."""
    with TwoMonitors() as monitors:
        yield monitors

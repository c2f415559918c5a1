"""Finding windows on a real display."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from agent.errors import DesktopError
from agent.screen import Screen, Window
from agent.windows.bound import NamedWindow
from tasks.displays import VirtualDisplay
from tests.actions.windows import bring_to_front

pytestmark = pytest.mark.display


@pytest.fixture(scope="module")
def window(display: VirtualDisplay) -> Iterator[NamedWindow]:
    with subprocess.Popen([sys.executable, "-m", "ui.probe_window"], stdout=subprocess.PIPE) as process:
        bring_to_front("Deskhand doctor")
        named = NamedWindow("deskhand DOCTOR")
        yield named
        named.close()
        process.terminate()


def test_a_window_is_found_by_part_of_its_title_in_any_case(window: NamedWindow) -> None:
    assert window.locate()[2:] == (240, 240)


def test_a_screenshot_of_a_window_shows_only_its_content(window: NamedWindow) -> None:
    window.raise_to_front()
    with Screen(Window(window.locate)) as screen:
        observation, _ = screen.observe()
    assert observation.image.size == (240, 240)
    assert observation.image.getpixel((120, 120)) == (255, 0, 255)


def test_a_window_that_is_not_there_is_said_with_those_that_are(window: NamedWindow) -> None:
    missing = NamedWindow("no such window")
    with pytest.raises(DesktopError, match=r"there is .*“Deskhand doctor”"):
        missing.locate()
    missing.close()

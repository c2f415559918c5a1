"""Screenshots of a real X display."""

import os
from collections.abc import Iterator

import pytest

from actions.geometry import Rect, View
from agent.errors import DesktopError
from agent.screen.screen import Monitor, Screen, Window
from model.base import COVER
from tasks.displays import VirtualDisplay
from tests.monitors import TwoMonitors

pytestmark = pytest.mark.display


@pytest.fixture
def environment(display: VirtualDisplay) -> Iterator[None]:
    before = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)


def test_an_observation_and_its_frame_show_the_same(display: VirtualDisplay) -> None:
    with Screen() as screen:
        observation, frame = screen.observe()
    assert observation.image.size == (1280, 800)
    assert observation.view.rect == Rect(0, 0, 1280, 800)
    red, green, blue = observation.image.getpixel((640, 400))  # type: ignore[misc]
    assert frame[400, 640] == red << 16 | green << 8 | blue


def test_a_window_is_captured_where_it_is(display: VirtualDisplay) -> None:
    with Screen(Window(lambda: Rect(100, 50, 300, 200))) as screen:
        observation, _ = screen.observe()
    assert observation.image.size == (300, 200)
    assert observation.view.rect == Rect(100, 50, 300, 200)


def test_a_window_that_hangs_over_the_edge_is_cut(display: VirtualDisplay) -> None:
    with Screen(Window(lambda: Rect(-50, 700, 300, 200))) as screen:
        assert screen.view.rect == Rect(0, 700, 250, 100)


def test_zero_is_the_whole_desktop(display: VirtualDisplay) -> None:
    with Screen(Monitor(0)) as screen:
        assert screen.view.rect == Rect(0, 0, 1280, 800)


def test_a_monitor_that_is_not_there_is_said_with_those_that_are(display: VirtualDisplay) -> None:
    with pytest.raises(DesktopError, match=r"no monitor 7; there is 1 \(1280x800\)"):
        Screen(Monitor(7))


def test_each_monitor_is_captured_where_it_is(two_monitors: TwoMonitors) -> None:
    with Screen(Monitor(2)) as screen:
        observation, _ = screen.observe()
    assert observation.image.size == (640, 800)
    assert observation.view == View(Rect(640, 0, 640, 800), (Rect(0, 0, 640, 800), Rect(640, 0, 640, 800)))


def test_an_unplugged_monitor_is_said(two_monitors: TwoMonitors) -> None:
    with Screen(Monitor(2)) as screen:
        screen.observe()
        two_monitors.unplug("right")
        with pytest.raises(DesktopError, match=r"Monitor 2 \(640x800\) is gone"):
            screen.observe()


def test_a_monitor_is_followed_when_another_is_unplugged(two_monitors: TwoMonitors) -> None:
    with Screen(Monitor(2)) as screen:
        screen.observe()
        two_monitors.unplug("left")
        observation, _ = screen.observe()
    assert observation.view == View(Rect(640, 0, 640, 800), (Rect(640, 0, 640, 800),))


def test_what_is_covered_is_grey_in_the_observation_and_its_frame(display: VirtualDisplay) -> None:
    with Screen(Window(lambda: Rect(100, 50, 300, 200)), covers=lambda: [Rect(90, 60, 20, 10)]) as screen:
        observation, frame = screen.observe()
    assert observation.image.getpixel((9, 19)) == COVER
    assert observation.image.getpixel((10, 19)) != COVER
    assert observation.image.getpixel((9, 20)) != COVER
    assert frame[10, 0] == 0x7F8081


def test_no_display_is_said(environment: None) -> None:
    del os.environ["DISPLAY"]
    with pytest.raises(DesktopError, match="no display"):
        Screen()


def test_a_display_that_is_not_there_is_said(environment: None) -> None:
    os.environ["DISPLAY"] = ":9876"
    with pytest.raises(DesktopError, match=":9876 cannot be captured"):
        Screen()


def test_wayland_is_said_with_what_works(environment: None) -> None:
    os.environ["WAYLAND_DISPLAY"] = "wayland-0"
    with pytest.raises(DesktopError, match="--display virtual"):
        Screen()

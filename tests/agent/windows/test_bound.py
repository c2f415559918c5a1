"""A run's own window on a real display: found by its title, and then the same one through whatever happens to it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from PIL import ImageColor
from Xlib import Xutil

from actions.geometry import Rect
from actions.x11.events import close_display, open_display
from actions.x11.windows import X11Windows
from agent.errors import DesktopError
from agent.screen.screen import Screen, Window
from agent.windows.bound import BoundWindow, bind_window
from tasks.displays import VirtualDisplay
from tests.actions.windows import bring_to_front
from tests.bare_windows import PLACE, BareWindows
from tests.waiting import wait_until

pytestmark = [pytest.mark.display, pytest.mark.alone]

MAGENTA = ImageColor.getrgb("magenta")


@pytest.fixture
def probe(display: VirtualDisplay) -> Iterator[subprocess.Popen[bytes]]:
    """A window of another program, magenta all over."""
    with subprocess.Popen([sys.executable, "-m", "ui.probe_window"], stdout=subprocess.PIPE) as process:
        bring_to_front("Deskhand doctor")
        yield process
        process.terminate()
        process.wait()
        wait_until(lambda: "Deskhand doctor" not in listed_titles())  # the next test's is another one


@pytest.fixture
def window(probe: subprocess.Popen[bytes]) -> Iterator[BoundWindow]:
    with closing(bind_window("deskhand DOCTOR")) as window:
        yield window


@pytest.fixture
def windows(display: VirtualDisplay) -> Iterator[BareWindows]:
    with BareWindows() as windows:
        yield windows


def screen_of(window: BoundWindow) -> Screen:
    return Screen(Window(window.locate, window.raise_to_front))


def listed_titles() -> list[str]:
    display = open_display()
    try:
        windows = X11Windows(display)
        return [windows.title(window) for window in windows.listed()]
    finally:
        close_display(display)


def is_viewable(window: object) -> bool:
    return bool(window.get_attributes().map_state == 2)  # type: ignore[attr-defined]


def test_it_is_found_by_part_of_its_title_in_any_case(window: BoundWindow) -> None:
    assert window.locate()[2:] == (240, 240)


def test_a_screenshot_shows_only_its_content(window: BoundWindow) -> None:
    with screen_of(window) as screen:
        observation, _ = screen.observe()
    assert observation.image.size == (240, 240)
    assert observation.image.getpixel((120, 120)) == MAGENTA


def test_one_that_is_not_there_is_said_with_those_that_are(probe: subprocess.Popen[bytes]) -> None:
    with pytest.raises(DesktopError, match=r"there is .*“Deskhand doctor”"):
        bind_window("no such window")


def test_it_is_the_same_window_under_a_new_title(windows: BareWindows) -> None:
    opened = windows.open("First page")
    windows.open("Another", place=Rect(800, 400, 200, 100))
    with closing(bind_window("first page")) as window:
        title, utf8 = (windows.display.get_atom(name) for name in ("_NET_WM_NAME", "UTF8_STRING"))
        opened.change_text_property(title, utf8, "Second page")
        windows.display.sync()
        assert window.locate()[2:] == PLACE[2:]
        assert window.id == opened.id


def test_a_window_that_covers_it_makes_way(window: BoundWindow, windows: BareWindows) -> None:
    windows.open("Above", place=window.locate())
    with screen_of(window) as screen:
        observation, _ = screen.observe()
    assert observation.image.getpixel((120, 120)) == MAGENTA


def test_its_own_dialog_stays_above_it(windows: BareWindows) -> None:
    owner = windows.open("Owner")
    with closing(bind_window("Owner")) as window:
        windows.open("Its dialog", owner=owner, place=Rect(350, 250, 100, 50))
        window.raise_to_front()
        bring_to_front("Its dialog", seconds=1)
        window.raise_to_front()
        assert windows.active_title() == "Its dialog"


def test_a_minimised_one_is_brought_back(windows: BareWindows) -> None:
    opened = windows.open("Small")
    with closing(bind_window("Small")) as window, screen_of(window) as screen:
        minimise(windows, opened)
        wait_until(lambda: not is_viewable(opened))
        assert screen.frame().shape == (PLACE.height, PLACE.width)
        assert is_viewable(opened)


def test_one_that_its_program_hides_is_never_replaced_by_what_lies_beneath(windows: BareWindows) -> None:
    opened = windows.open("Hidden")
    with closing(bind_window("Hidden")) as window, screen_of(window) as screen:
        opened.unmap()
        windows.display.sync()
        wait_until(lambda: not is_viewable(opened))
        with pytest.raises(DesktopError, match=r"“Hidden”.* is hidden"):
            screen.frame()


def test_one_outside_the_screen_is_never_replaced_by_the_desktop(windows: BareWindows) -> None:
    windows.open("Far away")
    with closing(bind_window("Far away")) as window:
        source = Window(lambda: Rect(5000, 5000, 300, 200), window.raise_to_front)
        with Screen(source) as screen, pytest.raises(DesktopError, match="outside the screen"):
            screen.frame()


def test_a_closed_one_is_said(probe: subprocess.Popen[bytes], window: BoundWindow) -> None:
    with screen_of(window) as screen:
        screen.observe()
        probe.kill()
        probe.wait()
        wait_until(lambda: _raises(screen.frame))
        with pytest.raises(DesktopError, match="was closed"):
            screen.observe()


def _raises(look: Callable[[], object]) -> bool:
    try:
        look()
    except DesktopError:
        return True
    return False


def minimise(windows: BareWindows, window: object) -> None:
    from Xlib import X
    from Xlib.protocol.event import ClientMessage

    kind = windows.display.get_atom("WM_CHANGE_STATE")
    message = ClientMessage(window=window, client_type=kind, data=(32, [Xutil.IconicState, 0, 0, 0, 0]))
    mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
    windows.display.screen().root.send_event(message, event_mask=mask)
    windows.display.sync()

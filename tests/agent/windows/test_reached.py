"""Which window an input reaches, on a real display with a window manager."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from Xlib import Xatom

from actions.errors import ActionError
from actions.geometry import Rect
from agent.errors import DesktopError
from agent.windows.reached import UnknownWindows, X11InputWindows
from tasks.displays import VirtualDisplay
from tests.bare_windows import PLACE, BareWindows

pytestmark = [pytest.mark.display, pytest.mark.alone]

INSIDE = (500, 300)


@pytest.fixture
def application(display: VirtualDisplay) -> Iterator[BareWindows]:
    with BareWindows() as application:
        yield application


@pytest.fixture
def windows(display: VirtualDisplay) -> Iterator[X11InputWindows]:
    windows = X11InputWindows()
    yield windows
    windows.close()


def comes_true(condition: Callable[[], bool], seconds: float = 5) -> bool:
    deadline = time.monotonic() + seconds
    while not (holds := condition()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return holds


def test_the_window_under_a_place_is_the_topmost(application: BareWindows, windows: X11InputWindows) -> None:
    application.open("Below")
    assert comes_true(lambda: windows.under(INSIDE).titles == ("Below",))
    application.open("XTerm")
    assert comes_true(lambda: windows.under(INSIDE).titles == ("XTerm",))
    found = windows.under(INSIDE)
    assert found.window_class == ("xterm", "XTerm")
    assert found.rect is not None
    assert found.rect[2:] == PLACE[2:]


def test_a_windows_frame_belongs_to_it(application: BareWindows, windows: X11InputWindows) -> None:
    application.open("Framed")
    assert comes_true(lambda: windows.under(INSIDE).titles == ("Framed",))
    rect = windows.under(INSIDE).rect
    assert rect is not None
    assert windows.under((rect.x + 100, rect.y - 8)).titles == ("Framed",)


def test_the_desktop_is_no_window(windows: X11InputWindows) -> None:
    assert windows.under((1270, 790)).titles == ()


def test_dialogs_and_menus_say_whose_they_are(application: BareWindows, windows: X11InputWindows) -> None:
    main = application.open("Editor")
    dialog = application.open("Save As", owner=main)
    assert comes_true(lambda: windows.under(INSIDE).titles == ("Save As", "Editor"))
    application.open("Menu", owner=dialog, popup=True)
    assert comes_true(lambda: windows.under(INSIDE).titles == ("Menu", "Save As", "Editor"))


def test_this_processs_own_windows_make_way(application: BareWindows, windows: X11InputWindows) -> None:
    application.open("Editor")
    assert comes_true(lambda: windows.under(INSIDE).titles == ("Editor",))
    overlay = application.open("Overlay", popup=True)
    assert comes_true(lambda: windows.under(INSIDE).titles[:1] == ("Overlay",))
    pid = application.display.intern_atom("_NET_WM_PID")
    overlay.change_property(pid, Xatom.CARDINAL, 32, [os.getpid()])
    application.display.sync()
    assert windows.under(INSIDE).titles == ("Editor",)


def test_keys_reach_the_window_with_the_focus(application: BareWindows, windows: X11InputWindows) -> None:
    application.open("First", place=Rect(100, 100, 200, 100))
    application.open("Second")
    assert comes_true(lambda: windows.focused().titles == ("Second",))


def test_owners_that_own_each_other_end(application: BareWindows, windows: X11InputWindows) -> None:
    one = application.open("One", popup=True)
    other = application.open("Other", owner=one, popup=True)
    one.set_wm_transient_for(other)
    application.display.sync()
    assert "One" in windows.under(INSIDE).titles


def test_the_window_in_front_is_brought_back(application: BareWindows, windows: X11InputWindows) -> None:
    application.open("Operated")
    assert comes_true(lambda: windows.focused().titles == ("Operated",))
    with windows.kept_in_front():
        application.open("Terminal")
        assert comes_true(lambda: windows.focused().titles == ("Terminal",))
    assert comes_true(lambda: windows.focused().titles == ("Operated",))
    assert comes_true(lambda: windows.under(INSIDE).titles == ("Operated",))


def test_a_window_that_is_gone_cannot_be_brought_back(application: BareWindows, windows: X11InputWindows) -> None:
    operated = application.open("Operated")
    assert comes_true(lambda: windows.focused().titles == ("Operated",))
    asking = ExitStack()
    asking.enter_context(windows.kept_in_front())
    application.open("Terminal")
    assert comes_true(lambda: windows.focused().titles == ("Terminal",))
    operated.destroy()
    application.display.sync()
    with pytest.raises(ActionError, match="Look again"):
        asking.close()


def test_a_display_that_was_closed_is_said(display: VirtualDisplay) -> None:
    with VirtualDisplay((640, 480)) as small, small.in_this_process():
        windows = X11InputWindows()
    with pytest.raises(DesktopError, match="display was closed"):
        windows.under(INSIDE)


def test_other_systems_know_no_windows() -> None:
    windows = UnknownWindows()
    assert windows.under((0, 0)) == windows.focused()
    assert windows.focused().titles == ()
    assert windows.pointer() is None
    with windows.kept_in_front():
        pass

"""Who says what has the focus: real applications, on a real accessibility bus of the test display."""

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

from agent.errors import DesktopError
from agent.windows.accessibility import (
    Accessibility,
    Control,
    FocusedElement,
    NoAccessibility,
    TextField,
    connect_accessibility,
    open_accessibility,
)
from agent.windows.reached import X11InputWindows
from tasks.displays import VirtualDisplay
from tests.actions.windows import bring_to_front
from tests.waiting import wait_until

pytestmark = [
    pytest.mark.display,
    pytest.mark.alone,
    pytest.mark.skipif(importlib.util.find_spec("jeepney") is None, reason="the extra a11y is not installed"),
]

FORMS = Path(__file__).parent / "forms"
COMMANDS = {
    "gtk": ("/usr/bin/python3", str(FORMS / "gtk_form.py")),  # where Debian's python3-gi is
    "qt": (sys.executable, str(FORMS / "qt_form.py")),
}


@pytest.fixture
def bus(display: VirtualDisplay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    """A session bus, which starts the accessibility bus when it is asked for it."""
    if not (shutil.which("dbus-daemon") and Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists()):
        pytest.skip("dbus-daemon or at-spi2-core is not installed")
    address = f"unix:path={tmp_path}/bus"
    places = [f"XDG_RUNTIME_DIR={tmp_path}", f"DBUS_SESSION_BUS_ADDRESS={address}"]
    daemon = display.start(["env", *places, "dbus-daemon", "--session", "--nofork", f"--address={address}"])
    wait_until((tmp_path / "bus").exists)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    monkeypatch.delenv("NO_AT_BRIDGE", raising=False)
    yield daemon
    daemon.terminate()
    daemon.wait(10)


class Form:
    """A real application's window, and what it says of its focus."""

    def __init__(
        self, accessibility: Accessibility, windows: X11InputWindows, process: subprocess.Popen[bytes]
    ) -> None:
        self.accessibility, self._windows, self.process = accessibility, windows, process
        self._display = Display()

    def focused(self) -> FocusedElement | None:
        return self.accessibility.focused(self._windows.focused())

    def press(self, key: str) -> None:
        code = self._display.keysym_to_keycode(XK.string_to_keysym(key))
        for kind in (X.KeyPress, X.KeyRelease):
            xtest.fake_input(self._display, kind, code)
        self._display.sync()

    def close(self) -> None:
        self._display.close()
        self.process.send_signal(signal.SIGCONT)
        self.process.terminate()
        self.process.wait(10)


@pytest.fixture(params=COMMANDS)
def form(request: pytest.FixtureRequest, bus: subprocess.Popen[bytes]) -> Iterator[Form]:
    with closing(connect_accessibility()) as accessibility, closing(X11InputWindows()) as windows:
        process = subprocess.Popen(COMMANDS[request.param], env=dict(os.environ))
        with closing(Form(accessibility, windows, process)) as form:
            bring_to_front("Form")
            wait_until(lambda: isinstance(form.focused(), TextField))
            yield form


def test_fields_and_controls_are_known_as_the_focus_goes_through_them(form: Form) -> None:
    field = form.focused()
    assert isinstance(field, TextField)
    assert not field.multi_line
    form.press("Tab")
    wait_until(lambda: form.focused() == Control(("Delete",)))
    form.press("Tab")
    wait_until(lambda: isinstance(area := form.focused(), TextField) and area.multi_line)


def test_a_field_is_a_field_only_until_the_focus_may_move(form: Form) -> None:
    form.accessibility.focus_may_move()
    assert form.focused() is None


def test_an_application_that_hangs_costs_a_moment_once(form: Form) -> None:
    form.process.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    assert form.focused() is None
    once = time.monotonic() - began
    assert 0.04 < once < 0.2  # a twentieth of a second, on a busy machine
    assert all(form.focused() is None for _ in range(100))
    assert time.monotonic() - began < once + 0.5


def test_a_bus_that_goes_away_leaves_nothing_known(form: Form, bus: subprocess.Popen[bytes]) -> None:
    bus.terminate()
    bus.wait(10)
    wait_until(lambda: form.focused() is None)
    form.accessibility.focus_may_move()


@pytest.mark.parametrize(
    "address", ["", "disabled:", "unix:path=/nowhere", "tcp:host=127.0.0.1,port=1", "nonsense", "unix:nothing=1"]
)
def test_without_a_bus_nothing_is_known(
    display: VirtualDisplay, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("AT_SPI_BUS_ADDRESS", raising=False)
    with pytest.raises(DesktopError, match="at-spi2-core"):
        connect_accessibility()
    assert isinstance(open_accessibility(), NoAccessibility)


def test_a_bus_without_a_registry_is_none(bus: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AT_SPI_BUS_ADDRESS", os.environ["DBUS_SESSION_BUS_ADDRESS"])
    assert isinstance(open_accessibility(), NoAccessibility)


def test_a_bus_that_never_answers_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AT_SPI_BUS_ADDRESS", f"unix:path={tmp_path}/deaf")
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(f"{tmp_path}/deaf")
        deaf.listen()
        began = time.monotonic()
        assert isinstance(open_accessibility(), NoAccessibility)
    assert time.monotonic() - began < 5


def test_a_virtual_display_has_no_bus(display: VirtualDisplay) -> None:
    assert isinstance(open_accessibility(), NoAccessibility)

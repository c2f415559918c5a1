"""Virtual displays, started and ended for real."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from mss import MSS, ScreenShotError

from agent.errors import DesktopError
from tasks.displays import VirtualDisplay, parse_size, use_display


def test_a_display_has_the_size_that_was_asked_for(display: VirtualDisplay) -> None:
    with VirtualDisplay((800, 600)) as small, MSS(display=small.name) as screen:
        assert (screen.monitors[0]["width"], screen.monitors[0]["height"]) == (800, 600)


def test_leaving_a_display_ends_it_and_restores_the_environment(display: VirtualDisplay) -> None:
    with VirtualDisplay((800, 600)) as small:
        assert os.environ["DISPLAY"] == small.name
    assert os.environ["DISPLAY"] == display.name
    with pytest.raises(ScreenShotError):
        MSS(display=small.name)


def test_nobody_without_the_cookie_gets_in(display: VirtualDisplay) -> None:
    with VirtualDisplay((800, 600)) as small:
        MSS(display=small.name).close()
        os.environ["XAUTHORITY"] = os.devnull
        with pytest.raises(ScreenShotError):
            MSS(display=small.name)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has capabilities to go without")
def test_a_process_without_capabilities_gets_in(display: VirtualDisplay) -> None:
    with VirtualDisplay((800, 600)):
        command = ["/usr/bin/env", "setpriv", "--bounding-set=-all", "cat", os.environ["XAUTHORITY"]]
        subprocess.run(command, check=True, capture_output=True)


def test_a_killed_owner_leaves_nothing_behind(display: VirtualDisplay) -> None:
    code = (
        "import os, time; from tasks.displays import VirtualDisplay\n"
        "with VirtualDisplay((800, 600)) as d: print(d.name, os.environ['XAUTHORITY'], flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        name, authority = owner.stdout.readline().split()
        assert Path(authority).exists()
        os.kill(owner.pid, signal.SIGKILL)
    socket = Path(f"/tmp/.X11-unix/X{name[1:]}")  # noqa: S108 - where X servers listen
    deadline = time.monotonic() + 10
    while (socket.exists() or Path(authority).exists()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not socket.exists()
    assert not Path(authority).exists()


@pytest.mark.parametrize("text", ["", "1280", "1280x", "x800", "-1x5", "1280*800", "10x10", "99999x99999", "١٢x٣"])
def test_a_size_that_is_none_is_said(text: str) -> None:
    with pytest.raises(DesktopError, match="no display size"):
        parse_size(text)


def test_a_size_is_read() -> None:
    assert parse_size("1920x1080") == (1920, 1080)


@pytest.mark.parametrize("name", ["", "there", ":", ":x", "virtuell", "localhost:1"])
def test_a_display_that_is_none_is_said(name: str) -> None:
    with pytest.raises(DesktopError, match="is no display"), use_display(name):
        pass

"""Virtual displays, started and ended for real."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from mss import MSS, ScreenShotError

from actions.applications.desktop_entries import Application
from actions.applications.launching import launch
from agent.errors import DesktopError
from tasks.displays import VirtualDisplay, parse_size, use_display

BROOD = """
mkdir -p $0
trap '' TERM
sleep 600 & echo $! > $0/child
setsid sh -c 'sleep 600 & echo $! > $0/grandchild' $0
echo $$ > $0/parent
wait
"""
"""A shell that ignores a polite end, a child of it, and a grandchild in a session of its own whose parent is gone."""


def brood(folder: Path) -> tuple[str, ...]:
    return ("sh", "-c", BROOD, str(folder))


def brood_pids(folder: Path) -> list[int]:
    files = [folder / name for name in ("child", "grandchild", "parent")]
    assert comes_true(lambda: all(file.exists() and file.read_text().endswith("\n") for file in files))
    return [int(file.read_text()) for file in files]


def runs(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def comes_true(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 10
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def seen_from(display: VirtualDisplay, command: str, folder: Path) -> str:
    """Return what a command prints that is started on the display."""
    printed = folder / "printed"
    assert display.start(["sh", "-c", f"{command} > {printed}"]).wait(10) == 0
    return printed.read_text()


def test_a_display_has_the_size_that_was_asked_for(display: VirtualDisplay) -> None:
    with VirtualDisplay((800, 600)) as small, small.in_this_process(), MSS() as screen:
        assert (screen.monitors[0]["width"], screen.monitors[0]["height"]) == (800, 600)


def test_leaving_a_display_ends_it(display: VirtualDisplay) -> None:
    with VirtualDisplay((800, 600)) as small, small.in_this_process():
        MSS().close()
    with pytest.raises(ScreenShotError):
        MSS(display=small.name)


def test_a_display_leaves_this_process_where_it_is(display: VirtualDisplay) -> None:
    before = dict(os.environ)
    with VirtualDisplay((800, 600)):
        assert dict(os.environ) == before


def test_a_process_works_on_a_display_for_a_while(display: VirtualDisplay) -> None:
    before = dict(os.environ)
    with VirtualDisplay((800, 600)) as small, small.in_this_process():
        assert os.environ["DISPLAY"] == small.name
    assert dict(os.environ) == before


def test_several_displays_stand_side_by_side(display: VirtualDisplay, tmp_path: Path) -> None:
    with VirtualDisplay((800, 600)) as small, VirtualDisplay((640, 480)) as smaller:
        assert seen_from(small, "xdotool getdisplaygeometry", tmp_path) == "800 600\n"
        assert seen_from(smaller, "xdotool getdisplaygeometry", tmp_path) == "640 480\n"


def test_a_display_does_not_end_with_the_thread_that_opened_it(display: VirtualDisplay, tmp_path: Path) -> None:
    with ExitStack() as later:
        with ThreadPoolExecutor() as threads:
            small = threads.submit(later.enter_context, VirtualDisplay((800, 600))).result()
        assert seen_from(small, "xdotool getdisplaygeometry", tmp_path) == "800 600\n"


def test_children_are_given_the_display_and_no_settings_of_ours(
    display: VirtualDisplay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESKHAND_API_KEY", "sk-1")
    with VirtualDisplay((800, 600)) as small:
        assert "DESKHAND_API_KEY" not in small.environment
        printed = seen_from(small, "env", tmp_path)
    assert f"DISPLAY={small.name}\n" in printed
    assert "DESKHAND_" not in printed


def test_a_program_that_is_not_there_is_said(display: VirtualDisplay) -> None:
    with VirtualDisplay((800, 600)) as small, pytest.raises(DesktopError, match="/no/such/program cannot be started"):
        small.start(["/no/such/program"])


def test_nobody_without_the_cookie_gets_in(display: VirtualDisplay) -> None:
    with VirtualDisplay((800, 600)) as small, small.in_this_process():
        MSS(display=small.name).close()
        os.environ["XAUTHORITY"] = os.devnull
        with pytest.raises(ScreenShotError):
            MSS(display=small.name)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has capabilities to go without")
def test_a_process_without_capabilities_gets_in(display: VirtualDisplay) -> None:
    with VirtualDisplay((800, 600)) as small:
        command = ["/usr/bin/env", "setpriv", "--bounding-set=-all", "cat", small.environment["XAUTHORITY"]]
        subprocess.run(command, check=True, capture_output=True)


def test_what_a_display_was_given_to_start_ends_with_it(display: VirtualDisplay, tmp_path: Path) -> None:
    with VirtualDisplay((800, 600)) as small:
        small.start(brood(tmp_path))
        pids = brood_pids(tmp_path)
    assert not any(map(runs, pids))


def test_what_an_application_started_ends_with_its_display(display: VirtualDisplay, tmp_path: Path) -> None:
    with VirtualDisplay((800, 600)) as small:
        launch(Application("brood", brood(tmp_path)), small.environment)
        pids = brood_pids(tmp_path)
    assert comes_true(lambda: not any(map(runs, pids)))


def test_what_was_started_can_be_ended_alone(display: VirtualDisplay, tmp_path: Path) -> None:
    with VirtualDisplay((800, 600)) as small:
        process = small.start(brood(tmp_path))
        pids = brood_pids(tmp_path)
        process.terminate()
        process.wait(10)
        assert not any(map(runs, pids))
        assert seen_from(small, "xdotool getdisplaygeometry", tmp_path) == "800 600\n"


KILLED = """
import sys, time
from actions.applications.launching import launch
from actions.applications.desktop_entries import Application
from tasks.displays import VirtualDisplay

started, opened = sys.argv[1:3]
script = sys.argv[3:]
with VirtualDisplay((800, 600)) as d, d.in_this_process():
    d.start([*script, started])
    launch(Application("brood", (*script, opened)))
    print(d.name, d.environment["XAUTHORITY"], flush=True)
    time.sleep(60)
"""


def test_a_killed_owner_leaves_nothing_behind(display: VirtualDisplay, tmp_path: Path) -> None:
    started, opened = tmp_path / "started", tmp_path / "opened"
    command = [sys.executable, "-c", KILLED, str(started), str(opened), *brood(tmp_path)[:-1]]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        name, authority = owner.stdout.readline().split()
        pids = [pid for folder in (started, opened) for pid in brood_pids(folder)]
        assert all(map(runs, pids))
        assert Path(authority).exists()
        os.kill(owner.pid, signal.SIGKILL)
    socket = Path(f"/tmp/.X11-unix/X{name[1:]}")  # noqa: S108 - where X servers listen
    assert comes_true(lambda: not socket.exists())
    assert comes_true(lambda: not Path(authority).exists())
    assert comes_true(lambda: not any(map(runs, pids)))


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

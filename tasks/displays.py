"""Virtual displays: an Xvfb and a window manager of our own, which leave nothing behind, also after a crash.

Every child is started with a parent-death signal, so that the kernel ends it when this process dies, however that
happens. Access needs a cookie, so that other users of the machine can neither watch nor type.
"""

import os
import secrets
import shutil
import signal
import socket
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType

from agent.errors import DesktopError

DEFAULT_SIZE = (1280, 800)
_START_SECONDS = 20.0
_END_SECONDS = 5.0
_FAMILY_LOCAL, _FAMILY_WILD = 256, 65535
_CAP_SETPCAP = 8

_ISOLATION = {
    # Single-instance applications would otherwise hand over to the one on the user's own desktop.
    "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    # Settings changed in there stay in there.
    "GSETTINGS_BACKEND": "memory",
    "GDK_BACKEND": "x11",
    "QT_QPA_PLATFORM": "xcb",
    "XDG_SESSION_TYPE": "x11",
}


class VirtualDisplay:
    """An X display with a window manager; while entered, this process and its children use it.

    Raises `DesktopError` when Xvfb or the window manager is missing or does not start.
    """

    def __init__(self, size: tuple[int, int] = DEFAULT_SIZE) -> None:
        self.size = size
        self.name = ""
        self._undo = ExitStack()

    def __enter__(self) -> "VirtualDisplay":
        with ExitStack() as undo:
            self.name, authority = self._start_server(undo)
            environment = {"DISPLAY": self.name, "XAUTHORITY": authority, "WAYLAND_DISPLAY": None, **_ISOLATION}
            undo.callback(_set_environment, _set_environment(environment))
            _start_window_manager(undo)
            self._undo = undo.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._undo.close()

    def _start_server(self, undo: ExitStack) -> tuple[str, str]:
        """Start Xvfb; return the display's name and its authority file, which lives in Xvfb and ends with it."""
        width, height = self.size
        number_out, number_in = os.pipe()
        cookie = os.memfd_create("Xauthority")
        os.write(cookie, _authority(secrets.token_bytes(16)))
        options = ["-screen", "0", f"{width}x{height}x24", "-auth", f"/proc/self/fd/{cookie}", "-nolisten", "tcp"]
        command = ["Xvfb", "-displayfd", str(number_in), "-noreset", *options]
        server = _start(command, undo, pass_fds=(number_in, cookie))
        os.close(number_in)
        os.close(cookie)
        with os.fdopen(number_out) as pipe:
            number = pipe.readline().strip()  # closed without a line when the server could not start
        if not number:
            code = server.wait(_END_SECONDS)
            raise DesktopError(f"Xvfb did not start (exit code {code}): is {width}x{height} too large?")
        return f":{number}", f"/proc/{server.pid}/fd/{cookie}"


def _start_window_manager(undo: ExitStack) -> None:
    manager = _start(["openbox", "--sm-disable"], undo)
    deadline = time.monotonic() + _START_SECONDS
    while not _window_manager_runs():
        if manager.poll() is not None or time.monotonic() > deadline:
            raise DesktopError("The window manager openbox did not start on the virtual display.")
        time.sleep(0.02)


@contextmanager
def use_display(name: str) -> Iterator[None]:
    """Let this process operate `here`, `virtual`, `virtual:WIDTHxHEIGHT` or an X display like `:1` for a while."""
    kind, _, size = name.partition(":")
    if name == "here":
        yield
    elif kind == "virtual":
        with VirtualDisplay(parse_size(size) if size else DEFAULT_SIZE):
            yield
    elif kind == "" and size.split(".")[0].isdecimal():
        before = _set_environment({"DISPLAY": name, "WAYLAND_DISPLAY": None, "XDG_SESSION_TYPE": "x11"})
        try:
            yield
        finally:
            _set_environment(before)
    else:
        raise DesktopError(
            f"{name!r} is no display: it can be here, virtual, virtual:1280x800 or an X display like :1."
        )


def parse_size(text: str) -> tuple[int, int]:
    """Read `1280x800`; raise `DesktopError` for anything else, or a size that no screen has."""
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise DesktopError(f"{text!r} is no display size: write it as WIDTHxHEIGHT, for example 1280x800.")
    size = int(width), int(height)
    if not (320 <= size[0] <= 16384 and 240 <= size[1] <= 16384):
        raise DesktopError(f"{text!r} is no display size: between 320x240 and 16384x16384 will do.")
    return size


def _start(command: list[str], undo: ExitStack, pass_fds: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
    program = shutil.which(command[0])
    if program is None or (guard := shutil.which("setpriv")) is None:
        missing = command[0] if program is None else "setpriv"
        cure = "on Debian or Ubuntu, `sudo apt install xvfb openbox util-linux`"
        raise DesktopError(f"{missing} is not installed: {cure}.")
    child = subprocess.Popen(
        [guard, "--pdeathsig", "TERM", *_without_capabilities(), program, *command[1:]],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=pass_fds,
        start_new_session=True,  # Ctrl+C in the terminal is ours to handle
    )
    undo.callback(_end, child)
    return child


def _without_capabilities() -> list[str]:
    """Return the option that takes root's capabilities from a child, where this process may do so.

    Only who has as many capabilities as Xvfb may read the cookie in its /proc, and Chromium's GPU process has none.
    """
    status = dict(line.split(":\t", 1) for line in Path("/proc/self/status").read_text().splitlines())
    may_drop = int(status["CapEff"], 16) >> _CAP_SETPCAP & 1
    return ["--bounding-set=-all"] if may_drop else []


def _end(child: subprocess.Popen[bytes]) -> None:
    child.send_signal(signal.SIGTERM)
    try:
        child.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _set_environment(values: dict[str, str | None]) -> dict[str, str | None]:
    """Set (or, for None, remove) variables of this process; return what undoes it."""
    before = {name: os.environ.get(name) for name in values}
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    return before


def _window_manager_runs() -> bool:
    from Xlib import X
    from Xlib.display import Display

    display = Display()
    try:
        # It names itself (_NET_SUPPORTING_WM_CHECK) some 50 ms earlier, and loses the windows that come in between.
        clients = display.get_atom("_NET_CLIENT_LIST")
        return display.screen().root.get_full_property(clients, X.AnyPropertyType) is not None
    finally:
        display.close()


def _authority(cookie: bytes) -> bytes:
    """Return an Xauthority file (Xau format) with one cookie for any display.

    Twice: python-xlib looks for this host's name, libXau finds the wildcard also after the host was renamed.
    """
    name = b"MIT-MAGIC-COOKIE-1"
    families = ((_FAMILY_LOCAL, socket.gethostname().encode()), (_FAMILY_WILD, b""))
    any_display = b""
    return b"".join(
        struct.pack(">H", family)
        + b"".join(struct.pack(">H", len(part)) + part for part in (address, any_display, name, cookie))
        for family, address in families
    )

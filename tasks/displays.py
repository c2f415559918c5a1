"""Virtual displays: an Xvfb and a window manager of our own, which leave nothing behind, also after a crash.

Every child has a supervisor, which ends it and all that it started when the display ends, and the display ends when
this process does, however that happens. Access needs a cookie, so that other users of the machine can neither watch
nor type.
"""

import os
import secrets
import shutil
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType

from actions.processes.environment import child_environment
from actions.processes.supervisor import ENDS_WITH, start_supervised
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
}


class VirtualDisplay:
    """An X display with a window manager, while entered. One process can have several.

    Raises `DesktopError` when Xvfb or the window manager is missing or does not start.
    """

    def __init__(self, size: tuple[int, int] = DEFAULT_SIZE) -> None:
        self.size = size
        self.name = ""
        self._variables: dict[str, str | None] = {}
        self._process = 0  # what all else here ends with
        self._undo = ExitStack()

    def __enter__(self) -> "VirtualDisplay":
        _check_installed("Xvfb", "openbox", "setpriv")
        with ExitStack() as undo:
            self._start_server(undo)
            self._start_window_manager(undo)
            self._undo = undo.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._undo.close()

    @property
    def environment(self) -> dict[str, str]:
        """What a process is to be started with that works on this display."""
        inherited = {**child_environment(), **self._variables}
        return {name: value for name, value in inherited.items() if value is not None}

    def start(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        """Start a program on this display; what is returned ends when all that the program started has ended.

        All of it ends with the display. Raises `DesktopError` where the program cannot be started.
        """
        return self._start(command, self._undo)

    @contextmanager
    def in_this_process(self) -> Iterator[None]:
        """Let this process itself, and the children that it starts without more ado, work on this display."""
        with _process_environment(self._variables):
            yield

    def _start_server(self, undo: ExitStack) -> None:
        """Start Xvfb. Its authority file lives in its supervisor and ends with it."""
        width, height = self.size
        cookie = os.memfd_create("Xauthority")
        os.write(cookie, _authority(secrets.token_bytes(16)))
        number_out, number_in = os.pipe()
        options = ["-screen", "0", f"{width}x{height}x24", "-auth", f"/proc/self/fd/{cookie}", "-nolisten", "tcp"]
        command = ["Xvfb", "-displayfd", str(number_in), "-noreset", *options]
        with os.fdopen(number_out) as pipe:
            try:
                server = self._start(command, undo, wrapper=_without_capabilities(), pass_fds=(number_in, cookie))
            finally:
                os.close(number_in)
                os.close(cookie)
            number = pipe.readline().strip()  # closed without a line when the server could not start
        if not number:
            code = server.wait(_END_SECONDS)
            raise DesktopError(f"Xvfb did not start (exit code {code}): is {width}x{height} too large?")
        self.name, self._process = f":{number}", server.pid
        self._variables = {
            **_on_x(self.name),
            "XAUTHORITY": f"/proc/{server.pid}/fd/{cookie}",
            ENDS_WITH: str(server.pid),
            **_ISOLATION,
        }

    def _start_window_manager(self, undo: ExitStack) -> None:
        manager = self._start(["openbox", "--sm-disable"], undo)
        ready = self._start([sys.executable, "-P", "-m", "tasks.window_manager"], undo)
        deadline = time.monotonic() + _START_SECONDS
        while ready.poll() is None and manager.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        if ready.returncode != 0:
            raise DesktopError("The window manager openbox did not start on the virtual display.")

    def _start(
        self, command: Sequence[str], undo: ExitStack, *, wrapper: Sequence[str] = (), pass_fds: Sequence[int] = ()
    ) -> subprocess.Popen[bytes]:
        environment = child_environment(self.environment)
        owner = self._process or os.getpid()
        return _started(command, environment, owner, undo, wrapper=wrapper, pass_fds=pass_fds)


class OwnDisplay:
    """The display of the person who is there, while entered. What is started on it ends with it, and nothing else.

    As on a virtual one, applications keep to themselves: none hands over to one of the person's that runs already.
    """

    def __init__(self) -> None:
        self._variables: dict[str, str | None] = {ENDS_WITH: str(os.getpid()), **_ISOLATION}
        self._undo = ExitStack()

    def __enter__(self) -> "OwnDisplay":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._undo.close()

    def start(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        """Start a program. Raises `DesktopError` where it cannot be."""
        inherited = child_environment({**os.environ, **_ISOLATION})
        return _started(command, inherited, os.getpid(), self._undo)

    @contextmanager
    def in_this_process(self) -> Iterator[None]:
        """Let this process itself, and the children that it starts without more ado, keep to themselves too."""
        with _process_environment(self._variables):
            yield


@contextmanager
def use_display(name: str) -> Iterator[None]:
    """Let this process operate `here`, `virtual`, `virtual:WIDTHxHEIGHT` or an X display like `:1` for a while."""
    kind, _, size = name.partition(":")
    if name == "here":
        yield
    elif kind == "virtual":
        with VirtualDisplay(parse_size(size) if size else DEFAULT_SIZE) as display, display.in_this_process():
            yield
    elif kind == "" and size.split(".")[0].isdecimal():
        with _process_environment(_on_x(name)):
            yield
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


def _check_installed(*programs: str) -> None:
    for program in programs:
        if shutil.which(program) is None:
            cure = "on Debian or Ubuntu, `sudo apt install xvfb openbox util-linux`"
            raise DesktopError(f"{program} is not installed: {cure}.")


def _without_capabilities() -> list[str]:
    """Return the words that take root's capabilities from the command after them, where this process may do so.

    Only who has as many capabilities as Xvfb may read the cookie in its /proc, and Chromium's GPU process has none.
    """
    status = dict(line.split(":\t", 1) for line in Path("/proc/self/status").read_text().splitlines())
    may_drop = int(status["CapEff"], 16) >> _CAP_SETPCAP & 1
    return ["setpriv", "--bounding-set=-all"] if may_drop else []


def _started(
    command: Sequence[str],
    environment: Mapping[str, str],
    owner: int,
    undo: ExitStack,
    *,
    wrapper: Sequence[str] = (),
    pass_fds: Sequence[int] = (),
) -> subprocess.Popen[bytes]:
    """Start a program that ends with `owner`, or with `undo`."""
    try:
        child = start_supervised(command, environment, owner=owner, wrapper=wrapper, pass_fds=pass_fds)
    except OSError as error:
        raise DesktopError(f"{command[0]} cannot be started on the display: {error.strerror}.") from error
    undo.callback(_end, child)
    return child


def _end(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    try:
        child.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _on_x(name: str) -> dict[str, str | None]:
    """Return the variables of whatever X display it is; nothing there ends with a virtual one."""
    return {"DISPLAY": name, "WAYLAND_DISPLAY": None, "XDG_SESSION_TYPE": "x11", ENDS_WITH: None}


@contextmanager
def _process_environment(values: Mapping[str, str | None]) -> Iterator[None]:
    """Set (or, for None, remove) variables of this process for a while."""
    before = {name: os.environ.get(name) for name in values}
    _set_environment(values)
    try:
        yield
    finally:
        _set_environment(before)


def _set_environment(values: Mapping[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


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

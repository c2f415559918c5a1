"""Chromium with one page that fills the display, and DevTools to show and to ask it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from actions.processes.environment import child_environment
from actions.processes.supervisor import start_supervised
from tasks.live.miniwob import on_pipe
from tasks.live.miniwob.devtools import BrowserSilentError, DevTools, DevToolsError
from tasks.live.miniwob.pages import MiniWobError
from tasks.runner.worker.browsers import browser_arguments

SCALE = 3
"""Pixels of the screen for each of the page's."""

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = (
    "--remote-debugging-pipe",
    "--kiosk",  # a maximized window never paints under openbox
    "--disable-gpu",
    "--disable-extensions",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)

_OPENS, _ENDS, _POLL = 30.0, 5.0, 0.05  # seconds


class Browser:
    """A running Chromium with one page. Every method raises what `DevTools` does."""

    def __init__(self, tools: DevTools, process: subprocess.Popen[bytes]) -> None:
        self.tools, self._process = tools, process
        self._target = self._first_page()
        attached = tools.call("Target.attachToTarget", {"targetId": self._target, "flatten": True})
        self.session = str(attached["sessionId"])
        tools.call("Inspector.enable", session=self.session)  # it tells of a crash

    def show(self, page: Path) -> None:
        """Begin to load a page; raises `DevToolsError` where it cannot be."""
        said = self.tools.call("Page.navigate", {"url": page.as_uri()}, session=self.session)
        if complaint := said.get("errorText"):
            raise DevToolsError(complaint)

    def evaluate(self, expression: str) -> Any:
        """Return what JavaScript gives in the page."""
        return self.tools.evaluate(expression, self.session)

    @property
    def was_closed(self) -> bool:
        """Whether its page or its last window was closed, and nothing broke down."""
        try:
            return self._target not in self._pages()
        except BrowserSilentError:
            return self._ended_well()

    def _ended_well(self) -> bool:
        try:
            return self._process.wait(_ENDS) == 0
        except subprocess.TimeoutExpired:
            return False

    def _first_page(self) -> str:
        deadline = time.monotonic() + _OPENS
        while not (found := self._pages()):
            if time.monotonic() > deadline:
                raise BrowserSilentError(f"it shows no page after {_OPENS:g} seconds")
            time.sleep(_POLL)
        return found[0]

    def _pages(self) -> list[str]:
        targets = self.tools.call("Target.getTargets")["targetInfos"]
        return [target["targetId"] for target in targets if target["type"] == "page"]


@contextmanager
def chromium(home: Path, scale: float = SCALE) -> Iterator[Browser]:
    """Have a browser while entered, on the display of this process's environment, with its profile in the home.

    Each of a page's pixels is `scale` pixels of the screen.
    Raises `MiniWobError` where there is no Chromium, or it does not start.
    """
    ours, theirs = socket.socketpair()
    with TemporaryDirectory(dir=home, prefix=".chromium-", ignore_cleanup_errors=True) as profile, ours:
        with theirs:
            enlarged = f"--force-device-scale-factor={scale:g}"
            words = [*_program(), *_OPTIONS, enlarged, f"--user-data-dir={profile}", "about:blank"]
            process = _started(words, theirs.fileno())
        try:
            yield _opened(DevTools(ours), process)
        finally:
            process.terminate()
            process.wait()


def _started(words: list[str], connection: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-I", "-S", on_pipe.__file__, str(connection), *words]
    return start_supervised(command, child_environment(), owner=os.getpid(), pass_fds=(connection,))


def _opened(tools: DevTools, process: subprocess.Popen[bytes]) -> Browser:
    try:
        return Browser(tools, process)
    except BrowserSilentError as error:
        raise MiniWobError(f"Chromium does not start: {error}.") from error


def _program() -> list[str]:
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        raise MiniWobError("Chromium is not installed: on Debian or Ubuntu, `sudo apt install chromium`.")
    return [path, *browser_arguments((path,))]

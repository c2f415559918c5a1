"""Applications that nobody here wrote, started on the test display, and what they say they received."""

import json
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol

import pytest

from actions.executor import Executor
from actions.geometry import View
from actions.schema import Box, PressKeys
from tests.actions.windows import bring_to_front

FIELD = Box.at(500, 500)  # every editor here has its text in the middle


class TextApplication(Protocol):
    """Something with a text field in the middle of the screen."""

    def bring_to_front(self) -> None:
        """Make it the active window."""

    def received(self, *expected: str) -> str:
        """Return the text in the field, as soon as it is an expected one or after some seconds."""


class Editor:
    """A text editor with an open file, which its title names; what it received is what it saves."""

    def __init__(self, path: Path, executor: Executor, view: View) -> None:
        self._path, self._executor, self._view = path, executor, view

    def bring_to_front(self) -> None:
        bring_to_front(self._path.name)

    def received(self, *expected: str) -> str:
        for _ in range(10):
            self._executor.execute(PressKeys(keys=("ctrl", "s")), self._view)
            deadline = time.monotonic() + 0.5
            while time.monotonic() < deadline:
                if (text := self._text(expected)) in expected:
                    return text
                time.sleep(0.02)
        return self._text(expected)

    def _text(self, expected: tuple[str, ...]) -> str:
        """Return the file's text, but for the newline that some editors end every file with."""
        text = self._path.read_bytes().decode()
        return text if text in expected else text.removesuffix("\n")


class Page:
    """A web page in Chromium; it reports what happens to it to a server on loopback."""

    def __init__(self, server: "_ReportServer", title: str) -> None:
        self._server, self._title = server, title

    def bring_to_front(self) -> None:
        bring_to_front(self._title)

    def received(self, *expected: str) -> str:
        deadline = time.monotonic() + 5
        while self._server.text not in expected and time.monotonic() < deadline:
            time.sleep(0.02)
        return self._server.text

    def wait_for_event(self, kind: str, seconds: float = 5) -> dict[str, Any]:
        """Return the next event of a kind, and forget all events so far."""
        deadline = time.monotonic() + seconds
        while not (found := [event for event in self._server.events if event["kind"] == kind]):
            assert time.monotonic() < deadline, f"no {kind}, but {self._server.events}"
            time.sleep(0.02)
        self._server.events.clear()
        return found[-1]


@contextmanager
def running(command: list[str], title: str, environment: dict[str, str]) -> Iterator[None]:
    """Run an application from when its window is active until it is ended."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **environment}
    ) as process:
        try:
            bring_to_front(title)
            yield
        finally:
            process.terminate()


class _ReportServer(ThreadingHTTPServer):
    """Serves the page, and collects its reports."""

    daemon_threads = True

    def __init__(self, page: str) -> None:
        super().__init__(("127.0.0.1", 0), _ReportHandler)
        self.page = page
        self.text = ""
        self.events: list[dict[str, Any]] = []


class _ReportHandler(BaseHTTPRequestHandler):
    server: _ReportServer

    def do_GET(self) -> None:
        self._answer(self.server.page.encode())

    def do_POST(self) -> None:
        report = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if report["kind"] == "input":
            self.server.text = report["text"]
        else:
            self.server.events.append(report)
        self._answer(b"")

    def _answer(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None: ...


@contextmanager
def chromium(url: str, title: str, profile: Path) -> Iterator[None]:
    """Run a fresh Chromium that covers the screen with one page."""
    command = [
        "chromium",
        "--no-sandbox",
        f"--user-data-dir={profile}",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--password-store=basic",
        "--kiosk",
        url,
    ]
    with running(command, title, {}):
        yield


@contextmanager
def chromium_page(html: str, title: str, profile: Path) -> Iterator[Page]:
    """Show a page that covers the screen in a fresh Chromium."""
    with _ReportServer(html) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            with chromium(f"http://127.0.0.1:{server.server_port}/", title, profile):
                page = Page(server, title)
                page.wait_for_event("painted", seconds=20)
                yield page
        finally:
            server.shutdown()

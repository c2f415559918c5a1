"""One Chromium whose page builds the cases' windows; the page asks a server on loopback what to show."""

import json
import queue
import threading
from collections.abc import Mapping
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from actions.geometry import Rect
from tests.actions.editors import chromium
from tests.actions.windows import bring_to_front
from tests.wall.moves import Places
from tests.wall.parts import Window

_TITLE = "Deskhand wall"
_PATIENCE = 20.0


class WebStage:
    """Implements `Stage`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._undo = ExitStack()
        self._server = _Server()

    def __enter__(self) -> Self:
        with ExitStack() as undo:
            undo.enter_context(self._server)
            threading.Thread(target=self._server.serve_forever, daemon=True).start()
            undo.callback(self._server.shutdown)
            undo.callback(self._server.commands.put, None)
            undo.enter_context(chromium(f"http://127.0.0.1:{self._server.server_port}/", _TITLE, self._folder))
            self._undo = undo.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._undo.close()

    def show(self, window: Window) -> None:
        bring_to_front(_TITLE)
        self._ask(do="show", window=window)

    def places(self) -> Places:
        return {label: Rect(*rect) for label, rect in self._ask(do="places").items()}

    def change(self, happens: Mapping[str, Any]) -> None:
        self._ask(**happens)

    def take_log(self) -> list[str]:
        self._ask(do="sync")
        lines, self._server.lines = self._server.lines, []
        return lines

    def clear(self) -> None:
        self._ask(do="clear")

    def _ask(self, **command: Any) -> Any:
        self._server.commands.put(command)
        return self._server.answers.get(timeout=_PATIENCE)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.page = Path(__file__).with_name("page.html").read_bytes()
        self.commands: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self.answers: queue.Queue[Any] = queue.Queue()
        self.lines: list[str] = []


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        if self.path == "/next":
            if command := self.server.commands.get():  # none at the end, when nobody is there to be answered
                self._answer(json.dumps(command).encode(), "application/json")
        else:
            self._answer(self.server.page, "text/html; charset=utf-8")

    def do_POST(self) -> None:
        value = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/log":
            self.server.lines.append(value)
        else:
            self.server.answers.put(value)
        self._answer(b"", "text/plain")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None: ...

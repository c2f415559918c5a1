"""A hub on loopback with one small model, which breaks off its first answer halfway, as long downloads do."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

MODEL = "somebody/tiny"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
FILES = {
    "config.json": b'{"model_type": "glm4v"}',
    # Half of it is more than the 10 MB that the hub's client writes at a time, and so has to go on from.
    "model.safetensors": bytes(range(256)) * 100_000,
    "readme.md": b"no",
}


class Hub(ThreadingHTTPServer):
    """Serves the model; `ranges` are the parts of files that were asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.ranges: list[str] = []
        self.asked: set[str] = set()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Hub

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def _answer(self) -> None:
        path = self.path.partition("?")[0]
        if path == f"/api/models/{MODEL}/revision/main":
            siblings = [{"rfilename": name} for name in FILES]
            self._json({"id": MODEL, "sha": COMMIT, "siblings": siblings})
        elif path == f"/api/models/{MODEL}/tree/{COMMIT}":
            self._json([{"type": "file", "path": name, "size": len(FILES[name]), "oid": _etag(name)} for name in FILES])
        elif path.startswith(f"/{MODEL}/resolve/{COMMIT}/"):
            self._file(path.rpartition("/")[2])
        else:
            self._send(404, b"", {"X-Error-Code": "RepoNotFound", "X-Error-Message": "Repository not found"})

    def _json(self, value: object) -> None:
        self._send(200, json.dumps(value).encode(), {"Content-Type": "application/json"})

    def _file(self, name: str) -> None:
        content, asked = FILES[name], self.headers.get("Range", "")
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
        headers = {"ETag": f'"{_etag(name)}"', "X-Repo-Commit": COMMIT, "Accept-Ranges": "bytes"}
        if asked:
            self.server.ranges.append(asked)
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        breaks_off = self.command == "GET" and name.endswith(".safetensors") and name not in self.server.asked
        if self.command == "GET":
            self.server.asked.add(name)
        self._send(206 if asked else 200, content[start:], headers, breaks_off=breaks_off)

    def _send(self, status: int, body: bytes, headers: dict[str, str], *, breaks_off: bool = False) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body[: len(body) // 2] if breaks_off else body)


def _etag(name: str) -> str:
    return hashlib.sha1(FILES[name]).hexdigest()  # noqa: S324 - as git names blobs, for no secrecy


@contextmanager
def fake_hub() -> Iterator[Hub]:
    """Run a hub while the block runs."""
    with Hub() as hub:
        Thread(target=hub.serve_forever, daemon=True).start()
        yield hub
        hub.shutdown()

"""The engine's HTTP: chat completions, how far it is, answer now, leave. On a Unix socket, or loopback with a token.

Knows the line that requests stand in, not the model. A client that is gone is seen by its connection, which it closes.
"""

import hmac
import json
import os
import select
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from socketserver import ThreadingMixIn
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from model.base import GenerationStopped, ModelError, Request
from model.engine.line import Asked, Line, Piece
from model.engine.wire import Body
from model.reply import Reply

CHAT, AHEAD, MODELS, NOW, STATE, LEAVE = (
    "/v1/chat/completions",
    "/v1/read_ahead",
    "/v1/models",
    "/v1/answer_now",
    "/v1/state",
    "/v1/leave",
)
_LONGEST_BODY = 256 * 2**20
_GLANCE = 0.05  # seconds between two looks at whether the client is still there


@dataclass
class State:
    """How far the engine is; `failed` is the sentence of why there is no model."""

    message: str = "Starting"
    fraction: float | None = None
    ready: bool = False
    failed: str = ""
    name: str = ""
    family: str = ""
    repeats_because: str = ""
    pid: int = field(default_factory=os.getpid)


@dataclass
class Desk:
    """What the handlers share. `waiting` are the requests that can be hurried, by the names their clients gave them."""

    line: Line
    state: State
    leave: Callable[[], None]
    token: str = ""
    waiting: dict[str, Asked] = field(default_factory=dict)


class _Server(ThreadingMixIn, HTTPServer):
    daemon_threads = True
    desk: Desk


class _UnixServer(_Server):
    address_family = socket.AF_UNIX

    def server_bind(self) -> None:
        """Bind without the name that only TCP has."""
        self.socket.bind(self.server_address)
        self.server_name, self.server_port = "engine", 0

    def verify_request(self, request: Any, client_address: Any) -> bool:
        """Let in only this user's processes, whatever the folder's rights are."""
        if not hasattr(socket, "SO_PEERCRED"):
            return True
        found = request.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
        return bool(struct.unpack("3i", found)[1] == os.getuid())


def serve_on_socket(path: Path, desk: Desk) -> _Server:
    """Answer on a Unix socket, on threads of its own. Raises `OSError`."""
    path.unlink(missing_ok=True)
    server = _UnixServer(str(path), _Handler)  # type: ignore[arg-type]
    path.chmod(0o600)
    return _started(server, desk)


def serve_on_loopback(port: int, desk: Desk) -> _Server:
    """Answer on this machine's own address; whoever asks has to know the desk's token. Raises `OSError`."""
    assert desk.token, "a port is open to every user of the machine"
    return _started(_Server(("127.0.0.1", port), _Handler), desk)


def _started(server: _Server, desk: Desk) -> _Server:
    server.desk = desk
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="engine http", daemon=True).start()
    return server


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version = "deskhand"
    sys_version = ""
    timeout = 60.0

    def do_GET(self) -> None:
        """Tell how far the engine is, and what it holds."""
        if not self._is_allowed():
            return
        state = self.server.desk.state
        if self._path == STATE:
            self._send({**vars(state), "idle_seconds": self.server.desk.line.idle_seconds})
        elif self._path == MODELS:
            models = [{"id": state.name, "object": "model", "owned_by": "deskhand"}] if state.name else []
            self._send({"object": "list", "data": models})
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "There is nothing here.")

    def do_POST(self) -> None:
        """Answer a chat or read ahead of one, end a thought, or leave."""
        if not self._is_allowed():
            return
        match self._path:
            case path if path == CHAT:
                self._chat()
            case path if path == AHEAD:
                self._read_ahead()
            case path if path == NOW:
                self._answer_now()
            case path if path == LEAVE:
                self._send({"leaving": True})
                self.server.desk.leave()
            case _:
                self._refuse(HTTPStatus.NOT_FOUND, "There is nothing here.")

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: what is asked is the user's affair."""

    @property
    def _path(self) -> str:
        return urlsplit(self.path).path

    def _is_allowed(self) -> bool:
        """Say whether the token is right, where there is one; pages in a browser are never let in."""
        token, sent = self.server.desk.token, self.headers.get("Authorization", "")
        known = not token or hmac.compare_digest(sent.encode(), f"Bearer {token}".encode())
        if known and not self.headers.get("Origin"):
            return True
        self._refuse(HTTPStatus.UNAUTHORIZED, "The token that this engine printed has to come with each request.")
        return False

    def _body(self) -> bytes | None:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > _LONGEST_BODY:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The request has no length, or is too long.")
            return None
        return self.rfile.read(int(length))

    def _answer_now(self) -> None:
        data = self._body()
        if data is None:
            return
        try:
            name = json.loads(data)["id"]
        except (ValueError, LookupError, TypeError):
            self._refuse(HTTPStatus.BAD_REQUEST, 'The body has to be {"id": "…"}.')
            return
        asked = self.server.desk.waiting.get(str(name))
        if asked:
            self.server.desk.line.hurry(asked)
        self._send({"hurried": asked is not None})

    def _asked(self) -> tuple[Body, Request] | None:
        """Return what is asked; None where it was refused."""
        if (data := self._body()) is None:
            return None
        try:
            body = Body.read(data)
            return body, body.request()
        except ModelError as error:
            self._refuse(HTTPStatus.BAD_REQUEST, str(error))
            return None

    def _read_ahead(self) -> None:
        if read := self._asked():
            self.server.desk.line.read_ahead(read[1].content)
            self._send({})

    def _chat(self) -> None:
        desk, read = self.server.desk, self._asked()
        if read is None:
            return
        body, request = read
        asked, name = desk.line.join(request), body.deskhand.id
        if name:
            desk.waiting[name] = asked
        try:
            self._stream(asked) if body.stream else self._whole(asked)
        except OSError:
            pass  # the client is gone
        finally:
            desk.waiting.pop(name, None)
            desk.line.leave(asked)

    def _stream(self, asked: Asked) -> None:
        """Write events as they come; before the first, and between two, look whether anybody still listens."""
        self._begin(HTTPStatus.OK, "text/event-stream")
        for piece in asked.pieces(_GLANCE):
            if self._is_gone():
                return
            if piece is not None:
                self.wfile.write(b"".join(_event(fields) for fields in _fields(piece)))
                self.wfile.flush()
        self.wfile.write(b"data: [DONE]\n\n")

    def _whole(self, asked: Asked) -> None:
        for piece in asked.pieces(_GLANCE):
            if self._is_gone():
                return
            match piece:
                case Reply():
                    message = {"role": "assistant", "content": piece.text}
                    choice = {"index": 0, "message": message, "finish_reason": "stop"}
                    self._send({"object": "chat.completion", "choices": [choice], **_usage(piece)})
                case ModelError() | GenerationStopped():
                    self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, str(piece))

    def _is_gone(self) -> bool:
        """Say whether the client closed its connection: nothing more is to be read from it."""
        if not select.select([self.connection], [], [], 0)[0]:
            return False
        try:
            return not self.connection.recv(1, socket.MSG_PEEK)
        except OSError:
            return True

    def _send(self, fields: dict[str, Any], status: HTTPStatus = HTTPStatus.OK) -> None:
        data = json.dumps(fields, ensure_ascii=False).encode()
        try:
            self._begin(status, "application/json", length=len(data))
            self.wfile.write(data)
        except OSError:
            self.close_connection = True

    def _refuse(self, status: HTTPStatus, sentence: str) -> None:
        self._send({"error": {"message": sentence, "code": int(status)}}, status)

    def _begin(self, status: HTTPStatus, kind: str, length: int | None = None) -> None:
        self.close_connection = True
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()


def _fields(piece: Piece) -> list[dict[str, Any]]:
    """Return the events of a piece; a reply's text was streamed already."""
    match piece:
        case str():
            return [{"choices": [{"index": 0, "delta": {"content": piece}}]}]
        case Reply():
            return [{"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}], **_usage(piece)}]
        case ModelError() | GenerationStopped():
            return [{"error": {"message": str(piece) or "It was stopped.", "code": 400}}]


def _usage(reply: Reply) -> dict[str, Any]:
    return {"usage": {"completion_tokens": reply.tokens, "seconds": reply.seconds}}


def _event(fields: dict[str, Any]) -> bytes:
    return b"data: " + json.dumps({"object": "chat.completion.chunk", **fields}, ensure_ascii=False).encode() + b"\n\n"

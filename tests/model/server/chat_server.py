"""A chat-completions server on loopback that answers each request as it is told to: well, badly or not at all."""

import json
import select
import socket
import struct
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

SHORT = 0.01


@dataclass(frozen=True)
class Call:
    """What the server was asked."""

    path: str
    headers: Message
    body: dict[str, Any]


class Visit:
    """One request while it is being answered, down to the bytes."""

    def __init__(self, handler: BaseHTTPRequestHandler, server: "ChatServer") -> None:
        self._handler, self._server = handler, server

    def send(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        """Answer with a whole body."""
        self._begin(status, {"Content-Type": kind, "Content-Length": str(len(body)), **headers})
        self.write(body)

    def send_json(self, status: int, value: Any, **headers: str) -> None:
        self.send(status, "application/json", json.dumps(value).encode(), **headers)

    def stream(self) -> None:
        """Begin a stream of events."""
        self._begin(200, {"Content-Type": "text/event-stream; charset=utf-8", "Transfer-Encoding": "chunked"})

    def event(self, data: str) -> None:
        self.chunk(f"data: {data}\n\n".encode())

    def delta(self, finish: str | None = None, **delta: str) -> None:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        self.event(json.dumps({"choices": [choice]}, ensure_ascii=False))

    def chunk(self, piece: bytes) -> None:
        self.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")

    def end(self) -> None:
        """End the stream as HTTP demands, whatever was said before."""
        self.write(b"0\r\n\r\n")

    def write(self, piece: bytes) -> None:
        self._handler.wfile.write(piece)
        self._handler.wfile.flush()

    def die(self) -> None:
        """Reset the connection, as a killed process does."""
        linger = struct.pack("ii", 1, 0)
        self._handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self._handler.connection.close()

    def wait(self) -> None:
        """Do nothing more until the client goes away or the test ends."""
        while not self._server.closing.wait(SHORT):
            if self.client_left():
                self._server.left.set()
                return

    def client_left(self) -> bool:
        readable, _, _ = select.select([self._handler.connection], [], [], 0)
        return bool(readable) and self._handler.connection.recv(1, socket.MSG_PEEK) == b""

    def _begin(self, status: int, headers: dict[str, str]) -> None:
        self._handler.send_response(status)
        for name, value in headers.items():
            self._handler.send_header(name.replace("_", "-"), value)
        self._handler.end_headers()


Play: TypeAlias = Callable[[Visit], None]


def says(*pieces: str, finish: str = "stop") -> Play:
    """Return a play that streams the pieces as content, as it should be."""

    def play(visit: Visit) -> None:
        visit.stream()
        visit.delta(role="assistant", content="")
        for piece in pieces:
            visit.delta(content=piece)
        visit.delta(finish=finish)
        visit.event(json.dumps({"choices": [], "usage": {"completion_tokens": 7}}))
        visit.event("[DONE]")
        visit.end()

    return play


def answers(status: int, message: str = "", **headers: str) -> Play:
    """Return a play that answers with an error."""
    return lambda visit: visit.send_json(status, {"error": {"message": message}}, **headers)


def lists(*names: str, owned_by: str = "somebody") -> Play:
    """Return a play that lists models."""
    data = [{"id": name, "object": "model", "owned_by": owned_by} for name in names]
    return lambda visit: visit.send_json(200, {"object": "list", "data": data})


class ChatServer:
    """Plays its plays in order, one a request, and the last one for ever. `left` is set when a client hung up."""

    def __init__(self, plays: Sequence[Play], models: Play) -> None:
        self.calls: list[Call] = []
        self.closing, self.left = threading.Event(), threading.Event()
        self._plays, self._models = list(plays), models
        self._server = _QuietServer(("127.0.0.1", 0), self._handler_type())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(SHORT,))
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def asked(self) -> list[Call]:
        """The chat requests."""
        return [call for call in self.calls if call.path.endswith("/chat/completions")]

    def close(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _play(self, handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        self.calls.append(Call(handler.path, handler.headers, body))
        if handler.command == "GET":
            self._models(Visit(handler, self))
            return
        play = self._plays.pop(0) if len(self._plays) > 1 else self._plays[0]
        play(Visit(handler, self))

    def _handler_type(self) -> type[BaseHTTPRequestHandler]:
        chat = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                chat._play(self, {})
                self.close_connection = True

            def do_POST(self) -> None:
                chat._play(self, json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.close_connection = True

            def log_message(self, *_args: Any) -> None:
                """Say nothing."""

        return Handler


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = False  # closing waits for every handler: none outlives its test

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up, or a connection that we reset ourselves, is no news here."""

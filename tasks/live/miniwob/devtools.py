"""Chromium's DevTools protocol over a connection that only this process holds: no port is opened.

`--remote-debugging-pipe` reads messages from file descriptor 3 and writes them to 4: JSON, each ended by a zero byte.
https://chromedevtools.github.io/devtools-protocol/
"""

import json
import socket
import time
from typing import Any

_SECONDS = 10.0
_CHUNK = 1 << 16


class DevToolsError(Exception):
    """The browser refuses what it was asked; the sentence is its own."""


class BrowserSilentError(Exception):
    """The browser has ended, or does not answer in time."""


class DevTools:
    """Asks the browser at the other end of a socket, one thing at a time. The socket stays its owner's."""

    def __init__(self, connection: socket.socket, seconds: float = _SECONDS) -> None:
        self._connection, self._seconds = connection, seconds
        self._asked = 0
        self._heard = bytearray()

    def call(self, method: str, parameters: dict[str, Any] | None = None, *, session: str = "") -> dict[str, Any]:
        """Return the result of a method, of the page's that is attached as `session` or of the browser's.

        Raises `DevToolsError` and `BrowserSilentError`.
        """
        self._asked += 1
        message: dict[str, Any] = {"id": self._asked, "method": method, "params": parameters or {}}
        self._send(message | ({"sessionId": session} if session else {}))
        deadline = time.monotonic() + self._seconds
        while (answer := self._hear(deadline)).get("id") != self._asked:
            if session and answer.get("method") == "Inspector.targetCrashed":
                raise BrowserSilentError("its page has crashed")
        if error := answer.get("error"):
            raise DevToolsError(str(error.get("message")))
        result: dict[str, Any] = answer["result"]
        return result

    def evaluate(self, expression: str, session: str) -> Any:
        """Return what JavaScript gives, a promise's value too. Raises as `call`, and where the script throws."""
        asked = {"expression": expression, "returnByValue": True, "awaitPromise": True}
        answer = self.call("Runtime.evaluate", asked, session=session)
        if thrown := answer.get("exceptionDetails"):
            raise DevToolsError(str(thrown.get("exception", {}).get("description") or thrown.get("text")))
        return answer["result"].get("value")

    def _send(self, message: dict[str, Any]) -> None:
        self._connection.settimeout(self._seconds)
        try:
            self._connection.sendall(json.dumps(message).encode() + b"\0")
        except OSError as error:
            raise BrowserSilentError(f"the browser takes no message: {error.strerror or error}") from error

    def _hear(self, deadline: float) -> dict[str, Any]:
        """Return the next message."""
        while b"\0" not in self._heard:
            self._connection.settimeout(max(deadline - time.monotonic(), 0.001))
            try:
                chunk = self._connection.recv(_CHUNK)
            except TimeoutError as error:
                raise BrowserSilentError(f"the browser has not answered for {self._seconds:g} seconds") from error
            except OSError as error:
                raise BrowserSilentError(f"the browser cannot be heard: {error.strerror}") from error
            if not chunk:
                raise BrowserSilentError("the browser has ended")
            self._heard += chunk
        message, _, rest = self._heard.partition(b"\0")
        self._heard = rest
        heard: dict[str, Any] = json.loads(message)
        return heard

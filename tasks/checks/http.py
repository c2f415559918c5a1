"""What a web server on this machine answers. Nothing is ever asked of another machine."""

import ipaddress
import socket
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Event, Timer
from typing import Annotated, ClassVar
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, Field, model_validator

from tasks.checks.base import BaseCheck, Finding, Unseen
from tasks.checks.fields import Regex
from tasks.checks.machine import Machine
from tasks.checks.texts import difference, search, shown

_SECONDS = 5.0
_MOST_BYTES = 8 << 20


def _on_loopback(url: str) -> str:
    parts = _split(url)
    if parts.scheme != "http" or not parts.hostname:
        raise ValueError(f"{url!r} is no address of this machine: write it like http://127.0.0.1:8000/page")
    if not _addresses(parts.hostname):
        raise ValueError(f"{parts.hostname} is another machine: a check asks localhost, 127.0.0.1 or [::1] only")
    return url


def _split(url: str) -> SplitResult:
    parts = urlsplit(url)
    if not (url.isascii() and url.isprintable() and " " not in url and parts.port != 0):  # a wrong port raises
        raise ValueError(f"{url!r} is no web address: write special characters as %..")
    return parts


def _addresses(host: str) -> list[str]:
    """Return what a name of this machine stands for, without asking anybody; nothing for another machine's."""
    if host == "localhost":
        return ["127.0.0.1", "::1"]
    with suppress(ValueError):
        address = ipaddress.ip_address(host)
        return [str(address)] if address.is_loopback else []
    return []


class HttpCheck(BaseCheck):
    """A web server on this machine answers a GET with a status, and a body that is just this or fits.

    Redirections are not followed: their status is the answer.
    """

    kind: ClassVar[str] = "http"

    http: Annotated[str, AfterValidator(_on_loopback)]
    status: Annotated[int, Field(ge=100, le=599)] = 200
    body: str | None = None
    regex: Regex | None = None

    @model_validator(mode="after")
    def _asks_one_thing(self) -> "HttpCheck":
        if self.body is not None and self.regex is not None:
            raise ValueError("a check asks for one of them: `body` or `regex`")
        return self

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        if self.body is not None:
            return f"{shown(self.body)} from {self.http}"
        return f"text that fits {self.regex} from {self.http}" if self.regex else f"status {self.status} of {self.http}"

    def look(self, machine: Machine) -> Finding:
        """Ask the server, and judge its answer."""
        status, body = _get(_split(self.http))
        if status != self.status:
            return self.found(False, f"status {status}")
        if self.body is not None:
            return self.found(body == self.body, shown(body) if body == self.body else difference(self.body, body))
        if self.regex is not None:
            return self.found(search(self.regex, body) is not None, shown(body))
        return self.found(True, f"status {status}")


def _get(url: SplitResult) -> tuple[int, str]:
    """Return the status and the body, as far as it is not very long; raise `Unseen` where none comes in time."""
    try:
        response, body = _answer(url)
        return response.status, body.decode(response.headers.get_content_charset("utf-8"), errors="replace")
    except ConnectionRefusedError as error:
        raise Unseen(f"no server at {url.netloc}") from error
    except (OSError, HTTPException, LookupError, ValueError) as error:
        raise Unseen(f"no answer from {url.netloc}: {error}", certain=False) from error


def _answer(url: SplitResult) -> tuple[HTTPResponse, bytes]:
    late = Event()
    with _connected(url) as connected:
        connection = HTTPConnection(url.hostname or "", url.port, timeout=_SECONDS)
        connection.sock = connected
        end = Timer(_SECONDS, _hang_up, [connected, late])  # a timeout is for each byte
        end.start()
        try:
            target = (url.path or "/") + (f"?{url.query}" if url.query else "")
            connection.request("GET", target, headers={"Host": url.netloc.rpartition("@")[2], "Connection": "close"})
            response = connection.getresponse()
            body = response.read(_MOST_BYTES)
        finally:
            end.cancel()
            connection.close()
    if late.is_set():
        raise TimeoutError(f"it took longer than {_SECONDS:g} seconds")
    return response, body


def _connected(url: SplitResult) -> socket.socket:
    """Return a connection to the address itself: a name may be led elsewhere."""
    *others, last = _addresses(url.hostname or "")
    for address in others:
        with suppress(ConnectionRefusedError):
            return socket.create_connection((address, url.port or 80), _SECONDS)
    return socket.create_connection((last, url.port or 80), _SECONDS)


def _hang_up(connection: socket.socket, late: Event) -> None:
    late.set()
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)

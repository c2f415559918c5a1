"""What an HTTP response means before its content does: go on, ask again, ask otherwise, or tell the user what to do."""

import email.utils
import json
import re
import time
from typing import Any

import httpx

from model.base import ModelError
from model.server.credential import SERVICE, VARIABLE
from model.server.errors import RequestRefusedError, TransientError

MAX_BODY_BYTES = 16 << 20
_SHOWN_CHARACTERS = 300
_TRANSIENT = frozenset((408, 425, 429))


async def check_status(response: httpx.Response) -> None:
    """Raise unless the server accepted the request."""
    status = response.status_code
    if response.is_success:
        return
    said = error_text(await read_bounded(response))
    if status in _TRANSIENT or response.is_server_error:
        raise TransientError(f"it answered {status}{said}", retry_after(response.headers.get("retry-after", "")))
    raise refusal(response, said)


def refusal(response: httpx.Response, said: str) -> ModelError:
    """Return the error of a status that asking again does not change."""
    at = f"The server at {response.url.copy_with(path='/', query=None)}"
    match response.status_code:
        case 400 | 422:
            return RequestRefusedError(f"{at} refuses the request{said}")
        case 401 | 403:
            host = response.url.netloc.decode()
            return ModelError(f"{at} wants another key{said}. Set {VARIABLE}, or `keyring set {SERVICE} {host}`.")
        case 404:
            return ModelError(f"{at} knows no such address or model{said}. Check what follows server: in --model.")
        case status if response.has_redirect_location:
            return ModelError(f"{at} sends us on ({status}) to {response.headers['location']}: use that address.")
        case status:
            return ModelError(f"{at} answered {status}{said}.")


def check_kind(response: httpx.Response) -> str:
    """Return the content type, `application/json` or an event stream. Anything else is not the chat API."""
    kind = str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()
    if kind in ("application/json", "text/event-stream", ""):
        return kind
    raise ModelError(
        f"{response.url} answers with {kind}, not with a chat completion: check the address, it usually ends in /v1."
    )


async def read_bounded(response: httpx.Response) -> bytes:
    """Read a body that is not streamed, but not without end."""
    body = bytearray()
    async for piece in response.aiter_bytes():
        body += piece
        if len(body) > MAX_BODY_BYTES:
            raise ModelError(f"{response.url} sends more than {MAX_BODY_BYTES >> 20} MiB: that is no chat completion.")
    return bytes(body)


def error_text(body: bytes) -> str:
    """Return what an error body says, as `: …`, or nothing. Servers put it in several places."""
    try:
        said = _message(json.loads(body))
    except (ValueError, RecursionError):  # no JSON, or nested without end
        said = body.decode(errors="replace")
    said = " ".join(said.split())[:_SHOWN_CHARACTERS].rstrip(".")
    return f": {said}" if said and not said.startswith("<") else ""


def _message(value: Any) -> str:
    if isinstance(value, dict):
        found = next((value[key] for key in ("error", "message", "detail") if value.get(key)), "")
        return _message(found)
    return value if isinstance(value, str) else json.dumps(value) if value else ""


def retry_after(value: str) -> float | None:
    """Return the seconds that a `Retry-After` header asks for: a number, or a date."""
    if re.fullmatch(r"\d+(\.\d+)?", value):
        return float(value)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except ValueError:
        return None

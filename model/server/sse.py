"""Server-sent events from bytes, without any input or output of its own.

Lines end at CR, LF or CRLF only, as the format's specification says (https://html.spec.whatwg.org, "Server-sent
events"); splitting at every line break that Unicode knows would cut JSON strings that hold U+2028 or U+0085.
"""

import re
from collections.abc import Iterator

from model.server.errors import TransientError

MAX_EVENT_BYTES = 1 << 20

_LINE_END = re.compile(rb"\r\n|\n|\r(?!\Z)")  # a CR at the very end may be half a CRLF


class EventReader:
    """Collects bytes as they come and gives each finished event's data."""

    def __init__(self) -> None:
        self._rest = b""
        self._data: list[bytes] = []

    def feed(self, chunk: bytes) -> Iterator[str]:
        """Yield the data of each event that `chunk` finishes. Raises `TransientError` where it is no such stream."""
        *lines, self._rest = _LINE_END.split(self._rest + chunk)
        for line in lines:
            if line:
                self._read_field(line)
            elif self._data:
                yield self._finish_event()
        if len(self._rest) + sum(map(len, self._data)) > MAX_EVENT_BYTES:
            raise TransientError(f"it sent an event of more than {MAX_EVENT_BYTES >> 20} MiB")

    def _read_field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        if name == b"data":  # comments (no name), event names, ids and retry times say nothing to us
            self._data.append(value.removeprefix(b" "))

    def _finish_event(self) -> str:
        data, self._data = b"\n".join(self._data), []
        try:
            return data.decode()
        except UnicodeDecodeError as error:
            raise TransientError("it sent an event that is not UTF-8") from error

"""What a selection holds: one value for each target (format) that its owner offers."""

import json
from collections.abc import Mapping
from typing import IO, NamedTuple, TypeAlias


class Content(NamedTuple):
    """The bytes of one target and the name of their type, which is mostly the target's own."""

    type: str
    data: bytes


Contents: TypeAlias = Mapping[str, Content]


TEXT_TARGETS = ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "STRING", "TEXT")
"""The targets under which X11 applications ask for text; the last two are Latin-1."""

# Clipboard managers keep what they see, unless it calls itself a secret (KDE's convention, widely followed).
_NOT_TO_KEEP = "x-kde-passwordManagerHint"


def of_text(text: str) -> Contents:
    """Return a text as applications ask for it, marked as nobody's to keep."""
    utf8 = text.encode()
    contents = {target: Content(target, utf8) for target in TEXT_TARGETS[:3]}
    if text.isascii():
        contents |= {target: Content("STRING", utf8) for target in TEXT_TARGETS[3:]}
    return contents | {_NOT_TO_KEEP: Content(_NOT_TO_KEEP, b"secret")}


def write(contents: Contents, stream: IO[bytes]) -> None:
    """Write the contents: a JSON line with each target's name, type and length, then the bytes in that order."""
    header = [(target, content.type, len(content.data)) for target, content in contents.items()]
    stream.write(json.dumps(header).encode() + b"\n")
    for content in contents.values():
        stream.write(content.data)


def read(stream: IO[bytes]) -> Contents:
    """Read what `write` wrote; nothing from a stream that ends before."""
    header = json.loads(stream.readline() or b"[]")
    return {target: Content(kind, stream.read(length)) for target, kind, length in header}

"""Protocol Buffers on the wire: the fields of a message by their numbers, as far as a reader wants them.

Source: "Encoding" in Protocol Buffers' documentation. Knows no message but `tf.train.Example`.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from tasks.recorded.steps import BadRecordError

Value: TypeAlias = int | memoryview
"""A number as it is written, or bytes: a text, another message, or several packed numbers."""

_BROKEN = "it is no message of Protocol Buffers, or it breaks off."
_MOST_BITS = 63
_NEGATIVE, _ALL = 1 << 63, 1 << 64


def fields(message: memoryview) -> Iterator[tuple[int, Value]]:
    """Yield the fields in the order in which they are written. Raises `BadRecordError` for what is no message."""
    place = 0
    while place < len(message):
        key, place = _varint(message, place)
        value: Value
        match key & 7:
            case 0:
                value, place = _varint(message, place)
            case 1:
                value, place = _bytes(message, place, 8)
            case 2:
                length, place = _varint(message, place)
                value, place = _bytes(message, place, length)
            case 5:
                value, place = _bytes(message, place, 4)
            case _:
                raise BadRecordError(_BROKEN)
        yield key >> 3, value


def signed(number: int) -> int:
    """Return a number as the whole number with a sign that `int32` and `int64` write so."""
    return number - _ALL if number >= _NEGATIVE else number


def example(data: bytes) -> Mapping[str, list[bytes] | list[int]]:
    """Return the texts and whole numbers of a `tf.train.Example` by their names. Raises `BadRecordError`."""
    found = {}
    for features in messages(memoryview(data), 1):
        for entry in messages(features, 1):
            parts = dict(fields(entry))
            name, feature = parts.get(1), parts.get(2, memoryview(b""))
            if isinstance(name, memoryview) and isinstance(feature, memoryview):
                found[bytes(name).decode("utf-8", "replace")] = _feature(feature)
    return found


def _feature(message: memoryview) -> list[bytes] | list[int]:
    """Return the values of a feature: its field says which kind they are of, and the list within holds them."""
    for kind, values in fields(message):
        if isinstance(values, memoryview) and kind == 1:
            return [bytes(value) for value in messages(values, 1)]
        if isinstance(values, memoryview) and kind == 3:
            return [signed(number) for _, value in fields(values) for number in _numbers(value)]
    return list[int]()


def messages(message: memoryview, number: int) -> Iterator[memoryview]:
    """Return the values of a field that holds messages, or texts. Raises `BadRecordError` for what is no message."""
    return (value for found, value in fields(message) if found == number and isinstance(value, memoryview))


def _numbers(value: Value) -> Iterator[int]:
    """Yield one number, or several that are packed."""
    if isinstance(value, int):
        yield value
        return
    place = 0
    while place < len(value):
        number, place = _varint(value, place)
        yield number


def _varint(message: memoryview, place: int) -> tuple[int, int]:
    """Return the number that begins at a place, seven bits a byte, and where it ends."""
    number = 0
    for shift in range(0, _MOST_BITS + 1, 7):
        if place >= len(message):
            break
        byte, place = message[place], place + 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number, place
    raise BadRecordError(_BROKEN)


def _bytes(message: memoryview, place: int, length: int) -> tuple[memoryview, int]:
    """Return so many bytes from a place, and where they end."""
    if length > len(message) - place:
        raise BadRecordError(_BROKEN)
    return message[place : place + length], place + length

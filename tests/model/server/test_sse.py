"""Events out of bytes, however the bytes come."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.server.errors import TransientError
from model.server.sse import MAX_EVENT_BYTES, EventReader

STREAM = (
    b": a comment\nevent: ping\nid: 3\n\ndata: one\r\n\r\ndata:two\ndata: lines\n\n"
    + "data: \u2028 你好 \u0085 😀\n\n".encode()
    + b"data: cut"
)
EVENTS = ["one", "two\nlines", "\u2028 你好 \u0085 😀"]


def read(*chunks: bytes) -> list[str]:
    reader = EventReader()
    return [data for chunk in chunks for data in reader.feed(chunk)]


def test_events_are_parted_by_blank_lines_and_comments_are_passed_over() -> None:
    assert read(STREAM) == EVENTS


@given(st.lists(st.integers(0, len(STREAM)), max_size=20))
def test_where_the_bytes_are_cut_does_not_matter(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(STREAM)]
    assert read(*(STREAM[a:b] for a, b in pairwise(edges))) == EVENTS


def test_lines_may_end_in_carriage_returns_alone() -> None:
    assert read(b"data: one\r\rdata: two\r\rdata") == ["one", "two"]


@pytest.mark.parametrize("piece", [b"x" * 65536, b"data: " + b"x" * 65536 + b"\n"], ids=["a line", "many lines"])
def test_an_event_without_end_is_given_up(piece: bytes) -> None:
    with pytest.raises(TransientError, match="more than 1 MiB"):
        read(*[piece] * (MAX_EVENT_BYTES // len(piece) + 2))


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(TransientError, match="UTF-8"):
        read(b"data: \xff\xfe\n\n")

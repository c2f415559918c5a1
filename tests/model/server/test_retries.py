"""How long is waited between tries."""

import email.utils
import time

import pytest

from model.base import ModelError
from model.server.responses import retry_after
from model.server.retries import waiting_time
from model.server.settings import ServerSettings

SETTINGS = ServerSettings(backoff_seconds=1, longest_wait_seconds=20)


@pytest.mark.parametrize(("number", "longest"), [(1, 1), (2, 2), (3, 4), (4, 8), (9, 20), (20, 20)])
def test_waits_double_up_to_the_longest_and_are_spread(number: int, longest: float) -> None:
    waits = {waiting_time(number, None, SETTINGS) for _ in range(50)}
    assert longest / 2 <= min(waits) < max(waits) <= longest


def test_what_the_server_asks_for_is_honoured() -> None:
    assert waiting_time(1, 12, SETTINGS) == 12


def test_a_server_that_asks_for_too_long_ends_the_run() -> None:
    with pytest.raises(ModelError, match="3600 s"):
        waiting_time(1, 3600, SETTINGS)


def test_retry_after_is_a_number_or_a_date() -> None:
    assert retry_after("1.5") == 1.5
    soon = retry_after(email.utils.formatdate(time.time() + 30, usegmt=True))
    assert soon is not None
    assert 28 <= soon <= 30


@pytest.mark.parametrize(
    ("value", "seconds"), [("-3", None), ("Fri, 01 Jan 1999 00:00:00 GMT", 0), ("", None), ("nan", None), ("inf", None)]
)
def test_retry_after_that_is_past_or_no_time_is_not_waited_for(value: str, seconds: float | None) -> None:
    assert retry_after(value) == seconds

"""Asks again after faults that pass: with growing waits, at most so often, and as the server wishes."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

from model.base import ModelError
from model.server.errors import TransientError
from model.server.settings import ServerSettings

T = TypeVar("T")

_log = logging.getLogger(__name__)


async def with_retries(attempt: Callable[[], Awaitable[T]], settings: ServerSettings) -> T:
    """Return what an attempt returns. Raises `ModelError` after the last one, and lets all other errors through."""
    for number in range(1, settings.tries + 1):
        try:
            return await attempt()
        except TransientError as error:
            if number == settings.tries:
                raise ModelError(f"The server failed {number} times, at last so: {error}.") from error
            wait = waiting_time(number, error.wait, settings)
            _log.info("the server failed, asking again in %.1f s", wait)
            await asyncio.sleep(wait)
    raise AssertionError("there is at least one try")


def waiting_time(number: int, asked_for: float | None, settings: ServerSettings) -> float:
    """Return the seconds to wait after try `number`: doubled each time, spread so that clients do not march in step.

    What the server asks for comes first; where that is longer than we wait, the run had better end: `ModelError`.
    """
    if asked_for is None:
        backoff = min(settings.backoff_seconds * 2.0 ** (number - 1), settings.longest_wait_seconds)
        return backoff * random.uniform(0.5, 1.0)  # noqa: S311 - spreads load, guards nothing
    if asked_for > settings.longest_wait_seconds:
        raise ModelError(f"The server is busy and asks to be left alone for {asked_for:.0f} s: try again then.")
    return asked_for

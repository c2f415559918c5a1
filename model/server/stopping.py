"""Runs one piece of work until it is done or the user's stop comes."""

import asyncio
from collections.abc import Coroutine
from threading import Event
from typing import Any, TypeVar

from model.base import GenerationStopped

POLL_SECONDS = 0.01

T = TypeVar("T")


async def until_stopped(work: Coroutine[Any, Any, T], stop: Event) -> T:
    """Return what `work` returns. When `stop` is set, cancel it wherever it waits and raise `GenerationStopped`.

    A `threading.Event` wakes no event loop, so it is looked at a hundred times a second.
    """
    task = asyncio.ensure_future(work)
    try:
        while not task.done():
            if stop.is_set():
                raise GenerationStopped
            await asyncio.wait({task}, timeout=POLL_SECONDS)
        return task.result()
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

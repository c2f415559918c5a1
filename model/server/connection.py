"""The way to one server: an HTTP client, an event loop of its own to run it on, and a secret that stays in here."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import httpx

from model.base import ModelError
from model.server.address import Address
from model.server.credential import Credential
from model.server.settings import ServerSettings

T = TypeVar("T")


class Connection:
    """Runs requests to one address for callers that know no event loop."""

    def __init__(self, address: Address, credential: Credential, settings: ServerSettings) -> None:
        self.address = address
        self._credential = credential
        # Unlike asyncio.run(), a runner does not wait for its threads each time: a stop must not wait for a slow DNS.
        self._runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self.client = httpx.AsyncClient(
            base_url=address.base,
            headers={"Authorization": credential.header} if credential.header else {},
            timeout=httpx.Timeout(None, connect=settings.connect_seconds),  # the rest is timed by what arrives
            limits=httpx.Limits(max_keepalive_connections=0),
            verify=address.base.startswith("https"),  # certificates take 40 ms to load, plain http needs none
            trust_env=not address.is_loopback,  # no proxy stands between this machine and itself
        )

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Return what `work` returns; a `ModelError` of it never holds the secret."""
        try:
            return self._runner.run(work)
        except ModelError as error:
            shown = self._credential.hidden_in(str(error))
            if shown == str(error):
                raise
            raise ModelError(shown) from None

    def close(self) -> None:
        """Free the event loop and what hangs on it."""
        self._runner.run(self.client.aclose())
        self._runner.close()

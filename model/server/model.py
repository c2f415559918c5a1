"""`ServerModel`: a request goes out, a streamed reply comes back, through stops, time-outs and a server's bad days."""

import asyncio
import logging
import os
import time
from collections.abc import Callable, Mapping
from functools import partial
from threading import Event
from typing import Any

from model.base import ModelError, Request
from model.families import family_for, family_named
from model.reply import Reply
from model.server.address import Address
from model.server.body import chat_body, extensions
from model.server.chunk import Transcript
from model.server.connection import Connection
from model.server.credential import find_credential
from model.server.discovery import ServedModel, find_served_model
from model.server.errors import RequestRefusedError
from model.server.exchange import Exchange
from model.server.retold import Retold
from model.server.retries import with_retries
from model.server.settings import ServerSettings, variable
from model.server.stopping import until_stopped

_log = logging.getLogger(__name__)


class ServerModel:
    """A model behind an OpenAI-compatible server; `connect` finds it.

    A stop cancels a request wherever it waits, which closes its connection, and by that the server stops writing too.
    """

    def __init__(self, connection: Connection, served: ServedModel, settings: ServerSettings) -> None:
        self.family = family_named(settings.family) if settings.family else family_for(served.name)
        self._connection, self._served, self._settings = connection, served, settings
        self._exchange = Exchange(connection.client, settings)
        self._takes_extensions = True

    @classmethod
    def connect(
        cls, spec: str, settings: ServerSettings | None = None, environ: Mapping[str, str] = os.environ
    ) -> "ServerModel":
        """Reach the server at `URL[#NAME]` and find its model. Raises `ModelError`.

        Settings and key are the environment's (or, the key, the keyring's) where they are not given.
        """
        settings = settings or ServerSettings.from_environment(environ)
        address = Address.parse(spec)
        credential = find_credential(address, environ, over_plain_http=settings.key_over_plain_http)
        connection = Connection(address, credential, settings)
        try:
            served = connection.run(find_served_model(connection.client, address, settings.connect_seconds))
            return cls(connection, served, settings)
        except BaseException:
            connection.close()
            raise

    @property
    def name(self) -> str:
        """`server:URL#NAME`, without user, password or key."""
        return f"server:{self._connection.address.base}#{self._served.name}"

    @property
    def repeats_because(self) -> str:
        """See `model.base.Repeating`."""
        return "" if self._settings.temperature else f"set {variable('temperature')}, such as 0.7"

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        """Answer. Raises `GenerationStopped` within 50 ms of a stop, whatever the server does, and `ModelError`."""
        return self._connection.run(until_stopped(self._answer(request, on_text), stop))

    def answer_now(self) -> None:
        """Go on thinking: the protocol has no word for it. `max_tokens` bounds a thought all the same."""

    def close(self) -> None:
        """Free the connection."""
        self._connection.close()

    async def _answer(self, request: Request, on_text: Callable[[str], None]) -> Reply:
        started = time.monotonic()
        body = await asyncio.to_thread(chat_body, request, self._served.name, self.family, self._settings)
        extra = extensions(request, self._served.engine, self._settings)
        attempt = partial(self._ask, body, extra, Retold(on_text))
        try:
            async with asyncio.timeout(self._settings.reply_seconds):
                transcript = await with_retries(attempt, self._settings)
        except TimeoutError as error:
            seconds = self._settings.reply_seconds
            raise ModelError(
                f"The reply was not finished after {seconds:g} s; {variable('reply_seconds')} sets how long."
            ) from error
        return transcript.reply(time.monotonic() - started, thinks=self.family.thinks)

    async def _ask(self, body: dict[str, Any], extra: dict[str, Any], retold: Retold) -> Transcript:
        retold.start_over()
        if not self._takes_extensions:
            return await self._exchange.ask(body, retold.tell)
        try:
            return await self._exchange.ask(body | extra, retold.tell)
        except RequestRefusedError:
            transcript = await self._exchange.ask(body, retold.tell)
        self._takes_extensions = False
        _log.info("the server takes no %s: asking without from now on", ", ".join(extra))
        return transcript

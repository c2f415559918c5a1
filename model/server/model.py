"""`ServerModel`: a request goes out, a streamed reply comes back, through stops, time-outs and a server's bad days."""

import asyncio
import logging
import os
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from threading import Event
from typing import Any

from model.base import ModelError, Request
from model.families import Family, family_for, family_named
from model.local_servers.engine import Engine, engine_of
from model.reply import Reply
from model.server.address import Address
from model.server.begun import BegunTurn, end_of_thought
from model.server.body import chat_body, extensions
from model.server.chunk import Transcript
from model.server.connection import Connection
from model.server.credential import find_credential
from model.server.discovery import ServedModel, find_served_model
from model.server.errors import RequestRefusedError, TransientError
from model.server.exchange import Enough, Exchange, never
from model.server.images import image_count, with_images
from model.server.retold import Retold
from model.server.retries import with_retries
from model.server.settings import ServerSettings, variable
from model.server.stopping import until_stopped
from model.server.thinking import ThoughtLimit, continued

_log = logging.getLogger(__name__)
_ANY = sys.maxsize


class ServerModel:
    """A model behind an OpenAI-compatible server; `connect` finds it.

    A stop cancels a request wherever it waits, which closes its connection, and by that the server stops writing too.
    """

    def __init__(self, connection: Connection, served: ServedModel, settings: ServerSettings) -> None:
        self._engine = engine_of(served.engine)
        self.family = _seen_by(self._engine, settings.family, served.name)
        self._connection, self._served, self._settings = connection, served, settings
        self._exchange = Exchange(connection.client, settings)
        self._takes_extensions = True
        self._begun = BegunTurn(connection.client, self._engine, self.family)
        self._continues = bool(self._engine and self._engine.continues and self.family.thinks)
        self._answer_now = Event()
        self._most_images = settings.images or (self._engine and self._engine.most_images) or _ANY

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
        self._answer_now.clear()
        return self._connection.run(until_stopped(self._answer(request, on_text), stop))

    def answer_now(self) -> None:
        """End the thought, where the server can go on with a begun reply; others think on, as `max_tokens` allows."""
        self._answer_now.set()

    def close(self) -> None:
        """Free the connection."""
        self._connection.close()

    async def _answer(self, request: Request, on_text: Callable[[str], None]) -> Reply:
        started = time.monotonic()
        try:
            async with asyncio.timeout(self._settings.reply_seconds):
                transcript = await self._with_fewer_images(request, Retold(on_text))
        except TimeoutError as error:
            seconds = self._settings.reply_seconds
            raise ModelError(
                f"The reply was not finished after {seconds:g} s; {variable('reply_seconds')} sets how long."
            ) from error
        return transcript.reply(time.monotonic() - started, thinks=self.family.thinks)

    async def _with_fewer_images(self, request: Request, retold: Retold) -> Transcript:
        """Ask with as many images as the server takes: what it refuses may be their number, or what they take up."""
        while True:
            shown = with_images(request, self._most_images)
            body = await asyncio.to_thread(chat_body, shown, self._served.name, self.family, self._settings)
            extra = extensions(shown, self._served.engine, self._settings)
            try:
                return await with_retries(partial(self._ask, body, extra, retold), self._settings)
            except RequestRefusedError as error:
                if (images := image_count(shown)) <= 1:
                    raise
                self._most_images = images // 2
                _log.info("asking with %d images from now on: %s", self._most_images, error)

    async def _ask(self, body: dict[str, Any], extra: dict[str, Any], retold: Retold) -> Transcript:
        retold.start_over()
        limit = self._limit()
        transcript = await self._asked(body, extra, retold, limit.is_over if limit else never)
        if transcript.finished:
            return transcript
        begun, text = await self._begun.of(transcript.text)
        retold.tell(end_of_thought(self.family))
        try:
            return await self._exchange.ask(
                continued(body | (extra if self._takes_extensions else {}), begun, transcript.pieces),
                retold.tell,
                transcript=Transcript(text, transcript.pieces),
            )
        except RequestRefusedError as error:
            self._continues = False
            _log.info("the server does not go on with a begun reply: thoughts are not ended from now on")
            raise TransientError("it does not go on with a begun reply") from error

    def _limit(self) -> ThoughtLimit | None:
        if not self._continues:
            return None
        tokens = self._settings.thought_tokens
        return ThoughtLimit(
            self.family,
            self.family.thought_tokens if tokens is None else tokens,
            self._settings.thought_seconds,
            self._answer_now,
        )

    async def _asked(self, body: dict[str, Any], extra: dict[str, Any], retold: Retold, enough: Enough) -> Transcript:
        """Ask with what only some servers take, and without it once that was refused."""
        if not self._takes_extensions:
            return await self._exchange.ask(body, retold.tell, enough)
        try:
            return await self._exchange.ask(body | extra, retold.tell, enough)
        except RequestRefusedError:
            transcript = await self._exchange.ask(body, retold.tell, enough)
        self._takes_extensions = False
        _log.info("the server takes no %s: asking without from now on", ", ".join(extra))
        return transcript


def _seen_by(engine: Engine | None, said: str, name: str) -> Family:
    """Return the model's family, with images no larger than the server leaves as they are."""
    family = family_named(said) if said else family_for(name)
    pixels = engine.pixels(family.grid.factor) if engine and family.grid else None
    return family.with_images_up_to(pixels) if pixels else family

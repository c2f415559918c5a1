"""`EngineModel`: asks the resident engine, and starts it anew where it died. Holds no model, and loads no torch."""

import asyncio
import logging
import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Event, Thread
from uuid import uuid4

import httpx

from model.base import ModelError, Part, Request
from model.engine.places import Place, Wanted
from model.engine.server import AHEAD, CHAT, NOW
from model.engine.starting import answers, client, engine_for, last_words
from model.engine.wire import Pictures, ahead_body, chat_body
from model.families import family_named
from model.glm.settings import Progress, no_progress
from model.reply import Reply
from model.server.chunk import Transcript
from model.server.errors import TransientError
from model.server.exchange import Exchange
from model.server.retold import Retold
from model.server.settings import ServerSettings
from model.server.stopping import until_stopped

_log = logging.getLogger(__name__)

_TRIES = 2  # of one request: an engine that dies of it once may have been killed, twice it is the request
_STARTS = 5
_PATIENT = ServerSettings(first_token_seconds=1e6, between_tokens_seconds=1e6, reply_seconds=1e6)
_NO_LIMIT = httpx.Timeout(None)
"""The line before the model may be long, and an engine that hangs is seen by nobody but the person with the stop."""


class EngineModel:
    """A model in another process. Calls come from one thread at a time, but for `answer_now`."""

    def __init__(
        self,
        wanted: Wanted,
        *,
        on_progress: Progress = no_progress,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        """Find the engine or start it; raises `ModelError`."""
        self._wanted, self._environ = wanted, environ
        self._runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self._asked = ""
        self._pictures = Pictures()
        self._ahead = 0
        self._place = self._found(on_progress)

    @property
    def name(self) -> str:
        """What the model in the engine is called."""
        return self._name

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        """Answer. Raises `GenerationStopped` within 50 ms of a stop, and `ModelError`.

        Where the engine dies it is started again, and asked once more.
        """
        self._asked = uuid4().hex
        self._ahead += 1  # what was not sent until now is of no use any more
        return self._runner.run(until_stopped(self._answer(request, on_text), stop))

    def read_ahead(self, content: tuple[Part, ...]) -> None:
        """See `model.base.ReadingAhead`. A busy engine, or one that does not answer, does not read ahead."""
        self._ahead += 1
        Thread(target=self._send_ahead, args=(content, self._ahead), name="read ahead", daemon=True).start()

    def answer_now(self) -> None:
        """End the thought that is being written, or will be when the line has come to it."""
        with suppress(httpx.HTTPError), client(self._place) as http:
            http.post(NOW, json={"id": self._asked})

    def close(self) -> None:
        """Free the event loop; the engine stays, for the next one."""
        self._runner.close()

    def _send_ahead(self, content: tuple[Part, ...], number: int) -> None:
        body = ahead_body(content, self._pictures)
        if number == self._ahead and answers(self._place):
            with suppress(httpx.HTTPError), client(self._place) as http:
                http.post(AHEAD, json=body)

    async def _answer(self, request: Request, on_text: Callable[[str], None]) -> Reply:
        started = time.monotonic()
        limited = self._wanted.limited(request, self.family)
        body = await asyncio.to_thread(chat_body, limited, self._name, self._asked, self._pictures)
        retold = Retold(on_text)
        for tries in range(1, _TRIES + 1):
            retold.start_over()
            await self._have_engine()
            try:
                transcript = await self._ask(body, retold.tell)
            except TransientError as error:
                words = last_words(self._place)
                if tries == _TRIES:
                    raise ModelError(f"The engine ended {tries} times in mid-reply: {words or error}.") from error
                _log.warning("The engine ended in mid-reply and is started again. %s", words)
            else:
                return transcript.reply(time.monotonic() - started, thinks=self.family.thinks)
        raise AssertionError("the last try returns or raises")

    async def _have_engine(self) -> None:
        """Find or start one where none answers any more; it may end before it is asked, with nobody at it."""
        for _ in range(_STARTS):
            if answers(self._place):
                return
            self._place = await asyncio.to_thread(self._found, no_progress)

    async def _ask(self, body: dict[str, object], on_text: Callable[[str], None]) -> Transcript:
        transport = httpx.AsyncHTTPTransport(uds=str(self._place.socket))
        base = "http://engine" + CHAT.removesuffix("chat/completions")
        async with httpx.AsyncClient(transport=transport, base_url=base, timeout=_NO_LIMIT) as http:
            return await Exchange(http, _PATIENT).ask(body, on_text)

    def _found(self, on_progress: Progress) -> Place:
        place, standing = engine_for(self._wanted, on_progress, self._environ)
        self._name, self.family = standing.name, family_named(standing.family)
        self.repeats_because = standing.repeats_because
        return place

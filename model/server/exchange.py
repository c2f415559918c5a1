"""One try at a chat completion: sent, streamed and read, or the reason why not."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx

from model.base import ModelError
from model.server.chunk import Chunk, Transcript
from model.server.errors import TransientError
from model.server.responses import check_kind, check_status, read_bounded
from model.server.settings import ServerSettings, variable
from model.server.sse import EventReader

OnText = Callable[[str], None]
Enough = Callable[[Transcript], bool]

_AFTER_THE_END = 2.0
"""Seconds that a finished reply waits for the count of its tokens."""


def never(_transcript: Transcript) -> bool:
    """Read a reply to its end."""
    return False


@dataclass(frozen=True)
class Exchange:
    """Sends bodies to one server. Each try has a connection of its own, closed with it, also when cancelled."""

    client: httpx.AsyncClient
    settings: ServerSettings

    async def ask(
        self, body: dict[str, Any], on_text: OnText, enough: Enough = never, *, transcript: Transcript | None = None
    ) -> Transcript:
        """Return what the model wrote, up to where it is `enough`.

        What has its `finish_reason` is a reply, whatever the connection does afterwards. Raises `TransientError` where
        asking again may help, else `ModelError`.
        """
        transcript = transcript or Transcript()
        try:
            await self._ask(body, transcript, on_text, enough)
        except (TransientError, ModelError):
            if not transcript.finished:
                raise
        if not (transcript.finished or enough(transcript)):
            raise TransientError("its stream ended in the middle of the reply")
        return transcript

    async def _ask(self, body: dict[str, Any], transcript: Transcript, on_text: OnText, enough: Enough) -> None:
        try:
            async with asyncio.timeout(self.settings.first_token_seconds) as limit:

                def on_new(text: str) -> None:
                    wait = _AFTER_THE_END if transcript.finished else self.settings.between_tokens_seconds
                    limit.reschedule(asyncio.get_running_loop().time() + wait)
                    if text:
                        on_text(text)

                await self._stream(body, transcript, on_new, enough)
        except TimeoutError as error:
            raise self._too_slow(transcript) from error
        except httpx.ConnectError as error:
            raise TransientError(f"nothing answers there ({error})") from error
        except httpx.RequestError as error:
            raise TransientError(f"the connection broke ({str(error) or type(error).__name__})") from error

    async def _stream(self, body: dict[str, Any], transcript: Transcript, on_new: OnText, enough: Enough) -> None:
        async with self.client.stream("POST", "chat/completions", json=body) as response:
            await check_status(response)
            if check_kind(response) == "application/json":
                on_new(transcript.add(Chunk.read(await read_bounded(response))))
                return
            events = EventReader()
            async for piece in response.aiter_bytes():
                for data in events.feed(piece):
                    if data == "[DONE]":
                        return
                    new = transcript.add(Chunk.read(data))
                    if new or transcript.finished:
                        on_new(new)
                    if enough(transcript):
                        return

    def _too_slow(self, transcript: Transcript) -> Exception:
        if transcript.text:
            return TransientError(f"it fell silent for {self.settings.between_tokens_seconds:g} s in mid-reply")
        return ModelError(
            f"The server wrote nothing for {self.settings.first_token_seconds:g} s: it may be overloaded. "
            f"Look at its log, or set {variable('first_token_seconds')} higher."
        )

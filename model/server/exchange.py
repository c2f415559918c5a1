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


@dataclass(frozen=True)
class Exchange:
    """Sends bodies to one server. Each try has a connection of its own, closed with it, also when cancelled."""

    client: httpx.AsyncClient
    settings: ServerSettings

    async def ask(self, body: dict[str, Any], on_text: OnText) -> Transcript:
        """Return what the model wrote. Raises `TransientError` where asking again may help, else `ModelError`."""
        transcript = Transcript()
        try:
            async with asyncio.timeout(self.settings.first_token_seconds) as limit:

                def on_new(text: str) -> None:
                    limit.reschedule(asyncio.get_running_loop().time() + self.settings.between_tokens_seconds)
                    on_text(text)

                await self._stream(body, transcript, on_new)
        except TimeoutError as error:
            raise self._too_slow(transcript) from error
        except httpx.ConnectError as error:
            raise TransientError(f"nothing answers there ({error})") from error
        except httpx.RequestError as error:
            raise TransientError(f"the connection broke ({str(error) or type(error).__name__})") from error
        if not transcript.finished:
            raise TransientError("its stream ended in the middle of the reply")
        return transcript

    async def _stream(self, body: dict[str, Any], transcript: Transcript, on_new: OnText) -> None:
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
                    if new := transcript.add(Chunk.read(data)):
                        on_new(new)

    def _too_slow(self, transcript: Transcript) -> Exception:
        if transcript.text:
            return TransientError(f"it fell silent for {self.settings.between_tokens_seconds:g} s in mid-reply")
        return ModelError(
            f"The server wrote nothing for {self.settings.first_token_seconds:g} s: it may be overloaded. "
            f"Look at its log, or set {variable('first_token_seconds')} higher."
        )

"""One question, put to a model as often as a way of asking needs: what is heard is read, and its cost added up."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Event
from typing import NoReturn

from PIL import Image

from actions.dialects.base import Dialect, ParsedAnswer
from actions.errors import UnreadableReplyError
from actions.schema import Action
from agent.grounding.reply import Heard
from agent.prompt.builder import note_on_closer_look
from model.base import GenerationStopped, Model, ModelError, Request
from model.reply import Reply


@dataclass(frozen=True)
class Revision:
    """What further looks came to: whose notes count, the action, and in a sentence what changed and why."""

    base: Heard
    action: Action
    note: str

    @property
    def parsed(self) -> ParsedAnswer:
        """The answer that counts."""
        assert self.base.parsed is not None, "what cannot be read is no base"
        return replace(self.base.parsed, action=self.action)


class Asking:
    """Puts one request to a model, and counts `calls`, `tokens` and `seconds`. Only the first answer is streamed."""

    def __init__(self, model: Model, request: Request, dialect: Dialect, stop: Event) -> None:
        self._model, self._request, self._dialect = model, request, dialect
        self.stop = stop
        self.calls, self.tokens, self.seconds = 0, 0, 0.0

    @property
    def screenshot(self) -> Image.Image:
        """What is asked about. Raises `ModelError` where the request has none."""
        return self._request.screenshot or _blind()

    def ask(self, on_text: Callable[[str], None] = lambda _text: None) -> Heard:
        """Ask as it stands. Raises what the model raises."""
        return self._heard(self._request, on_text)

    def ask_closer(self, image: Image.Image) -> Heard:
        """Ask about a part of the screenshot, enlarged to its size: what the prompt says of sizes still holds."""
        shown = (image if part is self._request.screenshot else part for part in self._request.content)
        content = (*shown, f"\n\n{note_on_closer_look(self._request.goal)}")
        return self._heard(replace(self._request, content=content, screenshot=image), lambda _text: None)

    @contextmanager
    def working(self) -> Iterator[None]:
        """Count the time of other work on the answer."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self.seconds += time.perf_counter() - started

    def _heard(self, request: Request, on_text: Callable[[str], None]) -> Heard:
        if self.stop.is_set():
            raise GenerationStopped
        reply = self._model.generate(request, on_text, self.stop)
        self.calls, self.tokens, self.seconds = self.calls + 1, self.tokens + reply.tokens, self.seconds + reply.seconds
        return Heard(reply, self._read(reply))

    def _read(self, reply: Reply) -> ParsedAnswer | None:
        try:
            return self._dialect.read(reply.answer)
        except UnreadableReplyError:
            return None


def _blind() -> NoReturn:
    raise ModelError("A closer look needs the screenshot, and this request has none.")

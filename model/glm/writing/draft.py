"""A reply as it is written: thought, then free text, then an action held to its grammar.

Decides what is written in place of what the model would: the end of a spent thought, the beginning of an action that
is overdue. Knows nothing of the network; time comes from a clock that tests can replace.
"""

import time
from codecs import getincrementaldecoder
from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING

from model.glm.settings import GlmSettings

if TYPE_CHECKING:
    from model.base import Grammar
    from model.glm.prompt.vocabulary import Vocabulary

_THINK, _THINK_END, _ANSWER_END = b"<think>", b"</think>", b"</answer>"


class Phase(Enum):
    """Where in a reply the next token falls."""

    OPENING = auto()
    THOUGHT = auto()
    ANSWER = auto()
    ACTION = auto()
    ENDED = auto()


class Draft:
    """The reply so far. `tokens` leaves out the stop token."""

    def __init__(
        self,
        vocabulary: "Vocabulary",
        settings: GlmSettings,
        grammar: "Grammar | None",
        *,
        opened: bool,
        limit: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._vocabulary = vocabulary
        self._settings = settings
        self._trigger = grammar.trigger if grammar else ""
        self._limit = limit
        self._free_limit = limit - settings.action_tokens if grammar else limit
        self._clock = clock
        self._began = clock()
        self._utf8 = getincrementaldecoder("utf-8")("replace")
        self._part = b""
        self._part_start = 0
        self.phase = Phase.THOUGHT if opened else Phase.OPENING
        self.tokens: list[int] = []
        self.text = ""

    def forced(self, *, answer_now: bool) -> list[int]:
        """Return what has to be written now whatever the model would write; empty where it is free."""
        if self.phase is Phase.THOUGHT and (answer_now or self._thought_is_spent()):
            return self._vocabulary.encode(self._settings.end_of_thought)
        if self._awaits_action() and self._answer_is_spent():
            return self._begin_action()
        return []

    def revise(self, token: int) -> list[int]:
        """Return what is written for a token that the model chose: nearly always that token."""
        stops = token in self._vocabulary.stops
        if self.phase is Phase.THOUGHT and stops:
            return self._vocabulary.encode(self._settings.end_of_thought)
        if not self._awaits_action():
            return [token]
        part = self._part + self._vocabulary.bytes_of(token)
        if stops or _ANSWER_END in part:
            return self._begin_action()
        _, trigger, beyond = part.partition(self._trigger.encode())
        return self._begin_action() if trigger and beyond else [token]

    def commit(self, token: int) -> str:
        """Take a token into the reply; return the characters that it completes."""
        if token in self._vocabulary.stops:
            return self.end()
        self.tokens.append(token)
        data = self._vocabulary.bytes_of(token)
        self._part += data
        self._advance()
        if len(self.tokens) >= self._limit:
            self.phase = Phase.ENDED
        return self._decoded(data, final=self.phase is Phase.ENDED)

    def end(self) -> str:
        """End the reply where it stands; return what was left of its last character."""
        self.phase = Phase.ENDED
        return self._decoded(b"", final=True)

    def _decoded(self, data: bytes, *, final: bool) -> str:
        characters = self._utf8.decode(data, final)
        self.text += characters
        return characters

    def _advance(self) -> None:
        if self.phase is Phase.OPENING:
            begun = self._part.lstrip()
            if begun.startswith(_THINK):
                self.phase = Phase.THOUGHT
            elif not _THINK.startswith(begun):
                self.phase = Phase.ANSWER
        if self.phase is Phase.THOUGHT and _THINK_END in self._part:
            self._part = self._part.partition(_THINK_END)[2]
            self._part_start = len(self.tokens)
            self.phase = Phase.ANSWER
        if self._awaits_action() and self._part.endswith(self._trigger.encode()):
            self.phase = Phase.ACTION

    def _awaits_action(self) -> bool:
        return bool(self._trigger) and self.phase in (Phase.OPENING, Phase.ANSWER)

    def _thought_is_spent(self) -> bool:
        settings, written = self._settings, len(self.tokens)
        seconds = self._clock() - self._began
        return written >= min(settings.thought_tokens, self._free_limit) or seconds >= settings.thought_seconds

    def _answer_is_spent(self) -> bool:
        written = len(self.tokens)
        return written - self._part_start >= self._settings.answer_tokens or written >= self._free_limit

    def _begin_action(self) -> list[int]:
        """Write the trigger, or what a token that overshot it left out of it."""
        for written in range(len(self._trigger) - 1, 0, -1):
            if self._part.endswith(self._trigger[:written].encode()):
                return self._vocabulary.encode(self._trigger[written:])
        return self._vocabulary.encode("\n" + self._trigger)

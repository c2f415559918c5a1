"""When the thought of a served reply has to end, and how its answer is then asked for.

The request is broken off, and sent again with what was thought so far as the beginning of the reply, its end written
for the model. Servers that continue a begun reply take that: vLLM and SGLang as `continue_final_message`, llama.cpp
too.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from model.families import Family
from model.server.begun import Turn
from model.server.chunk import Transcript


@dataclass(frozen=True)
class ThoughtLimit:
    """The tokens and seconds that a thought may take, and the user's wish to have the answer now."""

    family: Family
    tokens: int
    seconds: float
    answer_now: Event
    now: Callable[[], float] = time.monotonic
    _began: list[float] = field(default_factory=list, init=False)

    def is_over(self, transcript: Transcript) -> bool:
        """Say whether a thought is being written that has to end."""
        if not self._began:
            self._began.append(self.now())
        if not transcript.text or self.family.end_of_thought in transcript.text or not transcript.is_thinking:
            return False
        spent = transcript.pieces >= self.tokens or self.now() - self._began[0] >= self.seconds
        return spent or self.answer_now.is_set()


def continued(body: dict[str, Any], begun: Turn, written: int) -> dict[str, Any]:
    """Return the body that asks to go on with a reply of which so many tokens are written."""
    return body | {
        "messages": [*body["messages"], begun],
        "max_tokens": max(body["max_tokens"] - written, 1),
        "add_generation_prompt": False,
        "continue_final_message": True,
    }

"""A reply that was begun, as the turn that a server goes on with.

Servers put the turn into the chat template, and llama.cpp's does so in its own way: it writes the template's opening of
a reply first, a tag that opens the thought included, and where it knows how the template writes thoughts, it wants them
in a field of their own. What becomes of a turn is asked of the server once, and the first way that is right is taken.

Source: `common/chat-auto-parser-generator.cpp` and `/apply-template` in tools/server/README.md of llama.cpp (b11434).
"""

import re
from collections.abc import Callable
from typing import Any, TypeAlias

import httpx
from pydantic import BaseModel, ValidationError

from model.families import Family
from model.local_servers.engine import LLAMACPP, Engine
from model.server.responses import read_bounded

Turn: TypeAlias = dict[str, Any]
_Way: TypeAlias = Callable[[str, str, str], Turn]

_OPENING = re.compile(r"\s*(<(?:grounding_)?think(?:ing)?>)")
_USUAL = "<think>"
_THOUGHT_END = "</think>"
_PROBE = "\nThis is a thought."


def _whole(opening: str, thought: str, end: str) -> Turn:
    return {"role": "assistant", "content": opening + thought + end}


def _unopened(_opening: str, thought: str, end: str) -> Turn:
    return {"role": "assistant", "content": thought + end}


def _parted(_opening: str, thought: str, end: str) -> Turn:
    before, _, after = end.partition(_THOUGHT_END)
    return {"role": "assistant", "reasoning_content": thought + before, "content": after}


class BegunTurn:
    """Writes begun replies of one family for one server."""

    def __init__(self, client: httpx.AsyncClient, engine: Engine | None, family: Family) -> None:
        self._client, self._family = client, family
        self._way: _Way | None = None if engine is LLAMACPP else _whole

    async def of(self, text: str) -> tuple[Turn, str]:
        """Return the turn of a reply that broke off in its thought, and all of its text: the thought is ended."""
        begun = (*_opened(text), end_of_thought(self._family))
        if self._way is None:
            self._way = await self._found((begun[0], _PROBE, begun[2]))
        return self._way(*begun), "".join(begun)

    async def _found(self, begun: tuple[str, str, str]) -> _Way:
        """Return the way whose prompt ends with the begun reply, and opens one thought."""
        expected = _without_space("".join(begun))
        for way in (_whole, _unopened, _parted):
            prompt = await self._prompt(way(*begun))
            if _without_space(prompt).endswith(expected) and len(_OPENING.findall(prompt)) == 1:
                return way
        return _whole

    async def _prompt(self, turn: Turn) -> str:
        """Return the prompt that a turn becomes; nothing where the server does not say."""
        base = self._client.base_url
        url = base.copy_with(path=base.path.removesuffix("v1/") + "apply-template")
        messages = [{"role": "user", "content": "What now?"}, turn]
        body = {"messages": messages, "add_generation_prompt": False, "continue_final_message": True}
        try:
            async with self._client.stream("POST", url, json=body) as response:
                return _Applied.model_validate_json(await read_bounded(response)).prompt
        except (httpx.HTTPError, ValidationError):
            return ""


class _Applied(BaseModel):
    prompt: str


def _opened(text: str) -> tuple[str, str]:
    """Return the tag that opens the thought, and the rest; it may have stood in the prompt."""
    if found := _OPENING.match(text):
        return found[1], text[found.end() :].rstrip()
    return _USUAL, "\n" + text.rstrip()


def _without_space(text: str) -> str:
    return "".join(text.split())


def end_of_thought(family: Family) -> str:
    """Return what is written for the model to end its thought."""
    return f"\n{family.end_of_thought}\n"

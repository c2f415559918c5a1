"""A request as a chat completion's body: what every server knows, and apart from it what only some do."""

import base64
import io
import json
from typing import Any

from PIL import Image

from model.base import Grammar, Message, Part, Request
from model.families import Family
from model.server.settings import ServerSettings

_ANSWER_GRAMMAR = """\
start: before action
before[suffix={trigger}]: /(?s:.*)/
action: %lark {{
{lark}
}}
"""


def chat_body(request: Request, model: str, family: Family, settings: ServerSettings) -> dict[str, Any]:
    """Return the part of the body that every server takes: the turns, images in their places."""
    return {
        "model": model,
        "messages": [_message(turn, family) for turn in (*request.earlier, Message("user", request.content))],
        "temperature": settings.temperature,
        "max_tokens": settings.max_tokens,
        "stream": True,
    }


def extensions(request: Request, engine: str, settings: ServerSettings) -> dict[str, Any]:
    """Return what only some servers take; the request is repeated without it where one does not.

    Special tokens are kept because GLM wraps actions in some; `stream_options` makes the server count tokens.
    """
    extra: dict[str, Any] = {"skip_special_tokens": False, "stream_options": {"include_usage": True}}
    if request.grammar is not None and settings.grammar == "auto":
        extra |= _grammar_field(engine, answer_grammar(request.grammar))
    return extra


def answer_grammar(grammar: Grammar) -> str:
    """Return the grammar of a whole answer (Lark, as llguidance reads it): anything up to the trigger, then the action.

    Both servers hold only what follows the thought to it, and read this notation where llguidance is their backend.
    """
    return _ANSWER_GRAMMAR.format(trigger=json.dumps(grammar.trigger), lark=grammar.lark)


def _grammar_field(engine: str, lark: str) -> dict[str, Any]:
    match engine:
        case "vllm":
            return {"structured_outputs": {"grammar": lark}}
        case "sglang":
            return {"ebnf": lark}
        case _:
            return {}


def _message(turn: Message, family: Family) -> dict[str, Any]:
    """Return a turn. Some servers take a model's own only as plain text."""
    if turn.role == "assistant":
        return {"role": turn.role, "content": "".join(part for part in turn.content if isinstance(part, str))}
    return {"role": turn.role, "content": [_content(part, family) for part in turn.content]}


def _content(part: Part, family: Family) -> dict[str, Any]:
    if isinstance(part, str):
        return {"type": "text", "text": part}
    return {"type": "image_url", "image_url": {"url": data_url(family.fitted(part))}}


def data_url(image: Image.Image) -> str:
    """Return the image as PNG in a data: URL: text stays sharp; level 1 takes a third of the default's time."""
    buffer = io.BytesIO()
    image.convert("RGB").save(buffer, format="PNG", compress_level=1)
    return "data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode()

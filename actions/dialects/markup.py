"""Models' own marks around answers, boxes, turns and notes: stripped when read, escaped when meant as text."""

import re

THOUGHT_START = "<think>"
THOUGHT_END = "</think>"
ANSWER_START = "<answer>"
ANSWER_END = "</answer>"

COLON = r"[:\uff1a]"
"""A colon of either width, as a regular expression."""

_TOKENS = re.compile(
    r"<\|(?:(?:begin|start|end)_of_box|box_(?:start|end)|im_(?:start|end)|endoftext|system|user|assistant|observation)\|>"
)
_MARK = re.compile(r"<(?=\||/think>)")


def without_tokens(text: str) -> str:
    """Return the text without special tokens."""
    return _TOKENS.sub("", text)


def escape_marks(quoted: str, less_than: str) -> str:
    """Return a quoted text in which `less_than` replaces each `<` that would begin a mark."""
    return _MARK.sub(lambda _: less_than, quoted)

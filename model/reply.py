"""What a model wrote, parted into its thought and its answer.

A thought ends at the first `</think>`; the chat template may have opened it, so the opening tag can be missing.
Source of the format: the GLM-4.1V-Thinking model card.
"""

import re
from dataclasses import dataclass

_THOUGHT_END = "</think>"
_ANSWER_TAG = re.compile(r"^\s*<answer>")
_ANSWER_END = re.compile(r"</answer>\s*(?:<\|(?:user|endoftext|observation)\|>\s*)*$")


@dataclass(frozen=True)
class Reply:
    """A finished reply. `text` is raw, special tokens included; `tokens` and `seconds` measure its writing."""

    text: str
    thought: str
    answer: str
    tokens: int = 0
    seconds: float = 0.0

    @classmethod
    def parse(cls, text: str, *, opened: bool = False, tokens: int = 0, seconds: float = 0.0) -> "Reply":
        """Part raw text; `opened` says that the prompt already held `<think>`."""
        thought, answer = split_thought(text, opened=opened)
        return cls(text, thought, answer, tokens, seconds)


def split_thought(text: str, *, opened: bool = False) -> tuple[str, str]:
    """Return (thought, answer), both stripped. A thought that never ended leaves the answer empty."""
    body = text.lstrip()
    if body.startswith("<think>"):
        opened, body = True, body.removeprefix("<think>")
    if _THOUGHT_END in body:
        thought, answer = body.split(_THOUGHT_END, 1)
    else:
        thought, answer = (body, "") if opened else ("", body)
    answer = _ANSWER_END.sub("", _ANSWER_TAG.sub("", answer))
    return thought.strip(), answer.strip()

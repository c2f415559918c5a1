"""What a model wrote, parted into its thought and its answer.

A thought ends at the first `</think>`; the chat template may have opened it, so the opening tag can be missing. MAI-UI
names its tags otherwise.
Source of the format: the GLM-4.1V-Thinking model card, and the parsers of Tongyi-MAI/MAI-UI.
"""

import re
from dataclasses import dataclass

_TAG = "think"
_OTHER_TAGS = re.compile(r"<(thinking|grounding_think)>")
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
    other = _OTHER_TAGS.match(body)
    tag = other[1] if other else _TAG
    end = f"</{tag}>"
    if body.startswith(f"<{tag}>"):
        opened, body = True, body.removeprefix(f"<{tag}>")
    if other and end not in body:
        end = f"</{_TAG}>"  # MAI-UI's thinking checkpoints mix them
    if end in body:
        thought, answer = body.split(end, 1)
    else:
        thought, answer = (body, "") if opened else ("", body)
    answer = _ANSWER_END.sub("", _ANSWER_TAG.sub("", answer))
    return thought.strip(), answer.strip()

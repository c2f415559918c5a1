"""Earlier steps as turns of a conversation, for families that were taught so. Knows no templates and no screens."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from model.base import Message, Part
from model.families import HistoryPolicy

_LEFT_OUT = {"en": "(This screenshot is left out.)", "zh": "（此截图已省略。）"}  # noqa: RUF001 - Chinese brackets


@dataclass(frozen=True)
class Told:
    """An earlier step in words: what the model said, and what became of it."""

    said: str
    outcome: str


@dataclass(frozen=True)
class Conversation:
    """Turns that were, and the user turn that is to be answered."""

    earlier: tuple[Message, ...]
    content: tuple[Part, ...]


def first_as_turn(policy: HistoryPolicy, steps: int, images: int) -> int:
    """Return the number, from 0, of the first step that is told as a turn; those before stand in the text."""
    if not policy.as_turns:
        return steps
    return 0 if policy.all_turns else steps - images


def converse(
    text: str, steps: Sequence[Told], images: Sequence[Image.Image], now: Sequence[Part], language: str
) -> Conversation:
    """Return steps as turns, the last of which have `images`; `text` opens the first turn, `now` is the current one's.

    `text` stands after the first screenshot, as where there is no earlier step.
    """
    left_out = len(steps) - len(images)
    earlier: list[Message] = []
    user: list[Part] = []
    for number, step in enumerate(steps):
        if number >= left_out:
            user.append(images[number - left_out])
        if number == 0:
            user.append(text)
        earlier.append(Message("user", tuple(user or [_LEFT_OUT[language]])))
        earlier.append(Message("assistant", (step.said,)))
        user = [step.outcome] if step.outcome else []
    return Conversation(tuple(earlier), (*user, *now))

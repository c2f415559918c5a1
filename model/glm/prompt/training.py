"""An example of a reply as the tokens that a network is trained on, with one checkpoint's template and tokenizer.

The prompt's tokens are those of inference, by the same code, so that what is trained is what will be asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from model.base import ModelError, Part
from model.glm.foreign import Tokenizer
from model.glm.prompt.chat import Chat
from model.glm.vision.input import PatchShape
from model.glm.weights.checkpoint import find_checkpoint, read_writing

NOT_LEARNT = -100
"""The label of a token that is given and not learnt, as transformers' losses take it."""

_END = "<|user|>"  # what comes after a reply, and ends it


@dataclass(frozen=True)
class TrainingTokens:
    """Token ids and, in `labels`, the same ids where they are learnt."""

    ids: list[int]
    labels: list[int]


class Trainer:
    """Writes examples as tokens."""

    def __init__(self, tokenizer: Tokenizer, shape: PatchShape) -> None:
        self._tokenizer, self._shape, self._chat = tokenizer, shape, Chat(tokenizer)

    @classmethod
    def of(cls, checkpoint: str, screenshot_tokens: int) -> "Trainer":
        """Read what a checkpoint's folder says of writing, and none of its weights. Raises `ModelError`."""
        tokenizer, processor = read_writing(find_checkpoint(checkpoint))
        return cls(tokenizer, PatchShape.of(processor, screenshot_tokens))

    def tokens(self, content: Sequence[Part], reply: str) -> TrainingTokens:
        """Return the tokens of a user turn and its reply. Raises `ModelError` where they cannot be told apart."""
        images = [part for part in content if isinstance(part, Image.Image)]
        prompt = self._chat.prompt(content, [self._shape.tokens(*image.size) for image in images])
        said = reply.removeprefix("<think>") if prompt.opened else reply
        learnt = self._tokenizer.encode(said + _END, add_special_tokens=False)
        if self._tokenizer.convert_tokens_to_ids(_END) in learnt[:-1]:
            raise ModelError("The reply ends the turn before its own end.")
        return TrainingTokens(prompt.ids + learnt, [NOT_LEARNT] * len(prompt.ids) + learnt)

"""A request as the tokens the network reads: the checkpoint's own chat template, with room for each image.

Stands in for `Glm4vProcessor`, which cannot be built without torchvision. Knows nothing of pixels or of weights.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import jinja2
from PIL import Image

from model.base import ModelError, Part
from model.glm.foreign import Tokenizer

IMAGE_TOKEN = "<|image|>"  # noqa: S105 - a placeholder, not a secret
_CONTROL_TOKEN = re.compile(r"<\|(?=\w+\|>)|\[(?=gMASK\]|sMASK\]|MASK\])")


@dataclass(frozen=True)
class Prompt:
    """Token ids of one user turn; `opened` says that the template has already begun the thought."""

    ids: list[int]
    opened: bool


class Chat:
    """Writes prompts with one checkpoint's template and tokenizer."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        if not tokenizer.chat_template:
            raise ModelError("The checkpoint has no chat template (chat_template.jinja): it cannot be prompted.")
        self._tokenizer = tokenizer

    def prompt(self, content: Sequence[Part], image_tokens: Sequence[int]) -> Prompt:
        """Return the prompt for a user turn; `image_tokens` says how many tokens each of its images takes."""
        text = self._render(content)
        pieces = text.split(IMAGE_TOKEN)
        if len(pieces) != len(image_tokens) + 1:
            raise ModelError(f"The chat template shows {len(pieces) - 1} of {len(image_tokens)} images.")
        room = [IMAGE_TOKEN * n for n in image_tokens]
        full = "".join(piece + images for piece, images in zip(pieces, [*room, ""], strict=True))
        ids = self._tokenizer.encode(full, add_special_tokens=False)
        return Prompt(ids, opened=text.rstrip().endswith("<think>"))

    def _render(self, content: Sequence[Part]) -> str:
        parts = [_image_part() if isinstance(part, Image.Image) else _text_part(part) for part in content]
        try:
            text = self._tokenizer.apply_chat_template(
                [{"role": "user", "content": parts}], tokenize=False, add_generation_prompt=True
            )
        except jinja2.TemplateError as error:
            raise ModelError(f"The checkpoint's chat template cannot be rendered: {error}") from error
        return str(text)


def _image_part() -> dict[str, str]:
    return {"type": "image"}


def _text_part(text: str) -> dict[str, str]:
    return {"type": "text", "text": as_plain_text(text)}


def as_plain_text(text: str) -> str:
    """Return a text without control tokens: what was typed or read must not end a turn or pose as an image."""
    return _CONTROL_TOKEN.sub(lambda found: found[0] + " ", text)

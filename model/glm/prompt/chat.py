"""A request as the tokens the network reads: the checkpoint's own chat template, with room for each image.

Stands in for `Glm4vProcessor`, which cannot be built without torchvision. What was typed or read from a screen stays
text, whatever control tokens it spells. Knows nothing of pixels or of weights.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import jinja2
from PIL import Image

from model.base import ModelError, Part
from model.glm.foreign import Tokenizer

IMAGE_TOKEN = "<|image|>"  # noqa: S105 - a placeholder, not a secret
_TEXT = "\ue000{}\ue001"  # stands for a text while the template is rendered; private-use characters
_PLACES = re.compile(f"({_TEXT.format('[0-9]+')}|{re.escape(IMAGE_TOKEN)})")
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
        names = sorted((name for name in tokenizer.get_added_vocab() if len(name) > 1), key=len, reverse=True)
        self._control = re.compile("|".join(map(re.escape, names)) or "(?!)")

    def prompt(self, content: Sequence[Part], image_tokens: Sequence[int]) -> Prompt:
        """Return the prompt for a user turn; `image_tokens` says how many tokens each of its images takes."""
        rendered = self._render(content)
        places = _PLACES.findall(rendered)
        if (shown := places.count(IMAGE_TOKEN)) != len(image_tokens):
            raise ModelError(f"The chat template shows {shown} of {len(image_tokens)} images.")
        texts = {_TEXT.format(index): part for index, part in enumerate(content) if isinstance(part, str)}
        if missing := len(texts.keys() - set(places)):
            raise ModelError(f"The chat template leaves out {missing} of {len(texts)} texts.")
        pieces = self._pieces(rendered, texts, iter(image_tokens))
        ids = [token for piece in pieces for token in self._tokenizer.encode(piece, add_special_tokens=False)]
        return Prompt(ids, opened=rendered.rstrip().endswith("<think>"))

    def _pieces(self, rendered: str, texts: dict[str, str], image_tokens: Iterator[int]) -> list[str]:
        """Return what to tokenize piece by piece: parted only where a text spells a control token."""
        pieces = [""]
        for part in _PLACES.split(rendered):
            if part == IMAGE_TOKEN:
                pieces[-1] += IMAGE_TOKEN * next(image_tokens)
            elif part in texts:
                first, *rest = self._parted(texts[part])
                pieces[-1] += first
                pieces += rest
            else:
                pieces[-1] += part
        return pieces

    def _parted(self, text: str) -> Iterator[str]:
        """Part a text after the first letter of every control token in it: none is seen whole by the tokenizer."""
        begin = 0
        while found := self._control.search(text, begin):
            yield text[begin : found.start() + 1]
            begin = found.start() + 1
        yield text[begin:]

    def _render(self, content: Sequence[Part]) -> str:
        parts = [
            {"type": "image"} if isinstance(part, Image.Image) else {"type": "text", "text": _TEXT.format(index)}
            for index, part in enumerate(content)
        ]
        try:
            text = self._tokenizer.apply_chat_template(
                [{"role": "user", "content": parts}], tokenize=False, add_generation_prompt=True
            )
        except jinja2.TemplateError as error:
            raise ModelError(f"The checkpoint's chat template cannot be rendered: {error}") from error
        return str(text)


def as_plain_text(text: str) -> str:
    """Return a text without control tokens, for formats that are text themselves and cannot keep them apart."""
    return _CONTROL_TOKEN.sub(lambda found: found[0] + " ", text)

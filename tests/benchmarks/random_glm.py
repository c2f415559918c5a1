"""GLM-4.1V at two scales, of random weights made where they run: the 9B shape, and one for a CPU in tests."""

from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image
from transformers import Glm4vConfig
from transformers.models.glm4v.image_processing_pil_glm4v import Glm4vImageProcessorPil

from model.glm.foreign import Config, Tokenizer
from model.glm.weights.checkpoint import Checkpoint
from tests.model.glm.tiny_checkpoint import (
    byte_tokenizer,
    made_up_words,
    random_network,
    rope,
    special_ids,
    tiny_config,
)

_VOCABULARY = 151_552
_WORDS = 120_000  # and their beginnings: 146,000 tokens


PROCESSOR = Glm4vImageProcessorPil()


@dataclass(frozen=True)
class Scale:
    """A shape of network, where and as what it runs, and the screenshots of a step in pixels."""

    device: str
    dtype: torch.dtype
    config: Config
    tokenizer: Tokenizer
    screens: tuple[tuple[int, int], ...]
    context: int

    def checkpoint(self) -> Checkpoint:
        """Return a new network of random weights with its tokenizer."""
        before = torch.get_default_dtype()
        torch.set_default_dtype(self.dtype)
        try:
            with torch.device(self.device):
                network = random_network(self.config, self.tokenizer)
        finally:
            torch.set_default_dtype(before)
        return Checkpoint("random", network, self.tokenizer, PROCESSOR)

    def images(self) -> list[Image.Image]:
        """Return the screenshots, the same each time."""
        chance = np.random.default_rng(0)
        return [Image.fromarray(chance.integers(0, 256, (h, w, 3), dtype=np.uint8)) for w, h in self.screens]


def full_scale() -> Scale:
    """Return the 9B shape on CUDA in bf16: a 1080p screenshot and four earlier ones at half its size."""
    tokenizer = byte_tokenizer(made_up_words(_WORDS))
    text = {"vocab_size": _VOCABULARY, "rope_parameters": rope(sections=[8, 12, 12])}
    config = Glm4vConfig(text_config=text, **special_ids(tokenizer))
    screens = ((1920, 1080), *[(960, 540)] * 4)
    return Scale("cuda", torch.bfloat16, config, tokenizer, screens, context=8192)


def tiny_scale() -> Scale:
    """Return a network that a CPU runs at once, with the same number of images."""
    tokenizer = byte_tokenizer(made_up_words(100))
    screens = ((224, 140), *[(112, 84)] * 4)
    return Scale("cpu", torch.float32, tiny_config(tokenizer), tokenizer, screens, context=1024)

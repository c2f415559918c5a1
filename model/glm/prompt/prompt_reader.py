"""Everything of a checkpoint that is on the device: reads a prompt, images included, and hands out its decoder.

Knows nothing of how a reply is written.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import torch
from PIL import Image
from torch import Tensor

from model.base import ModelError, Part
from model.glm.decoding.decoder import Decoder
from model.glm.decoding.kernels import Kernels, can_compile
from model.glm.prompt.chat import Chat, Prompt
from model.glm.prompt.embeddings import embed_prompt
from model.glm.settings import GlmSettings, Progress
from model.glm.vision.cache import VisionCache
from model.glm.vision.input import PatchShape, vision_input
from model.glm.vision.tower import VisionTower
from model.glm.weights.checkpoint import Checkpoint
from model.glm.weights.loader import place

_WARM_UP_SCREENS = ((640, 400), (1280, 800))


class PromptReader:
    """A network placed on a device, warm."""

    def __init__(
        self, checkpoint: Checkpoint, settings: GlmSettings, device: torch.device, on_progress: Progress
    ) -> None:
        self._network = checkpoint.network
        self._device = device
        self._room = settings.context_tokens - settings.action_tokens
        self._chat = Chat(checkpoint.tokenizer)
        self.shape = PatchShape.of(checkpoint.processor, settings.screenshot_tokens)
        place(self._network, settings, device, on_progress)
        kernels = _kernels(settings, device, on_progress)
        self._tower = VisionTower(self._network.model.visual, checkpoint.processor, kernels.vision)
        self.decoder = Decoder(self._network, settings.context_tokens, kernels)
        self.cache = VisionCache(settings.cached_images)
        if device.type == "cuda":
            on_progress("Warming up (a minute the first time)", None)
            with _compiler_errors():
                self._warm_up()
            self.cache = VisionCache(settings.cached_images)

    def read(self, content: Sequence[Part]) -> tuple[Prompt, Tensor]:
        """Run the network on a user turn; return its prompt and the logits after it.

        Raises `ModelError` for a turn that leaves no room for an answer.
        """
        images = [part for part in content if isinstance(part, Image.Image)]
        prompt = self._chat.prompt(content, [self.shape.tokens(*image.size) for image in images])
        self._check_room(len(prompt.ids))
        grids = [self.shape.grid(*image.size) for image in images]
        seen = [self.cache.get(image, self._see) for image in images]
        read = embed_prompt(self._network, prompt.ids, seen, grids)
        return prompt, self.decoder.read(read.embeddings, read.positions, read.shift)

    def _see(self, image: Image.Image) -> Tensor:
        return self._tower.embed(vision_input(image, self.shape, self._device))

    def _warm_up(self) -> None:
        """Run everything, so that the first step of a run pays for nothing but itself."""
        self.decoder.capture()
        for size in _WARM_UP_SCREENS:
            self.read((Image.new("RGB", size), "warm up"))
            self.decoder.step(0)
        torch.cuda.synchronize(self._device)

    def _check_room(self, prompt_tokens: int) -> None:
        if prompt_tokens >= self._room:
            raise ModelError(
                f"The prompt takes {prompt_tokens} tokens, and {self._room} is what context_tokens leaves beside an "
                "answer. Raise context_tokens or lower screenshot_tokens."
            )


@contextmanager
def _compiler_errors() -> Iterator[None]:
    """Say what to do where the layers cannot be compiled; what else a GPU can fail at is not meant."""
    try:
        yield
    except (torch.OutOfMemoryError, torch.AcceleratorError):
        raise
    except RuntimeError as error:
        reason = str(error).partition("\n")[0]
        raise ModelError(f"The layers could not be compiled ({reason}). Set compiled to false: slower.") from error


def _kernels(settings: GlmSettings, device: torch.device, on_progress: Progress) -> Kernels:
    if device.type != "cuda" or not settings.compiled:
        return Kernels()
    if not can_compile():
        on_progress("There is no C compiler or no Triton: the layers run unfused, and slower", None)
        return Kernels()
    return Kernels.compiled()

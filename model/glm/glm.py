"""`GlmModel`: a request in, a reply out, on the machine's own GPU.

Puts the parts together; each of them stands in its own file. Knows nothing of goals or of what actions mean.
"""

import time
from collections.abc import Callable
from threading import Event
from typing import Self

import torch
from PIL import Image

from model.base import GenerationStopped, ModelError, Request
from model.glm.chat import Chat, Prompt
from model.glm.checkpoint import Checkpoint, find_checkpoint, read_checkpoint
from model.glm.constrain import Constraint
from model.glm.decoder import Decoder
from model.glm.draft import Draft
from model.glm.generate import Generation
from model.glm.kernels import Kernels, can_compile
from model.glm.loader import find_device, place, weight_type
from model.glm.prompt_embeddings import embed_prompt
from model.glm.quantize import check_quantization
from model.glm.sampling import Sampler
from model.glm.settings import DEFAULT_CHECKPOINT, GlmSettings, Progress, no_progress
from model.glm.vision_cache import VisionCache
from model.glm.vision_input import PatchShape, vision_input
from model.glm.vision_tower import VisionTower
from model.glm.vocabulary import Vocabulary
from model.reply import Reply

_OUT_OF_MEMORY = (
    "The GPU's memory is full. Set quantization to int8 or int4, or lower screenshot_tokens or context_tokens; "
    "`deskhand model check` says what fits."
)


class GlmModel:
    """A loaded model. Calls come from one thread, except `answer_now`."""

    @classmethod
    def load(
        cls, source: str = DEFAULT_CHECKPOINT, settings: GlmSettings | None = None, on_progress: Progress = no_progress
    ) -> Self:
        """Load from a folder or a downloaded hub id and warm up. Raises `ModelError` when that cannot be done."""
        settings = settings or GlmSettings()
        device = find_device(settings)
        check_quantization(settings.quantization, device)
        on_progress("Reading the checkpoint", None)
        return cls(read_checkpoint(find_checkpoint(source), weight_type(device)), settings, on_progress)

    def __init__(self, checkpoint: Checkpoint, settings: GlmSettings, on_progress: Progress = no_progress) -> None:
        self._settings = settings
        self._device = find_device(settings)
        self._network, self._name = checkpoint.network, checkpoint.name
        self._chat = Chat(checkpoint.tokenizer)
        size = checkpoint.network.config.text_config.vocab_size
        self._vocabulary = Vocabulary(checkpoint.tokenizer, size, checkpoint.stop_tokens)
        self._shape = PatchShape.of(checkpoint.processor, settings.screenshot_tokens)
        self._cache = VisionCache(settings.cached_images)
        self._sampler = Sampler(settings, self._device)
        self._answer_now = Event()
        try:
            self._place(checkpoint, on_progress)
        except torch.OutOfMemoryError as error:
            raise ModelError(_OUT_OF_MEMORY) from error

    @property
    def name(self) -> str:
        """The checkpoint's name, and its quantization where it has one."""
        quantization = self._settings.quantization
        return f"glm:{self._name}" + ("" if quantization == "none" else f" ({quantization})")

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        """Answer. Raises `GenerationStopped` within a token of `stop`, `ModelError` when no answer can be had."""
        if stop.is_set():
            raise GenerationStopped
        self._answer_now.clear()
        began = time.monotonic()
        try:
            prompt, logits = self._read(request)
            draft = self._write(request, prompt, logits, on_text, stop)
        except torch.OutOfMemoryError as error:
            raise ModelError(_OUT_OF_MEMORY) from error
        seconds = time.monotonic() - began
        return Reply.parse(draft.text, opened=prompt.opened, tokens=len(draft.tokens), seconds=seconds)

    def answer_now(self) -> None:
        """End the thought that is being written, as its budget would. May be called from any thread."""
        self._answer_now.set()

    def image_tokens(self, width: int, height: int) -> int:
        """Return how many tokens an image of this size in pixels takes in the prompt."""
        return self._shape.tokens(width, height)

    @property
    def images_seen(self) -> int:
        """How many images there were in all requests."""
        return self._cache.asked

    @property
    def images_reused(self) -> int:
        """How many of them were known from before."""
        return self._cache.hits

    def close(self) -> None:
        """Free the GPU's memory."""
        self._cache = VisionCache(0)
        del self._network, self._tower, self._decoder
        if self._device.type == "cuda":
            torch.cuda.empty_cache()

    def _place(self, checkpoint: Checkpoint, on_progress: Progress) -> None:
        place(self._network, self._settings, self._device, on_progress)
        kernels = Kernels.compiled() if self._can_fuse(on_progress) else Kernels()
        self._tower = VisionTower(self._network.model.visual, checkpoint.processor, kernels.vision)
        self._decoder = Decoder(self._network, self._settings.context_tokens, kernels)
        if self._device.type == "cuda":
            on_progress("Warming up (a minute the first time)", None)
            self._decoder.capture()
            self._warm_up()
        on_progress("Ready", 1.0)

    def _can_fuse(self, on_progress: Progress) -> bool:
        if self._device.type != "cuda" or not self._settings.compiled:
            return False
        if not can_compile():
            on_progress("No C compiler or no Triton here: layers run unfused, at about half the speed", None)
            return False
        return True

    def _warm_up(self) -> None:
        """Run everything once, so that the first step of a run pays for nothing but itself."""
        screens = (Image.new("RGB", (640, 400)), Image.new("RGB", (1280, 800)))
        for screen in screens:
            self._read(Request(content=(screen, "warm up"), goal=""))
            self._decoder.step(0)
        torch.cuda.synchronize()

    def _read(self, request: Request) -> tuple[Prompt, torch.Tensor]:
        """Run the network on a prompt; return it and the logits after it."""
        images = [part for part in request.content if isinstance(part, Image.Image)]
        grids = [self._shape.grid(*image.size) for image in images]
        prompt = self._chat.prompt(request.content, [self._shape.tokens(*image.size) for image in images])
        self._check_room(len(prompt.ids))
        seen = [self._cache.get(image, self._see) for image in images]
        read = embed_prompt(self._network, prompt.ids, seen, grids)
        return prompt, self._decoder.read(read.embeddings, read.positions, read.shift)

    def _see(self, image: Image.Image) -> torch.Tensor:
        return self._tower.embed(vision_input(image, self._shape, self._device))

    def _write(
        self, request: Request, prompt: Prompt, logits: torch.Tensor, on_text: Callable[[str], None], stop: Event
    ) -> Draft:
        grammar = request.grammar
        limit = min(self._settings.max_new_tokens, self._decoder.capacity - len(prompt.ids))
        draft = Draft(self._vocabulary, self._settings, grammar, opened=prompt.opened, limit=limit)
        constraint = Constraint(grammar, self._vocabulary, self._device) if grammar else None
        Generation(self._decoder, draft, self._sampler, constraint).run(logits, on_text, stop, self._answer_now)
        return draft

    def _check_room(self, prompt_tokens: int) -> None:
        room = self._decoder.capacity - self._settings.action_tokens
        if prompt_tokens >= room:
            raise ModelError(
                f"The prompt takes {prompt_tokens} tokens and leaves no room for an answer in "
                f"{self._decoder.capacity}. Raise context_tokens or lower screenshot_tokens."
            )

"""`GlmModel`: a request in, a reply out, on the machine's own GPU.

Puts the parts together; each of them stands in its own file. Knows nothing of goals or of what actions mean.
"""

import time
from collections import deque
from collections.abc import Callable, Sequence
from threading import Event
from typing import Self

import torch

from model.base import GenerationStopped, Grammar, ModelError, Part, Request
from model.families import family_named
from model.glm.faults import device_faults
from model.glm.prompt.prompt_reader import PromptReader
from model.glm.prompt.read_ahead import ReadAhead
from model.glm.prompt.vocabulary import Vocabulary
from model.glm.ready import ready
from model.glm.settings import DEFAULT_CHECKPOINT, GlmSettings, Progress, no_progress
from model.glm.weights.checkpoint import Checkpoint, find_checkpoint, read_checkpoint
from model.glm.weights.device import current, find_device, weight_type
from model.glm.weights.fitting import fitting
from model.glm.writing.constrain import Constraint
from model.glm.writing.draft import Draft
from model.glm.writing.generate import Generation
from model.glm.writing.guesses import Guesses
from model.glm.writing.sampling import Sampler
from model.reply import Reply


class GlmModel:
    """A loaded model. Calls come from one thread, except `answer_now`."""

    @classmethod
    def load(
        cls, source: str = DEFAULT_CHECKPOINT, settings: GlmSettings | None = None, on_progress: Progress = no_progress
    ) -> Self:
        """Load from a folder or a downloaded hub id and warm up. Raises `ModelError` when that cannot be done."""
        settings = settings or GlmSettings()
        device = find_device(settings)
        on_progress("Reading the checkpoint", None)
        return cls(read_checkpoint(find_checkpoint(source), weight_type(device)), settings, on_progress)

    def __init__(self, checkpoint: Checkpoint, settings: GlmSettings, on_progress: Progress = no_progress) -> None:
        self.family = family_named(settings.family) if settings.family else checkpoint.family
        if self.family.history and self.family.history.as_turns:
            raise ModelError(f"--model glm asks in one turn, and {self.family.name} is asked in several: serve it.")
        self._settings = settings = settings.of_family(self.family)
        self._device = find_device(settings)
        size = checkpoint.network.config.text_config.vocab_size
        self._vocabulary = Vocabulary(checkpoint.tokenizer, size, checkpoint.stop_tokens)
        self._sampler = Sampler(settings, self._device)
        self._answer_now = Event()
        self._replies: deque[list[int]] = deque(maxlen=settings.remembered_replies)
        with current(self._device), device_faults():
            quantization = fitting(checkpoint, settings, self._device)
            reader = ready(checkpoint, settings, quantization, self._device, on_progress)
        self._reader: PromptReader | None = reader
        self._ahead = ReadAhead(self._device)
        self._name = f"glm:{checkpoint.name}" + ("" if quantization == "none" else f" ({quantization})")
        on_progress("Ready", 1.0)

    @property
    def name(self) -> str:
        """The checkpoint's name, and its quantization where it has one."""
        return self._name

    @property
    def repeats_because(self) -> str:
        """See `model.base.Repeating`."""
        return "" if self._settings.temperature else "set DESKHAND_GLM_TEMPERATURE, such as 0.7"

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        """Answer. Raises `GenerationStopped` within a pass of `stop`, `ModelError` when no answer can be had."""
        self._ahead.end()
        if stop.is_set():
            raise GenerationStopped
        self._answer_now.clear()
        began = time.monotonic()
        with current(self._device), device_faults():
            prompt, logits = self._open.read(request.content, stop)
            draft = self._draft(request, len(prompt.ids), opened=prompt.opened)
            writing = self._writing(draft, request.grammar, prompt.ids)
            try:
                writing.run(logits, on_text, stop, self._answer_now)
            finally:
                self._replies.append(draft.tokens)
        seconds = time.monotonic() - began
        return Reply.parse(draft.text, opened=prompt.opened, tokens=len(draft.tokens), seconds=seconds)

    def read_ahead(self, content: tuple[Part, ...]) -> None:
        """See `model.base.ReadingAhead`. A request that begins with something else has lost nothing but the work."""
        self._ahead.begin(self._open, content)

    def answer_now(self) -> None:
        """End the thought that is being written, as its budget would. May be called from any thread."""
        self._answer_now.set()

    def image_tokens(self, width: int, height: int) -> int:
        """Return how many tokens an image of this size in pixels takes in the prompt."""
        return self._open.shape.tokens(width, height)

    @property
    def images_seen(self) -> int:
        """How many images there were in all requests."""
        return self._open.seen

    @property
    def images_reused(self) -> int:
        """How many of them were known from before."""
        return self._open.seen - self._open.made

    def close(self) -> None:
        """Free the GPU's memory."""
        self._ahead.end()
        self._reader = None
        if self._device.type == "cuda":
            torch.cuda.empty_cache()

    @property
    def _open(self) -> PromptReader:
        if self._reader is None:
            raise ModelError("The model was closed.")
        return self._reader

    def _draft(self, request: Request, prompt_tokens: int, *, opened: bool) -> Draft:
        settings = self._settings.limited(request)
        limit = min(settings.max_new_tokens, self._open.decoder.capacity - prompt_tokens)
        return Draft(self._vocabulary, settings, request.grammar, opened=opened, limit=limit)

    def _writing(self, draft: Draft, grammar: Grammar | None, prompt: Sequence[int]) -> Generation:
        constraint = Constraint(grammar, self._vocabulary, self._device) if grammar else None
        guesses = Guesses(self._settings, *self._replies, prompt)
        return Generation(
            self._open.decoder,
            draft,
            self._sampler,
            constraint,
            guesses,
            at=len(prompt),
            forced_at_once=self._settings.forced_at_once,
        )

"""Reads a prompt, images included, into the decoder's cache: what differs from the prompt before, chunk by chunk.

Knows nothing of how a reply is written.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from threading import Event

from PIL import Image
from torch import Tensor

from model.base import GenerationStopped, ModelError, Part
from model.glm.decoding.decoder import Chunk, Decoder
from model.glm.foreign import Network
from model.glm.prompt.chat import Chat, Prompt
from model.glm.prompt.embeddings import Place, embed_prompt, keys_of, places_of
from model.glm.settings import GlmSettings
from model.glm.vision.cache import VisionCache, digest
from model.glm.vision.input import PatchShape, vision_input
from model.glm.vision.tower import VisionTower
from model.glm.weights.device import Pace

_LEAST = 2
"""A chunk's tokens at the least: the compiler makes something else of one."""


@dataclass(frozen=True)
class _Turn:
    """A user turn as tokens: where its images stand in it, and what each token is."""

    prompt: Prompt
    images: list[Image.Image]
    places: list[Place]
    keys: list[Hashable]


class PromptReader:
    """The parts of a placed network that read. `seen` counts the images of all prompts, `made` those looked at."""

    def __init__(
        self,
        network: Network,
        chat: Chat,
        tower: VisionTower,
        decoder: Decoder,
        shape: PatchShape,
        settings: GlmSettings,
    ) -> None:
        self._network, self._chat, self._tower, self._settings = network, chat, tower, settings
        self._device = decoder.like.device
        self._cache = VisionCache(settings.cached_images)
        self.decoder = decoder
        self.shape = shape
        self.room = settings.context_tokens - settings.action_tokens
        self.seen = 0

    @property
    def made(self) -> int:
        """How many images the tower had to look at."""
        return self._cache.made

    def forget(self) -> None:
        """Forget all prompts and images."""
        self.decoder.forget()
        self._cache = VisionCache(self._settings.cached_images)
        self.seen = 0

    def prompt(self, content: Sequence[Part]) -> Prompt:
        """Return a user turn as tokens, with room for its images."""
        images = [part for part in content if isinstance(part, Image.Image)]
        return self._chat.prompt(content, [self.shape.tokens(*image.size) for image in images])

    def read(self, content: Sequence[Part], stop: Event) -> tuple[Prompt, Tensor]:
        """Run the network on a user turn; return its prompt and the logits (1, vocabulary) after it.

        Only what the cache does not hold is run. Raises `GenerationStopped` within a chunk of `stop`, and
        `ModelError` for a turn that leaves no room for an answer.
        """
        turn = self._turn(content)
        held = min(self.decoder.held(turn.keys), len(turn.keys) - _LEAST) if self._settings.reuse_prompt else 0
        return turn.prompt, self._run(self._embedded(turn, held, stop), held, len(turn.keys), stop)

    def read_ahead(self, content: Sequence[Part], stop: Event) -> None:
        """Run the network on what a user turn begins with: on all of it that the cache does not hold.

        Raises as `read` does.
        """
        turn = self._turn(content)
        ends_with_image = bool(content) and isinstance(content[-1], Image.Image)
        # Beyond an image stands the end of the turn, in place of what will really follow it.
        end = turn.places[-1].end if ends_with_image else len(turn.keys)
        held = self.decoder.held(turn.keys)
        if self._settings.reuse_prompt and end - held >= _LEAST:
            self._run(self._embedded(turn, held, stop), held, end, stop)

    def _turn(self, content: Sequence[Part]) -> _Turn:
        prompt = self.prompt(content)
        self._check_room(len(prompt.ids))
        images = [part for part in content if isinstance(part, Image.Image)]
        tokens = [self.shape.tokens(*image.size) for image in images]
        digests = zip(tokens, map(digest, images), strict=True)
        places = places_of(prompt.ids, self._network.config.image_token_id, digests)
        return _Turn(prompt, images, places, keys_of(prompt.ids, places))

    def _embedded(self, turn: _Turn, held: int, stop: Event) -> Chunk:
        seen = self._see(zip(turn.places, turn.images, strict=True), held, stop)
        grids = [self.shape.grid(*image.size) for image in turn.images]
        return embed_prompt(self._network, turn.prompt.ids, seen, grids, turn.keys)

    def _see(self, images: Iterable[tuple[Place, Image.Image]], held: int, stop: Event) -> dict[Place, Tensor]:
        """Return the embeddings of the images that the decoder does not hold to their ends."""
        seen = {}
        for place, image in images:
            _heed(stop)
            self.seen += 1
            if place.end > held:
                seen[place] = self._cache.get(place.digest, image, self._embed)
        return seen

    def _embed(self, image: Image.Image) -> Tensor:
        return self._tower.embed(vision_input(image, self.shape, self._device))

    def _run(self, prompt: Chunk, begin: int, end: int, stop: Event) -> Tensor:
        pace = Pace(self._device)
        for first, last in pairwise(chunks(begin, end, self._settings.prompt_chunk)):
            _heed(stop)
            logits = self.decoder.extend(prompt.part(first, last), at=first)
            pace.keep()
        return logits

    def _check_room(self, prompt_tokens: int) -> None:
        if prompt_tokens >= self.room:
            raise ModelError(
                f"The prompt takes {prompt_tokens} tokens, and {self.room} is what context_tokens leaves beside an "
                "answer. Raise context_tokens or lower screenshot_tokens."
            )


def chunks(begin: int, end: int, most: int) -> list[int]:
    """Return where chunks of nearly the same size begin, and the end of the last."""
    count = -(-(end - begin) // most)
    return [begin + (end - begin) * number // count for number in range(count + 1)]


def _heed(stop: Event) -> None:
    if stop.is_set():
        raise GenerationStopped

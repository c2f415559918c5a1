"""From token ids and vision embeddings to what the first layer reads: embeddings, rotary positions, keys.

An image's tokens share positions along rows and columns (M-RoPE); the numbering is transformers' own.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import torch
from torch import Tensor

from model.glm.decoding.decoder import Chunk
from model.glm.foreign import Network

Grid: TypeAlias = tuple[int, int]
"""Rows and columns of an image's patches."""


@dataclass(frozen=True)
class Place:
    """Where an image's tokens stand in a prompt: from `begin` to before `end`, and its content's `digest`."""

    begin: int
    end: int
    digest: bytes


def places_of(ids: Sequence[int], image_id: int, images: Iterable[tuple[int, bytes]]) -> list[Place]:
    """Return the images' places, given the number of tokens and the digest of each in order."""
    free = [index for index, token in enumerate(ids) if token == image_id]
    places, taken = [], 0
    for tokens, digest in images:
        begin = free[taken]
        places.append(Place(begin, begin + tokens, digest))
        taken += tokens
    return places


def keys_of(ids: Sequence[int], places: Iterable[Place]) -> list[Hashable]:
    """Return what each token is: its id, or its image's content and its number there."""
    keys: list[Hashable] = list(ids)
    for place in places:
        keys[place.begin : place.end] = [(place.digest, number) for number in range(place.end - place.begin)]
    return keys


@torch.no_grad()
def embed_prompt(
    network: Network, ids: Sequence[int], seen: Mapping[Place, Tensor], grids: Sequence[Grid], keys: Sequence[Hashable]
) -> Chunk:
    """Return a whole prompt with the embeddings (tokens, width) of the images that were `seen` in their places.

    An image that was not is left out: its tokens must be held by the cache. `grids` are those of all images.
    """
    tokens = torch.tensor([list(ids)])
    positions, shift = network.model.get_rope_index(
        tokens,
        mm_token_type_ids=(tokens == network.config.image_token_id).int(),
        image_grid_thw=torch.tensor([(1, *grid) for grid in grids], dtype=torch.long).view(-1, 3),
    )
    embed, device = network.get_input_embeddings(), network.model.language_model.norm.weight.device
    embeddings: Tensor = embed(tokens.to(embed.weight.device)).to(device)
    for place, image in seen.items():
        embeddings[0, place.begin : place.end] = image.to(embeddings.dtype)
    return Chunk(embeddings, positions.to(device), int(shift), keys)

"""From token ids and vision embeddings to what the first layer reads: embeddings and rotary positions.

An image's tokens share positions along rows and columns (M-RoPE); the numbering is transformers' own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from model.glm.foreign import Network


@dataclass(frozen=True)
class PromptEmbeddings:
    """`embeddings` (1, n, width), `positions` (3, 1, n), and the shift of later positions against slots."""

    embeddings: Tensor
    positions: Tensor
    shift: int


@torch.no_grad()
def embed_prompt(
    network: Network,
    ids: Sequence[int],
    images: Sequence[Tensor],
    grids: Sequence[tuple[int, int]],
) -> PromptEmbeddings:
    """Put the images' embeddings (tokens, width) in their places; `grids` are (rows, columns) of patches."""
    tokens = torch.tensor([list(ids)])
    is_image = tokens == network.config.image_token_id
    positions, shift = network.model.get_rope_index(
        tokens,
        mm_token_type_ids=is_image.int(),
        image_grid_thw=torch.tensor([(1, *grid) for grid in grids], dtype=torch.long).view(-1, 3),
    )
    device = network.get_input_embeddings().weight.device
    embeddings: Tensor = network.get_input_embeddings()(tokens.to(device))
    if images:
        embeddings[is_image.to(device)] = torch.cat(list(images)).to(embeddings.dtype)
    return PromptEmbeddings(embeddings, positions.to(device), int(shift))

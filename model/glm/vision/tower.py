"""The vision tower's own forward pass, one image at a time: grey levels in, language-model embeddings out.

Takes transformers' tower over and replaces its first product and its blocks. Differences from there: normalisation
and the doubled frame are folded into the patch weights, and an image's attention is one plain call.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import linear, scaled_dot_product_attention
from transformers.models.glm4v.modeling_glm4v import apply_rotary_pos_emb_vision

from model.glm.foreign import ImageProcessor, VisionBlock, VisionModel
from model.glm.vision.input import VisionInput

BlockForward = Callable[[VisionBlock, Tensor, Tensor, Tensor], Tensor]


class GreyLevelPatchEmbed(nn.Module):
    """The tower's 3D convolution as one matrix product on grey levels (n, 3 * patch * patch).

    Both frames of a still image are the same, so their weights add up; `(x / 255 - mean) / std` is linear, so it
    goes into the weights and the bias. In bfloat16, grey levels and their distances from a whole number are exact, and
    weights are kept as two parts that add up: what remains is the rounding of the result.
    """

    centre: Tensor

    def __init__(self, convolution: nn.Conv3d, mean: list[float], std: list[float]) -> None:
        super().__init__()
        dtype, means = convolution.weight.dtype, 255 * _per_channel(mean, convolution)
        weight = convolution.weight.float().sum(2) / (255 * _per_channel(std, convolution))
        coarse = weight.to(dtype)
        fine = (weight - coarse.float()).to(dtype)
        self.weight = nn.Parameter(torch.cat((coarse.flatten(1), fine.flatten(1)), dim=1), requires_grad=False)
        centre = means.round()
        self.register_buffer("centre", centre.expand(1, *weight.shape[1:]).flatten(1).to(dtype), persistent=False)
        shift = (weight * (means - centre)).sum((1, 2, 3))
        bias = -shift if convolution.bias is None else convolution.bias.float() - shift
        self.bias = nn.Parameter(bias.to(dtype), requires_grad=False)

    def forward(self, patches: Tensor) -> Tensor:
        """Return (n, width)."""
        levels = patches.to(self.weight.dtype) - self.centre
        return linear(torch.cat((levels, levels), dim=1), self.weight, self.bias)


def _per_channel(values: list[float], like: nn.Module) -> Tensor:
    return torch.tensor(values, device=next(like.parameters()).device).view(1, 3, 1, 1)


class OneImageBlock(nn.Module):
    """Stands in for a `Glm4vVisionBlock`; `run` is its arithmetic, plain or compiled."""

    def __init__(self, block: VisionBlock) -> None:
        super().__init__()
        self.block = block
        self.run: BlockForward = vision_block

    def forward(self, x: Tensor, position_embeddings: tuple[Tensor, Tensor], **_: Any) -> Tensor:
        """Take and return (patches, width)."""
        return self.run(self.block, x, *position_embeddings)


def vision_block(block: VisionBlock, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """One transformer block over the patches (n, width) of one image, all of which see each other."""
    attention, n = block.attn, x.shape[0]
    qkv = attention.qkv(block.norm1(x)).view(n, 3, attention.num_heads, -1)
    query, key = apply_rotary_pos_emb_vision(qkv[:, 0], qkv[:, 1], cos, sin)
    heads = [part.transpose(0, 1)[None] for part in (query, key, qkv[:, 2])]
    seen = scaled_dot_product_attention(heads[0], heads[1], heads[2])
    x = x + attention.proj(seen[0].transpose(0, 1).reshape(n, -1))
    return torch.add(x, block.mlp(block.norm2(x)))


class VisionTower:
    """Turns vision input into embeddings (tokens, text width) on the tower's device."""

    def __init__(self, visual: VisionModel, processor: ImageProcessor) -> None:
        visual.patch_embed = GreyLevelPatchEmbed(visual.patch_embed.proj, processor.image_mean, processor.image_std)
        visual.blocks = nn.ModuleList(OneImageBlock(block) for block in visual.blocks)
        self._visual = visual

    def run_with(self, run: BlockForward) -> None:
        """Take other arithmetic for the blocks."""
        for block in self._visual.blocks:
            block.run = run

    @torch.no_grad()
    def embed(self, image: VisionInput) -> Tensor:
        """Return one embedding per token of the image."""
        grid = torch.tensor([[1, image.rows, image.columns]], device=image.patches.device)
        embeddings: Tensor = self._visual(image.patches, grid_thw=grid).pooler_output
        return embeddings

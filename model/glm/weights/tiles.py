"""int4 weights in torchao's tiles, used as they are for a few tokens and unpacked for a prompt, one product at a time.

The kernel that reads tiles waits for memory, and so is fast for few tokens; for hundreds an ordinary product is. How
a tile is laid out is torch's own affair: it is found out by packing numbers.
"""

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn.functional import linear

from model.glm.foreign import QuantizedTensor

ROWS, COLUMNS = 8, 128
"""What one tile holds; its columns share a scale and a zero."""
MANY = 16
"""More tokens than this are worth unpacking a weight."""

_NIBBLES = 8  # in 32 bits
_MIDDLE = 8  # the level that stands for zero

Pack = Callable[[Tensor], Tensor]
"""From levels (n, k / 2) uint8, the even column in the upper half, to tiles of int32."""


def torch_pack(levels: Tensor) -> Tensor:
    """Pack as torchao does."""
    tiles: Tensor = torch.ops.aten._convert_weight_to_int4pack(levels, COLUMNS // 16)
    return tiles


class TiledProduct(nn.Module):
    """Stands in for a linear layer without bias whose weight is an `Int4TilePackedTo4dTensor`."""

    order: Tensor

    def __init__(self, weight: QuantizedTensor, pack: Pack = torch_pack) -> None:
        super().__init__()
        self.weight = nn.Parameter(weight, requires_grad=False)
        self.register_buffer("order", order_of(weight.qdata.device, pack), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        """Return (…, n, rows) of the weight for (…, n, columns)."""
        weight = self.weight if x.shape[-2] <= MANY else unpacked(self.weight, self.order)
        return linear(x, weight)


def order_of(device: torch.device, pack: Pack) -> Tensor:
    """Return where in a packed tile each of its levels stands (1024,), row by row."""
    numbers = torch.arange(ROWS * COLUMNS, device=device).view(ROWS, COLUMNS)
    found = torch.zeros(ROWS * COLUMNS, dtype=torch.long, device=device)
    for shift in (0, 4, 8):
        part = (numbers >> shift & 15).to(torch.uint8)
        found += _levels(pack(part[:, ::2] << 4 | part[:, 1::2])).flatten().long() << shift
    return found.argsort()


def unpacked(weight: QuantizedTensor, order: Tensor) -> Tensor:
    """Return the weight (rows, columns) in bfloat16."""
    levels = _levels(weight.qdata)[..., order]
    levels = levels.view(*levels.shape[:2], ROWS, COLUMNS)
    # (groups, rows, 2) to (rows / 8, groups, 8, 1) for each of the two.
    groups = weight.scale_and_zero.shape[0]
    scales: Tensor = weight.scale_and_zero.view(groups, -1, ROWS, 2).transpose(0, 1)[..., None, :]
    values = (levels.to(scales.dtype) - _MIDDLE) * scales[..., 0] + scales[..., 1]
    rows, columns = weight.shape  # without the padding
    return values.transpose(1, 2).flatten(2).flatten(0, 1)[:rows, :columns]


def _levels(tiles: Tensor) -> Tensor:
    """Return the levels (rows / 8, columns / 128, 1024) uint8 of tiles (rows / 8, columns / 128, 32, 4)."""
    shifts = torch.arange(0, 4 * _NIBBLES, 4, dtype=torch.int32, device=tiles.device)
    return (tiles[..., None] >> shifts & 15).to(torch.uint8).flatten(2)

"""int4 tiles are unpacked whatever their layout is. The layout here is made up; torch's own exists only on CUDA."""

from types import SimpleNamespace

import pytest
import torch

from model.glm.weights.tiles import COLUMNS, ROWS, order_of, unpacked

CPU = torch.device("cpu")


class ShufflingPack:
    """Packs tiles with their levels in an order of its own."""

    def __init__(self, seed: int) -> None:
        self._places = torch.randperm(ROWS * COLUMNS, generator=torch.Generator().manual_seed(seed))

    def __call__(self, halves: torch.Tensor) -> torch.Tensor:
        levels = torch.stack((halves >> 4, halves & 15), dim=-1).flatten(1)
        tiles = levels.view(levels.shape[0] // ROWS, ROWS, levels.shape[1] // COLUMNS, COLUMNS).transpose(1, 2)
        shuffled = tiles.flatten(2)[..., self._places].long().view(*tiles.shape[:2], 32, 4, 8)
        words: torch.Tensor = (shuffled << torch.arange(0, 32, 4)).sum(-1)
        return words.to(torch.int32)  # the upper bit becomes the sign, as it does there


@pytest.mark.parametrize("seed", range(3))
def test_a_weight_is_unpacked_to_its_levels_scales_and_zeros(seed: int) -> None:
    torch.manual_seed(seed)
    pack = ShufflingPack(seed)
    levels = torch.randint(0, 16, (24, 3 * COLUMNS), dtype=torch.uint8)
    scale_and_zero = torch.randn(3, 24, 2, dtype=torch.bfloat16)
    packed = pack(levels[:, ::2] << 4 | levels[:, 1::2])
    assert (packed < 0).any()
    weight = SimpleNamespace(qdata=packed, scale_and_zero=scale_and_zero, shape=torch.Size((20, 2 * COLUMNS + 30)))
    scale, zero = (part.T.repeat_interleave(COLUMNS, dim=1) for part in scale_and_zero.unbind(-1))
    expected = (levels.bfloat16() - 8) * scale + zero
    assert torch.equal(unpacked(weight, order_of(CPU, pack)), expected[:20, : 2 * COLUMNS + 30])

"""The net: a screen in, for each 4x4 pixels the kinds whose centre lies there, the sides of their box, their states.

Centres as in CenterNet (https://arxiv.org/abs/1904.07850), sides as in FCOS (https://arxiv.org/abs/1904.01355),
separable convolutions as in MobileNet (https://arxiv.org/abs/1704.04861). Knows nothing of training and of onnxruntime.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from model.sight.controls.planes import PLANES, SIDE_UNIT

_WIDTHS = (16, 40, 64, 96, 128)


def _dense(inputs: int, outputs: int, stride: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(True))


def _separable(inputs: int, outputs: int, stride: int = 1, reach: int = 3) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, inputs, reach, stride, reach // 2, groups=inputs, bias=False),
        nn.BatchNorm2d(inputs),
        nn.Conv2d(inputs, outputs, 1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(True),
    )


class _Residual(nn.Module):
    def __init__(self, width: int, reach: int = 3) -> None:
        super().__init__()
        self.inner = _separable(width, width, 1, reach)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = x + self.inner(x)
        return out


class Net(nn.Module):
    """Strides 4, 8, 16, 32 downwards and up again, the heads at stride 4. It looks far only where that is cheap."""

    def __init__(self) -> None:
        super().__init__()
        stem, fine, mid, coarse, deep = _WIDTHS
        self.fine = nn.Sequential(_dense(3, stem, 2), _dense(stem, fine, 2), _Residual(fine))
        self.mid = nn.Sequential(_separable(fine, mid, 2), _Residual(mid), _Residual(mid))
        self.coarse = nn.Sequential(_separable(mid, coarse, 2), *(_Residual(coarse, 5) for _ in range(4)))
        self.deep = nn.Sequential(_separable(coarse, deep, 2), *(_Residual(deep, 5) for _ in range(4)))
        self.from_deep, self.from_coarse = nn.Conv2d(deep, coarse, 1), nn.Conv2d(coarse, mid, 1)
        self.from_mid = nn.Conv2d(mid, fine, 1)
        self.join_coarse, self.join_mid = _Residual(coarse, 5), nn.Sequential(_Residual(mid), _Residual(mid))
        self.join_fine = nn.Sequential(_Residual(fine), _separable(fine, 56))
        self.heads = nn.Conv2d(56, sum(PLANES), 1)
        nn.init.constant_(self.heads.bias[:1], -4)  # type: ignore[index]  # most places hold nothing

    def forward(self, screen: Tensor) -> Tensor:
        """Return logits of a centre and of its kind, sides in pixels (left, top, right, bottom), logits of states.

        `screen`: (batch, 3, height, width), blue first, 0 to 255, sides multiples of 32.
        Returns (batch, planes, height / 4, width / 4).
        """
        fine = self.fine(screen / 127.5 - 1)
        mid = self.mid(fine)
        coarse = self.coarse(mid)
        coarse = self.join_coarse(coarse + _doubled(self.from_deep(self.deep(coarse))))
        mid = self.join_mid(mid + _doubled(self.from_coarse(coarse)))
        out = self.heads(self.join_fine(fine + _doubled(self.from_mid(mid))))
        there, kinds, sides, states = torch.split(out, list(PLANES), dim=1)
        return torch.cat((there, kinds, functional.softplus(sides) * SIDE_UNIT, states), dim=1)


def _doubled(x: Tensor) -> Tensor:
    return functional.interpolate(x, scale_factor=2.0, mode="nearest")

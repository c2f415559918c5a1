"""The net that names icons: 500,000 parameters in plain convolutions, the fastest that processors train and run."""

from torch import Tensor, nn


def _layer(inputs: int, outputs: int, size: int, stride: int) -> nn.Module:
    convolution = nn.Conv2d(inputs, outputs, size, stride, size // 2 if size < 6 else 2, bias=False)
    return nn.Sequential(convolution, nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class _Twice(nn.Module):
    """Two layers whose result is added to what they look at."""

    def __init__(self, planes: int) -> None:
        super().__init__()
        second = nn.Conv2d(planes, planes, 3, padding=1, bias=False)
        self.look = nn.Sequential(_layer(planes, planes, 3, 1), second, nn.BatchNorm2d(planes))

    def forward(self, seen: Tensor) -> Tensor:
        return (seen + self.look(seen)).relu()  # type: ignore[no-any-return]


class IconNet(nn.Module):
    """Crops (N, 2, 32, 32) in, scores (N, names) out."""

    def __init__(self, names: int) -> None:
        super().__init__()
        self.look = nn.Sequential(
            _layer(2, 40, 6, 2),
            _layer(40, 72, 3, 2),
            _Twice(72),
            _layer(72, 128, 3, 2),
            _Twice(128),
            nn.Conv2d(128, 128, 4, groups=128, bias=False),  # where a part stands tells "undo" from "redo"
            nn.BatchNorm2d(128),
            nn.ReLU(inplace=True),
            nn.Flatten(),
            nn.Dropout(0.15),
        )
        self.name = nn.Linear(128, names)

    def forward(self, crops: Tensor) -> Tensor:
        return self.name(self.look(crops))  # type: ignore[no-any-return]

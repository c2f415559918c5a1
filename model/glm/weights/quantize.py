"""Weight-only int8 and int4 through torchao, a few rows at a time, so that a small card never holds it all.

Every row has scales of its own, so rows can be quantized apart. Vision stays as it is: it is a small part, and it is
read once a picture rather than once a token.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from model.base import ModelError
from model.glm.foreign import QuantizedTensor
from model.glm.settings import Quantization, QuantizationChoice
from model.glm.weights.tiles import COLUMNS, TiledProduct

INT4_GROUP = COLUMNS
"""Weights that share one scale and one zero."""
BLOCK = 1 << 23
"""How many weights are quantized at once, at the most."""
BLOCK_BYTES: dict[Quantization, int] = {"none": 0, "int8": 12, "int4": 40}
"""What that takes for each of them meanwhile: torchao computes in float32, and int4's scales by iteration (hqq)."""

_ROWS = 64  # of a block, or a multiple: int4 packs eight together


def check_quantization(quantization: QuantizationChoice, device: torch.device) -> None:
    """Raise `ModelError` where weights cannot be quantized so."""
    if quantization in ("none", "auto"):
        return
    try:
        import torchao.quantization  # noqa: F401 - asked for before minutes of loading
    except ImportError as error:
        raise ModelError(
            f"{quantization} weights need torchao: pip install 'deskhand[quant]', or set quantization to none."
        ) from error
    if quantization == "int4" and device.type != "cuda":
        raise ModelError("int4 weights need a CUDA GPU; int8 works on the CPU too.")


def place_layer(layer: nn.Module, quantization: Quantization, device: torch.device) -> None:
    """Move a decoder layer to a device, its products quantized."""
    for parent in list(layer.modules()):
        for name, product in list(parent.named_children()):
            if isinstance(product, nn.Linear):
                _place(product, quantization, device)
                setattr(parent, name, TiledProduct(product.weight) if quantization == "int4" else product)
    for module in layer.modules():
        # Not the products: what is packed does not move.
        for name, parameter in module.named_parameters(recurse=False):
            if parameter.device != device:
                setattr(module, name, nn.Parameter(parameter.to(device), requires_grad=False))


def place_head(head: nn.Linear, quantization: Quantization, device: torch.device) -> None:
    """Move the product that gives the logits: int8 in either case, since its errors are not averaged out."""
    _place(head, "none" if quantization == "none" else "int8", device)


def _place(product: nn.Linear, quantization: Quantization, device: torch.device) -> None:
    if quantization != "none":
        rows = max(_ROWS, BLOCK // product.in_features // _ROWS * _ROWS)
        weight: Tensor = product.weight
        parts = [_quantized(part.to(device), quantization) for part in weight.split(rows)]  # type: ignore[no-untyped-call]
        product.weight = nn.Parameter(_joined(parts, weight.shape), requires_grad=False)
    product.to(device)


def _quantized(rows: Tensor, quantization: Quantization) -> QuantizedTensor:
    """Quantize the tensor itself: a module that torchao quantizes is kept alive by a method bound to it."""
    from torchao.quantization import Int4TilePackedTo4dTensor, Int8Tensor, PerRow
    from torchao.quantization.quantize_.workflows import Int4ChooseQParamsAlgorithm

    if quantization == "int8":
        return Int8Tensor.from_hp(rows, PerRow())
    return Int4TilePackedTo4dTensor.from_hp(rows, [1, INT4_GROUP], Int4ChooseQParamsAlgorithm.HQQ)


def _joined(parts: Sequence[QuantizedTensor], shape: torch.Size) -> Tensor:
    """Return the rows of quantized parts as one weight."""
    from torchao.quantization import Int4TilePackedTo4dTensor, Int8Tensor

    first = parts[0]
    packed = torch.cat([part.qdata for part in parts])
    if isinstance(first, Int8Tensor):
        zeros = None if first.zero_point is None else torch.cat([part.zero_point for part in parts])
        scales = torch.cat([part.scale for part in parts])
        joined: Tensor = Int8Tensor(packed, scales, first.block_size, first.dtype, zero_point=zeros)
        return joined
    scales = torch.cat([part.scale_and_zero for part in parts], dim=1)
    tiled: Tensor = Int4TilePackedTo4dTensor(packed, scales, first.block_size, shape)
    return tiled

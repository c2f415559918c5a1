"""Weight-only int8 and int4 through torchao, one product at a time, so that a small card never holds it all.

Vision stays as it is: it is a small part, and it is read once a picture rather than once a token.
"""

from typing import TYPE_CHECKING

import torch
from torch import nn

from model.base import ModelError
from model.glm.settings import Quantization, QuantizationChoice

if TYPE_CHECKING:
    from torchao.core.config import AOBaseConfig

INT4_GROUP = 128
"""Weights that share one scale and one zero."""


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
    """Move a decoder layer to a device, its products quantized one after another."""
    for product in [module for module in layer.modules() if isinstance(module, nn.Linear)]:
        _place(product, quantization, device)
    for parameter in layer.parameters():
        if parameter.device != device:
            parameter.data = parameter.data.to(device)


def place_head(head: nn.Linear, quantization: Quantization, device: torch.device) -> None:
    """Move the product that gives the logits: int8 in either case, since its errors are not averaged out."""
    _place(head, "none" if quantization == "none" else "int8", device)


def _place(product: nn.Linear, quantization: Quantization, device: torch.device) -> None:
    product.to(device)
    if quantization == "none":
        return
    from torchao.quantization import quantize_

    quantize_(nn.Sequential(product), _config(quantization))


def _config(quantization: Quantization) -> "AOBaseConfig":
    from torchao.quantization import Int4WeightOnlyConfig, Int8WeightOnlyConfig

    # The settings that torchao would write into inductor's globals are given where the step is compiled.
    if quantization == "int8":
        return Int8WeightOnlyConfig(set_inductor_config=False)
    return Int4WeightOnlyConfig(
        group_size=INT4_GROUP,
        int4_packing_format="tile_packed_to_4d",
        int4_choose_qparams_algorithm="hqq",
        set_inductor_config=False,
    )

"""Weight-only int8 and int4 through torchao, one module at a time, so that a small card never holds it all.

Vision stays as it is: it is a small part, and it is read once a picture rather than once a token.
"""

from typing import TYPE_CHECKING

import torch
from torch import nn

from model.base import ModelError
from model.glm.settings import Quantization

if TYPE_CHECKING:
    from torchao.core.config import AOBaseConfig

INT4_GROUP = 128
"""Weights that share one scale and one zero."""


def check_quantization(quantization: Quantization, device: torch.device) -> None:
    """Raise `ModelError` where weights cannot be quantized so."""
    if quantization == "none":
        return
    try:
        import torchao.quantization  # noqa: F401 - asked for before minutes of loading
    except ImportError as error:
        raise ModelError(
            f"{quantization} weights need torchao: pip install 'deskhand[quant]', or set quantization to none."
        ) from error
    if quantization == "int4" and device.type != "cuda":
        raise ModelError("int4 weights need a CUDA GPU; int8 works on the CPU too.")


def quantize_layer(layer: nn.Module, quantization: Quantization) -> None:
    """Quantize the linear layers in a decoder layer, in place."""
    if quantization != "none":
        _quantize(layer, _config(quantization))


def quantize_head(head: nn.Module, quantization: Quantization) -> None:
    """Quantize the product that gives the logits: to int8 in either case, since its errors are not averaged out."""
    if quantization != "none":
        _quantize(nn.Sequential(head), _config("int8"))


def _quantize(module: nn.Module, config: "AOBaseConfig") -> None:
    from torchao.quantization import quantize_

    quantize_(module, config)


def _config(quantization: Quantization) -> "AOBaseConfig":
    from torchao.quantization import Int4WeightOnlyConfig, Int8WeightOnlyConfig

    # The settings that torchao would write into inductor's globals are given where the step is compiled.
    if quantization == "int8":
        return Int8WeightOnlyConfig(set_inductor_config=False)
    return Int4WeightOnlyConfig(
        group_size=INT4_GROUP, int4_packing_format="tile_packed_to_4d", set_inductor_config=False
    )

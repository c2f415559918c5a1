"""Makes a checkpoint ready to run: layers fused, quantized and moved to the device one after another.

Knows nothing of prompts or of generation.
"""

import torch

from model.base import ModelError
from model.glm.decoding.text_layer import TextLayer
from model.glm.foreign import Network
from model.glm.settings import GlmSettings, Progress
from model.glm.weights.quantize import check_quantization, quantize_head, quantize_layer


def find_device(settings: GlmSettings) -> torch.device:
    """Return the device to run on. Raises `ModelError` where it is not there or cannot run such weights."""
    try:
        device = torch.device(settings.device)
    except RuntimeError as error:
        raise ModelError(f"{settings.device!r} is no device: it can be cuda, cuda:1 and so on, or cpu.") from error
    if device.type == "cuda" and not torch.cuda.is_available():
        raise ModelError(
            "No CUDA GPU was found, and this model needs one. --model reader needs none; --model server:URL uses a "
            "model that runs elsewhere. Only device=cpu runs it here, at minutes a step."
        )
    check_quantization(settings.quantization, device)
    return device


def weight_type(device: torch.device) -> torch.dtype:
    """Return the type that weights are loaded as: that of the checkpoint on a GPU, exact sums on the CPU."""
    return torch.bfloat16 if device.type == "cuda" else torch.float32


@torch.no_grad()
def place(network: Network, settings: GlmSettings, device: torch.device, on_progress: Progress) -> None:
    """Fuse, move and quantize a network in place; no more than one layer is ever on the device unquantized."""
    network.requires_grad_(requires_grad=False)
    text = network.model.language_model
    # Each before it is quantized: packed weights do not move.
    for part in (network.model.visual, text.embed_tokens, text.norm, text.rotary_emb, network.lm_head):
        part.to(device)
    for index, layer in enumerate(text.layers):
        on_progress("Preparing the layers", index / len(text.layers))
        text.layers[index] = TextLayer(layer).to(device)
        quantize_layer(text.layers[index], settings.quantization)
    quantize_head(network.lm_head, settings.quantization)

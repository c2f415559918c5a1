"""Makes a checkpoint ready to run: layers fused, quantized and moved to the device one after another.

Knows nothing of prompts or of generation.
"""

import torch

from model.glm.decoding.text_layer import TextLayer
from model.glm.foreign import Network
from model.glm.settings import GlmSettings, Progress, Quantization
from model.glm.weights.quantize import place_head, place_layer


@torch.no_grad()
def place(
    network: Network, settings: GlmSettings, quantization: Quantization, device: torch.device, on_progress: Progress
) -> None:
    """Fuse, move and quantize a network in place; no more than one product is ever on the device unquantized.

    The head comes first: it is the largest product, and while it is quantized the device is still empty.
    """
    network.requires_grad_(requires_grad=False)
    text = network.model.language_model
    place_head(network.lm_head, quantization, device)
    for part in (network.model.visual, text.norm, text.rotary_emb):
        part.to(device)
    if not settings.host_embeddings:
        text.embed_tokens.to(device)
    for index, layer in enumerate(text.layers):
        on_progress("Preparing the layers", index / len(text.layers))
        text.layers[index] = TextLayer(layer)
        place_layer(text.layers[index], quantization, device)

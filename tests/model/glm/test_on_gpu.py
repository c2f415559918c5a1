"""What only a GPU has: the captured graph, compiled kernels, resizing on the device, packed int4."""

from threading import Event
from typing import Any

import pytest
import torch
from PIL import Image

from model.base import Request
from model.glm.decoding.decoder import Decoder
from model.glm.decoding.fused.layer import run_layers
from model.glm.decoding.fused.trial import Trial
from model.glm.decoding.kernels import Kernels
from model.glm.glm import GlmModel
from model.glm.settings import GlmSettings, no_progress
from model.glm.vision.input import vision_input
from model.glm.weights.loader import place
from tests.model.glm.conftest import Load
from tests.model.glm.decoding.fused.layers import SHAPES, given
from tests.model.glm.decoding.test_decoder import network, text
from tests.model.glm.vision.test_input import SHAPE, screenshot

pytestmark = [
    pytest.mark.gpu,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device"),
    pytest.mark.filterwarnings("ignore"),  # torch warns of its own ways while it compiles
]


@torch.no_grad()
def test_the_captured_step_computes_what_plain_kernels_do() -> None:
    logits = []
    for kernels, captured in ((Kernels(), False), (Kernels(), True), (Kernels.compiled(), True)):
        placed = network().bfloat16()
        device = torch.device("cuda:0")
        place(placed, GlmSettings(), "none", device, no_progress)
        decoder = Decoder(placed, 300, kernels)
        if captured:
            decoder.capture()
        decoder.extend(text(placed, list(range(20, 60))), at=0)
        logits.append(torch.cat([decoder.extend([n, n + 1, n], at=40 + 3 * n).clone() for n in range(60)]))
    plain, captured_plain, captured_compiled = logits
    torch.testing.assert_close(captured_plain, plain, rtol=0.05, atol=0.05)
    torch.testing.assert_close(captured_compiled, plain, rtol=0.1, atol=0.3)


@torch.no_grad()
@pytest.mark.parametrize("shape", SHAPES)
def test_our_own_kernels_compute_what_the_plain_layer_does_in_bf16(shape: str) -> None:
    layer = given(shape, 0, layers=1).layers[0].to(torch.device("cuda:0"), torch.bfloat16)
    assert Trial.of(layer, 4096).apart(Kernels(single=run_layers)) < 0.02


@pytest.mark.parametrize(
    "settings", [{}, {"kernels": "own"}, {"compiled": False}, {"quantization": "int8"}, {"quantization": "int4"}]
)
def test_a_reply_is_written_and_images_are_reused(
    load: Load, screens: list[Image.Image], settings: dict[str, Any]
) -> None:
    if "quantization" in settings:
        pytest.importorskip("torchao")
    model: GlmModel = load(device="cuda", **settings)
    for _ in range(2):
        reply = model.generate(Request(content=(*screens, "Go."), goal=""), lambda _: None, Event())
        assert reply.tokens == 60
    assert model.images_reused >= 5


@torch.no_grad()
def test_int4_prompts_are_read_as_int4_tokens_are() -> None:
    pytest.importorskip("torchao")
    placed = network().bfloat16()
    place(placed, GlmSettings(), "int4", torch.device("cuda:0"), no_progress)
    ids = list(range(20, 60))
    decoder = Decoder(placed, 300, Kernels())
    at_once = decoder.extend(text(placed, ids), at=0).clone()
    decoder.extend(text(placed, ids[:1]), at=0)
    one_by_one = decoder.extend(ids[1:], at=1)[-1:]
    torch.testing.assert_close(at_once, one_by_one, rtol=0.05, atol=0.1)


def test_images_are_resized_on_the_gpu_as_on_the_cpu() -> None:
    image = screenshot(1366, 768)
    on_cpu, on_gpu = (vision_input(image, SHAPE, device).patches.cpu().int() for device in ("cpu", "cuda"))
    assert int((on_cpu - on_gpu).abs().max()) <= 2

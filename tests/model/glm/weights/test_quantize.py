import sys
from threading import Event
from unittest.mock import patch

import pytest
import torch
from torch import nn

from model.base import ModelError, Request
from model.glm.settings import GlmSettings, Quantization, no_progress
from model.glm.vision.input import PatchShape
from model.glm.weights.loader import place
from model.glm.weights.needs import CHOICES, needs_of
from model.glm.weights.quantize import BLOCK, BLOCK_BYTES, check_quantization, place_head
from tests.model.glm.conftest import Load
from tests.model.glm.tiny_checkpoint import byte_tokenizer, random_network, tiny_config
from tests.model.glm.vision.test_tower import PROCESSOR
from tests.model.glm.weights.fake_card import META, FakeCard

CPU = torch.device("cpu")


def test_int8_weights_write_a_reply_too(load: Load) -> None:
    pytest.importorskip("torchao")
    model = load(quantization="int8")
    reply = model.generate(Request(content=("Open the door.",), goal=""), lambda _: None, Event())
    assert reply.tokens == 60
    assert model.name == "glm:tiny (int8)"


def test_without_torchao_the_extra_is_named() -> None:
    with patch.dict(sys.modules, {"torchao.quantization": None}), pytest.raises(ModelError, match=r"deskhand\[quant\]"):
        check_quantization("int8", CPU)


def test_int4_needs_a_gpu() -> None:
    pytest.importorskip("torchao")
    with pytest.raises(ModelError, match="CUDA"):
        check_quantization("int4", CPU)


def test_no_quantization_needs_nothing() -> None:
    with patch.dict(sys.modules, {"torchao": None}):
        check_quantization("none", CPU)


def product(rows: int, columns: int) -> nn.Linear:
    """Larger than what is quantized at once."""
    assert rows * columns > 2 * BLOCK
    return nn.Linear(columns, rows, bias=False, dtype=torch.bfloat16).requires_grad_(requires_grad=False)


def test_rows_are_quantized_apart_as_they_are_together() -> None:
    quantization = pytest.importorskip("torchao.quantization")
    torch.manual_seed(0)
    apart = product(5000, 4096)
    together = nn.Sequential(nn.Linear(4096, 5000, bias=False, dtype=torch.bfloat16))
    together[0].weight = nn.Parameter(apart.weight.clone(), requires_grad=False)
    quantization.quantize_(together, quantization.Int8WeightOnlyConfig(set_inductor_config=False))
    place_head(apart, "int8", CPU)
    assert torch.equal(apart.weight.dequantize(), together[0].weight.dequantize())
    state = torch.randn(3, 4096, dtype=torch.bfloat16)
    assert torch.equal(apart(state), together(state))


def test_a_head_never_lies_on_the_card_unquantized() -> None:
    pytest.importorskip("torchao")
    head = product(8192, 4096)
    weights = head.weight.numel()
    with torch.no_grad(), FakeCard() as card:
        place_head(head, "int4", META)
    assert weights <= card.used < 1.01 * weights
    assert card.peak < 2.01 * weights + BLOCK * BLOCK_BYTES["int8"] < 10 * weights


@pytest.mark.parametrize("quantization", CHOICES[:2])
@pytest.mark.parametrize("host", [False, True])
def test_loading_peaks_at_what_the_check_says(quantization: Quantization, host: bool) -> None:
    pytest.importorskip("torchao")
    tokenizer = byte_tokenizer()
    config = tiny_config(tokenizer, layers=4)
    settings = GlmSettings(host_embeddings=host)
    needs = needs_of(config, PatchShape.of(PROCESSOR, 3072), settings, quantization, 100)
    network = random_network(config, tokenizer).bfloat16()
    with FakeCard() as card:
        place(network, settings, quantization, META, no_progress)
    scales = 4 * sum(len(part.weight) for part in network.modules() if isinstance(part, nn.Linear))
    assert 0.9 * needs.weights < card.used <= needs.weights + scales + 2000  # and rotary frequencies
    assert card.peak <= needs.weights + needs.loading + 1000


def test_no_more_than_the_card_holds_is_told_for_the_real_shape() -> None:
    """Of what loading takes beside the weights: at most a twentieth of them."""
    from transformers import Glm4vConfig

    for quantization in CHOICES:
        needs = needs_of(Glm4vConfig(), PatchShape.of(PROCESSOR, 3072), GlmSettings(), quantization, 2691)
        assert needs.loading < needs.weights / 15

"""The plain functions of our kernels beside the layer that stands for transformers' own."""

import pytest
import torch
from torch import nn

from model.glm.decoding.fused.layer import PLAIN, fits, run_layers
from model.glm.decoding.text_layer import token_layer
from model.glm.weights.quantize import place_layer
from tests.model.glm.decoding.fused.layers import FILLED, SHAPES, Given, given


@torch.no_grad()
def expected(asked: Given) -> torch.Tensor:
    x = asked.x
    for layer, cache in zip(asked.layers, asked.caches, strict=True):
        x = token_layer(layer, x, asked.rope, *cache, asked.reach)
    return x


@torch.no_grad()
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("slot", FILLED)
def test_plain_launches_compute_what_layers_do_and_fill_the_cache(shape: str, slot: int) -> None:
    asked = given(shape, slot)
    other = asked.again()
    states = run_layers(asked.layers, asked.x, asked.rope, asked.caches, asked.reach, PLAIN)
    torch.testing.assert_close(states, expected(other), rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(asked.caches, other.caches, rtol=1e-4, atol=1e-4)


def test_quantized_products_do_not_fit() -> None:
    pytest.importorskip("torchao")
    layer = given("like the 9B", 0, layers=1).layers[0]
    place_layer(layer, "int8", torch.device("cpu"))
    assert not fits(layer)


def test_biased_products_do_not_fit() -> None:
    layer = given("like the 9B", 0, layers=1).layers[0]
    assert fits(layer)
    layer.out = nn.Linear(256, 256, bias=True)
    assert not fits(layer)


def test_transposed_weights_do_not_fit() -> None:
    layer = given("like the 9B", 0, layers=1).layers[0]
    layer.out.weight = nn.Parameter(layer.out.weight.data.T, requires_grad=False)
    assert not fits(layer)

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from model.base import ModelError
from model.glm.settings import GlmSettings
from model.glm.weights.checkpoint import Checkpoint, read_checkpoint
from model.glm.weights.fitting import fitting
from model.glm.weights.memory import Card, Check, check
from model.glm.weights.needs import Parameters, cache_bytes_per_token
from tests.model.glm.tiny_checkpoint import byte_tokenizer, random_network, tiny_config

GIB = 2**30
ON_CPU = GlmSettings(device="cpu")
AUTO = GlmSettings(device="cuda:1")


@pytest.fixture(scope="module")
def checked() -> Check:
    """The 9B shape, which need not be downloaded, on a machine without a GPU."""
    return check((1920, 1080), ON_CPU)


def with_card(checked: Check, free: float) -> Check:
    return replace(checked, card=Card("Test Card", int(free * GIB), int(free * GIB), bandwidth=1e12))


def test_the_9b_shape_needs_about_what_it_is_known_to(checked: Check) -> None:
    bf16, int8, int4 = checked.needs
    assert 18 * GIB < bf16.weights < 21 * GIB
    assert 10 * GIB < int8.weights < 13 * GIB
    assert 6 * GIB < int4.weights < 9 * GIB
    assert bf16.cache == 16_384 * 40_960 + 16 * 2691 * 4096 * 2
    assert bf16.total < 23 * GIB  # what a card of 24 GB has free
    assert checked.image_tokens == 2691


def test_the_most_exact_weights_that_fit_are_chosen(checked: Check) -> None:
    assert with_card(checked, 80).choice == "none"
    assert with_card(checked, 16).choice == "int8"
    assert with_card(checked, 12).choice == "int4"
    assert with_card(checked, 6).choice is None


def test_the_sentence_says_what_to_do(checked: Check) -> None:
    assert "quantization=int8, at about 85 tokens" in with_card(checked, 16).sentence()
    assert "lower context_tokens" in with_card(checked, 6).sentence()
    assert "--model reader" in checked.sentence()


def test_a_longer_context_and_a_larger_screen_need_more() -> None:
    small = check((1280, 720), ON_CPU)
    large = check((3840, 2160), GlmSettings(device="cpu", screenshot_tokens=7000, context_tokens=32_768))
    assert large.image_tokens > small.image_tokens
    assert large.needs[0].total > small.needs[0].total


def test_embeddings_on_the_host_need_none_of_the_card(checked: Check) -> None:
    spared = check((1920, 1080), GlmSettings(device="cpu", host_embeddings=True))
    assert checked.needs[0].weights - spared.needs[0].weights == 151_552 * 4096 * 2


def test_parameters_are_counted_whole() -> None:
    tokenizer = byte_tokenizer()
    config = tiny_config(tokenizer)
    counted = Parameters.of(config)
    weights = random_network(config, tokenizer).parameters()
    whole = counted.layers + counted.head + counted.embeddings + counted.rest
    assert whole == sum(weight.numel() for weight in weights)


def test_the_cache_of_a_token_is_keys_and_values_of_every_layer() -> None:
    assert cache_bytes_per_token(tiny_config(byte_tokenizer())) == 2 * 2 * 2 * 16 * 2


def test_a_checkpoint_on_disk_is_measured_by_its_own_shape(checkpoint: Path) -> None:
    assert check((1280, 720), ON_CPU, str(checkpoint)).needs[0].weights < 10_000_000


def test_an_unknown_checkpoint_is_an_error() -> None:
    with pytest.raises(ModelError, match="model pull"):
        check((1280, 720), ON_CPU, "nobody/nothing")


@pytest.fixture(scope="module")
def read(checkpoint: Path) -> Checkpoint:
    """A checkpoint to choose for."""
    return read_checkpoint(checkpoint, torch.float32)


def test_auto_takes_what_is_free_on_the_device_that_was_named(read: Checkpoint) -> None:
    asked: list[torch.device] = []

    def free(device: torch.device) -> int:
        asked.append(device)
        return 80 * GIB

    assert fitting(read, AUTO, torch.device("cuda:1"), free) == "none"
    assert asked == [torch.device("cuda:1")]


def test_auto_says_so_where_nothing_fits(read: Checkpoint) -> None:
    with pytest.raises(ModelError, match=r"cuda:1.* GiB free and .* are needed"):
        fitting(read, AUTO, torch.device("cuda:1"), lambda _: 1000)


def test_auto_is_exact_on_the_cpu_and_the_users_word_stands(read: Checkpoint) -> None:
    assert fitting(read, ON_CPU, torch.device("cpu")) == "none"
    chosen = GlmSettings(quantization="int4")
    assert fitting(read, chosen, torch.device("cuda:0"), lambda _: 80 * GIB) == "int4"

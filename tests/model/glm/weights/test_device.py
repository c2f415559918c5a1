"""Devices by name, and that everything is made on the one that was named."""

from collections.abc import Iterator
from threading import current_thread
from unittest.mock import patch

import pytest
import torch

from model.base import ModelError
from model.glm.decoding.decoder import Chunk, Decoder
from model.glm.decoding.kernels import Kernels
from model.glm.settings import GlmSettings, no_progress
from model.glm.weights.device import Pace, current, find_device
from model.glm.weights.loader import place
from tests.model.glm.tiny_checkpoint import byte_tokenizer, random_network, tiny_config
from tests.model.glm.weights.fake_card import META

TOKENIZER = byte_tokenizer()


@pytest.fixture
def two_gpus() -> Iterator[None]:
    """A machine that says it has two."""
    with patch("torch.cuda.is_available", lambda: True), patch("torch.cuda.device_count", lambda: 2):
        yield


@pytest.mark.parametrize(("name", "index"), [("cuda", 0), ("cuda:0", 0), ("cuda:1", 1)])
def test_a_gpu_is_found_by_its_number(two_gpus: None, name: str, index: int) -> None:
    assert find_device(GlmSettings(device=name)) == torch.device("cuda", index)


def test_a_number_that_there_is_not_says_which_there_are(two_gpus: None) -> None:
    with pytest.raises(ModelError, match="no cuda:2: the GPUs here are cuda:0, cuda:1"):
        find_device(GlmSettings(device="cuda:2"))


def test_the_named_gpu_is_made_the_current_one() -> None:
    made: list[tuple[str, torch.device]] = []

    class Current:
        def __init__(self, device: torch.device) -> None:
            made.append((current_thread().name, device))

        def __enter__(self) -> None: ...
        def __exit__(self, *_: object) -> None: ...

    with patch("torch.cuda.device", Current), current(torch.device("cuda:1")):
        pass
    assert made == [(current_thread().name, torch.device("cuda:1"))]


def test_on_the_cpu_there_is_nothing_to_make_current_or_to_wait_for() -> None:
    with current(torch.device("cpu")):
        pace = Pace(torch.device("cpu"))
        pace.keep()
        pace.keep()


@pytest.mark.parametrize("host", [False, True])
def test_everything_is_made_on_the_device_that_the_weights_are_on(host: bool) -> None:
    """Another device than the one torch takes by itself: a tensor made without naming it would not fit."""
    network = random_network(tiny_config(TOKENIZER), TOKENIZER)
    place(network, GlmSettings(host_embeddings=host), "none", META, no_progress)
    decoder = Decoder(network, 200, Kernels())
    prompt = Chunk(torch.zeros(1, 8, 64, device=META), torch.zeros(3, 1, 8, dtype=torch.long, device=META), 0, range(8))
    assert decoder.extend(prompt.part(0, 5), at=0).device == META
    assert decoder.extend(prompt.part(5, 8), at=5).shape == (1, len(TOKENIZER))
    for tokens in ([1], [1, 2, 3], list(range(20))):
        logits = decoder.extend(tokens, at=8)
        assert (logits.device, logits.shape) == (META, (len(tokens), len(TOKENIZER)))

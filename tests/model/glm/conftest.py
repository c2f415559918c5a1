"""Tiny checkpoints on disk, models loaded from them, and transformers' own network beside."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from transformers import Glm4vForConditionalGeneration

from model.glm.foreign import Network
from model.glm.glm import GlmModel
from model.glm.settings import GlmSettings
from tests.model.glm.tiny_checkpoint import OPENING_TEMPLATE, save_checkpoint

Load = Callable[..., GlmModel]


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> Iterator[None]:
    """Tiny products run faster alone than shared out."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="session")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sharded checkpoint whose template leaves the thought to the model."""
    return save_checkpoint(tmp_path_factory.mktemp("glm") / "tiny")


@pytest.fixture(scope="session")
def opening_checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a template that opens `<think>`."""
    return save_checkpoint(tmp_path_factory.mktemp("glm") / "opening", OPENING_TEMPLATE)


@pytest.fixture(scope="session")
def stock(checkpoint: Path) -> Network:
    """Transformers' own network with the same weights."""
    network: Network = Glm4vForConditionalGeneration.from_pretrained(checkpoint)
    return network.eval()


@pytest.fixture(scope="session")
def load(checkpoint: Path) -> Load:
    """Load a model from a folder, the tiny checkpoint unless another is given."""

    def load_model(folder: Path = checkpoint, **settings: Any) -> GlmModel:
        defaults = {"device": "cpu", "max_new_tokens": 60, "action_tokens": 16, "context_tokens": 1024}
        return GlmModel.load(str(folder), GlmSettings(**{**defaults, **settings}))

    return load_model


@pytest.fixture(scope="session")
def screens() -> list[Image.Image]:
    """Five screenshots of noise: the current one and four earlier ones at half its size."""
    chance = np.random.default_rng(0)
    sizes = [(224, 140)] + [(112, 84)] * 4
    return [Image.fromarray(chance.integers(0, 256, (h, w, 3), dtype=np.uint8)) for w, h in sizes]

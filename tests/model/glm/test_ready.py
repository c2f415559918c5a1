"""Warming up: everything at its largest, and what is done where the compiler or the memory fails."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CalledProcessError
from typing import Any

import pytest
import torch

from model.base import ModelError
from model.glm.decoding.kernels import Kernels
from model.glm.decoding.text_layer import chunk_layer, token_layer
from model.glm.faults import device_faults
from model.glm.prompt.prompt_reader import PromptReader
from model.glm.ready import Build, longest, placed, warm, warm_up
from model.glm.settings import GlmSettings, no_progress
from model.glm.weights.checkpoint import read_checkpoint

SETTINGS = GlmSettings(device="cpu", context_tokens=600, action_tokens=100, max_new_tokens=120, screenshot_tokens=64)


@pytest.fixture
def build(checkpoint: Path) -> Build:
    """Makes readers of the tiny checkpoint, placed on the CPU."""
    return placed(read_checkpoint(checkpoint, torch.float32), SETTINGS, "none", torch.device("cpu"), no_progress)


def failing(error: Exception) -> Callable[..., torch.Tensor]:
    def layer(*_: Any, **__: Any) -> torch.Tensor:
        raise error

    return layer


def test_the_longest_prompt_has_the_largest_screen_and_fills_the_room(build: Build) -> None:
    reader = build(Kernels())
    ids = reader.prompt(longest(reader)).ids
    assert reader.room - 4 < len(ids) < reader.room
    assert ids.count(reader._network.config.image_token_id) == 64


def test_a_short_context_is_filled_by_what_fits_of_a_screen(checkpoint: Path) -> None:
    settings = SETTINGS.model_copy(update={"context_tokens": 300, "screenshot_tokens": 3072})
    read = read_checkpoint(checkpoint, torch.float32)
    reader = placed(read, settings, "none", torch.device("cpu"), no_progress)(Kernels())
    ids = reader.prompt(longest(reader)).ids
    assert reader.room - 20 < len(ids) < reader.room
    warm_up(reader, settings)


def test_warming_up_reads_the_longest_prompt_and_leaves_nothing_behind(build: Build) -> None:
    ends: list[int] = []

    def watched(*arguments: Any) -> torch.Tensor:
        ends.append(arguments[-1] + arguments[1].shape[1])
        return chunk_layer(*arguments)

    reader = warm_up(build(Kernels(chunk=watched)), SETTINGS)
    assert max(ends) > reader.room - 4
    assert (reader.seen, reader.made, reader.decoder.passes) == (0, 0, 0)
    assert reader.decoder.held(reader.prompt(("warm up",)).ids) == 0


def test_memory_that_runs_out_at_the_longest_prompt_is_said_at_loading(build: Build) -> None:
    def small(*arguments: Any) -> torch.Tensor:
        if arguments[-1] + arguments[1].shape[1] > 300:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return chunk_layer(*arguments)

    with pytest.raises(ModelError, match="lower screenshot_tokens or context_tokens"), device_faults():
        warm(build, SETTINGS, no_progress, lambda: Kernels(chunk=small), lambda: True)


@pytest.mark.parametrize(
    "fault",
    [
        RuntimeError("Failed to find C compiler"),
        CalledProcessError(1, ["gcc"]),
        FileNotFoundError("Python.h"),
        ImportError("undefined symbol"),
    ],
)
def test_a_compiler_that_fails_is_done_without(build: Build, fault: Exception) -> None:
    told: list[str] = []
    reader: PromptReader = warm(
        build, SETTINGS, lambda text, _: told.append(text), lambda: Kernels(token=failing(fault)), lambda: True
    )
    assert reader.decoder._kernels.token is token_layer
    assert "could not be compiled" in told[-1]
    assert "slower" in told[-1]


def test_without_a_compiler_none_is_tried(build: Build) -> None:
    told: list[str] = []
    warm(build, SETTINGS, lambda text, _: told.append(text), failing(AssertionError()), lambda: False)  # type: ignore[arg-type]
    assert told == ["There is no C compiler or no Triton: the layers run unfused, and slower"]


def test_uncompiled_kernels_may_be_asked_for(build: Build) -> None:
    told: list[str] = []
    settings = SETTINGS.model_copy(update={"compiled": False})
    warm(build, settings, lambda text, _: told.append(text), failing(AssertionError()))  # type: ignore[arg-type]
    assert not told

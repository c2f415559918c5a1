"""Whose kernels are taken: ours only where they are wanted, right, and not slower."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import torch

from model.glm.decoding.fused.layer import PLAIN, run_layers
from model.glm.decoding.fused.trial import Trial, chosen
from model.glm.decoding.kernels import Kernels, Stack
from model.glm.settings import GlmSettings, KernelChoice
from tests.model.glm.decoding.fused.layers import given

LAYER = given("like the 9B", 0, layers=1).layers[0]
COMPILED = Kernels()
right: Stack = partial(run_layers, launches=PLAIN)


def choose(
    single: Stack = right, ours: float = 1.0, theirs: float = 2.0, kernels: KernelChoice = "auto", *, fuses: bool = True
) -> tuple[Kernels, list[str]]:
    told: list[str] = []
    times = iter((ours, theirs))
    taken = chosen(
        LAYER,
        256,
        GlmSettings(kernels=kernels),
        lambda text, _: told.append(text),
        compiled=lambda: COMPILED,
        single=single,
        can_fuse=lambda _: fuses,
        seconds=lambda run: (run(), next(times))[1],
    )
    return taken, told


def wrong_output(*arguments: Any) -> torch.Tensor:
    return right(*arguments) * 1.2


def no_number(*arguments: Any) -> torch.Tensor:
    return right(*arguments) * float("nan")


def forgets_the_cache(layers: Any, x: torch.Tensor, rope: Any, caches: Any, reach: Any) -> torch.Tensor:
    return right(layers, x, rope, [(keys.clone(), values.clone()) for keys, values in caches], reach)


def failing(error: Exception) -> Callable[..., torch.Tensor]:
    def single(*_: Any) -> torch.Tensor:
        raise error

    return single


@pytest.mark.parametrize(("ours", "taken"), [(1.0, True), (3.0, False)], ids=["faster", "slower"])
def test_the_faster_are_taken(ours: float, taken: bool) -> None:
    kernels, told = choose(ours=ours)
    assert (kernels.single is right) is taken
    assert not told


def test_own_kernels_may_be_asked_for_though_they_are_slower() -> None:
    assert choose(ours=3.0, kernels="own")[0].single is right


@pytest.mark.parametrize("single", [wrong_output, no_number, forgets_the_cache])
@pytest.mark.parametrize("kernels", ["auto", "own"])
def test_kernels_that_err_are_never_taken(single: Stack, kernels: KernelChoice) -> None:
    taken, told = choose(single, kernels=kernels)
    assert taken is COMPILED
    assert "err on this card" in told[0]


@pytest.mark.parametrize("error", [RuntimeError("ptxas failed"), ImportError("no triton")])
def test_kernels_that_do_not_compile_are_done_without(error: Exception) -> None:
    taken, told = choose(failing(error))
    assert taken is COMPILED
    assert str(error) in told[0]


def test_neither_are_those_that_triton_itself_refuses() -> None:
    errors = pytest.importorskip("triton.errors")
    assert choose(failing(errors.TritonError("out of registers")))[0] is COMPILED


def test_a_full_device_is_no_fault_of_a_kernel() -> None:
    with pytest.raises(torch.OutOfMemoryError):
        choose(failing(torch.OutOfMemoryError("full")))


@pytest.mark.parametrize(("kernels", "fuses"), [("inductor", True), ("auto", False), ("own", False)])
def test_where_they_are_not_wanted_or_do_not_fit_none_are_tried(kernels: KernelChoice, fuses: bool) -> None:
    assert choose(failing(AssertionError()), kernels=kernels, fuses=fuses)[0] is COMPILED


@torch.no_grad()
def test_several_tokens_are_left_to_the_compiled_layer() -> None:
    trial = Trial.of(LAYER, 256)
    kernels = Kernels(single=failing(AssertionError()))
    asked = given("like the 9B", 3, layers=1)
    several = torch.cat((asked.x, asked.x), dim=1)
    rope = (asked.rope[0].expand(1, 2, -1), asked.rope[1].expand(1, 2, -1))
    reach = type(asked.reach).of(torch.tensor([3]), 2, 384)
    assert kernels.tokens(asked.layers, several, rope, asked.caches, reach).shape == several.shape
    with pytest.raises(AssertionError):
        trial.run(kernels)

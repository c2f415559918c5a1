"""What a fault of the device leaves behind: a sentence, and none of the memory that its frames held."""

import weakref

import pytest
import torch

from model.base import ModelError
from model.glm.faults import device_faults, let_go


class Held:
    """Stands for a tensor of gigabytes."""


def test_out_of_memory_lets_go_of_what_its_frames_held() -> None:
    known: list[weakref.ref[Held]] = []

    def deepest() -> None:
        held = Held()
        known.append(weakref.ref(held))
        raise torch.OutOfMemoryError("CUDA out of memory")

    def between() -> None:
        held = Held()
        known.append(weakref.ref(held))
        try:
            deepest()
        except torch.OutOfMemoryError as error:
            raise torch.OutOfMemoryError("again") from error

    with pytest.raises(ModelError, match="memory is full") as raised, device_faults():
        between()
    assert [ref() for ref in known] == [None, None]
    assert raised.value


def test_a_gpu_that_failed_has_to_be_loaded_again() -> None:
    with pytest.raises(ModelError, match=r"loaded again: .*misaligned"), device_faults():
        raise torch.AcceleratorError("misaligned address")


def test_other_errors_are_left_alone() -> None:
    with pytest.raises(RuntimeError, match="something else"), device_faults():
        raise RuntimeError("something else")


def test_errors_without_a_traceback_hold_nothing() -> None:
    let_go(RuntimeError("never raised"))

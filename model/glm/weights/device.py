"""The device that a model runs on: found, made the current one, and not run ahead of."""

from contextlib import AbstractContextManager, nullcontext

import torch

from model.base import ModelError
from model.glm.settings import GlmSettings
from model.glm.weights.quantize import check_quantization


def find_device(settings: GlmSettings) -> torch.device:
    """Return the device to run on. Raises `ModelError` where it is not there or cannot run such weights."""
    try:
        device = torch.device(settings.device)
    except RuntimeError as error:
        raise ModelError(f"{settings.device!r} is no device: it can be cuda, cuda:1 and so on, or cpu.") from error
    if device.type == "cuda":
        _check_gpu(device)
        device = torch.device("cuda", device.index or 0)  # as tensors there name it
    check_quantization(settings.quantization, device)
    return device


def _check_gpu(device: torch.device) -> None:
    if not torch.cuda.is_available():
        raise ModelError(
            "No CUDA GPU was found, and this model needs one. --model reader needs none; --model server:URL uses a "
            "model that runs elsewhere. Only device=cpu runs it here, at minutes a step."
        )
    if (device.index or 0) >= (count := torch.cuda.device_count()):
        known = ", ".join(f"cuda:{index}" for index in range(count))
        raise ModelError(f"There is no {device}: the GPUs here are {known}.")


def current(device: torch.device) -> AbstractContextManager[object]:
    """Make a GPU the current one: streams, graphs and compiled kernels run on that, whatever their tensors say."""
    return torch.cuda.device(device) if device.type == "cuda" else nullcontext()


def weight_type(device: torch.device) -> torch.dtype:
    """Return the type that weights are loaded as: that of the checkpoint on a GPU, exact sums on the CPU."""
    return torch.bfloat16 if device.type == "cuda" else torch.float32


class Pace:
    """Keeps the host one piece of work ahead of a GPU, so that a stop finds little queued and the GPU never waits."""

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._before: torch.cuda.Event | None = None

    def keep(self) -> None:
        """Wait until the piece before the one just begun is done."""
        if self._device.type != "cuda":
            return
        begun = torch.cuda.Event()  # type: ignore[no-untyped-call]
        begun.record(torch.cuda.current_stream(self._device))
        if self._before:
            self._before.synchronize()
        self._before = begun

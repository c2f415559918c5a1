"""Makes a CUDA build of torch believe that it has a GPU: code can be generated for it, and nothing can be run.

Reaches into private parts of torch 2.11 and of its triton, which `make codegen` installs; another torch needs another
list.
"""

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import torch

from tests.codegen.cards import Card


def pretend(card: Card) -> None:
    """From here on torch has one such GPU; there is no way back within the process."""
    _pretend_runtime(card)
    _pretend_bindings()
    _pretend_compiler(card)
    _pretend_driver(card)


def _answer(value: Any = None) -> Any:
    return lambda *_, **__: value


def _pretend_runtime(card: Card) -> None:
    import torch._subclasses.fake_tensor as fake

    answers = {
        "is_available": True,
        "is_initialized": True,
        "device_count": 1,
        "current_device": 0,
        "get_device_properties": card,
        "_get_device_properties": card,
        "get_device_capability": (card.major, card.minor),
        "get_device_name": card.name,
        "current_stream": SimpleNamespace(cuda_stream=0),
        "device": nullcontext(),
        "_DeviceGuard": nullcontext(),
        "_exchange_device": 0,
        "_maybe_exchange_device": 0,
        "get_rng_state": torch.zeros(16, dtype=torch.uint8),
        "mem_get_info": (card.total_memory, card.total_memory),
        "memory_allocated": 0,
        **dict.fromkeys(("_lazy_init", "init", "synchronize", "set_device", "set_rng_state")),
    }
    for name, value in answers.items():
        setattr(torch.cuda, name, _answer(value))
    torch.cuda.random.get_rng_state = torch.cuda.get_rng_state
    torch.cuda.random.set_rng_state = torch.cuda.set_rng_state
    fake.init_gpu_context = _answer()


def _pretend_bindings() -> None:
    for name in ("getDevice", "exchangeDevice", "maybeExchangeDevice", "setDevice", "getCurrentRawStream"):
        setattr(torch._C, f"_cuda_{name}", _answer(0))
    torch._C._cuda_getDeviceCount = _answer(1)
    real: Any = torch.tensor

    def tensor(data: Any, *args: Any, device: Any = None, dtype: Any = None, **more: Any) -> Any:
        on_gpu = device is not None and torch.device(device).type == "cuda"
        if on_gpu and isinstance(data, bool | int | float):
            return torch.full((), data, dtype=dtype, device=device)
        return real(data, *args, device=device, dtype=dtype, **more)

    setattr(torch, "tensor", tensor)  # noqa: B010 - torch declares it as a function


def _pretend_compiler(card: Card) -> None:
    import torch._inductor.scheduler
    import torch.utils._triton
    from torch._dynamo.device_interface import CudaInterface

    cuda: Any = CudaInterface
    for part in (cuda, cuda.Worker):
        part.get_device_properties = staticmethod(_answer(card))
        part.current_device = staticmethod(_answer(0))
    cuda.is_available = staticmethod(_answer(True))
    cuda.get_compute_capability = staticmethod(_answer(card.architecture))
    modules: list[Any] = [torch._inductor.scheduler, torch.utils._triton]
    for module in modules:
        module.has_triton = _answer(True)


def _pretend_driver(card: Card) -> None:
    import triton
    from triton.backends.compiler import GPUTarget

    driver = SimpleNamespace(
        get_current_target=_answer(GPUTarget("cuda", card.architecture, 32)),
        get_current_device=_answer(0),
        set_current_device=_answer(),
        get_current_stream=_answer(0),
        get_active_torch_device=_answer(torch.device("cuda:0")),
        get_device_interface=_answer(torch.cuda),
        is_active=_answer(True),
    )
    triton.runtime.driver.set_active(driver)

"""How fast a device moves its memory: the floor under the time of a token, since every weight is read for each."""

import statistics
import time

import torch

_BYTES = 1 << 28  # many times any cache
_COPIES = 10  # in a row, so that beginning and ending them weigh nothing
_ROUNDS = 5


def measure_bandwidth(device: torch.device) -> float:
    """Return bytes a second of large copies on the device, counting what is read and what is written."""
    source = torch.zeros(_BYTES, dtype=torch.uint8, device=device)
    target = torch.zeros_like(source)
    seconds = statistics.median(_timed_copies(source, target) for _ in range(_ROUNDS))
    return 2 * _BYTES * _COPIES / seconds


def _timed_copies(source: torch.Tensor, target: torch.Tensor) -> float:
    _finish(source.device)
    began = time.perf_counter()
    for _ in range(_COPIES):
        target.copy_(source)
    _finish(source.device)
    return time.perf_counter() - began


def _finish(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)

"""How fast a GPU moves its memory: the floor under the time of a token, since every weight is read for each."""

import statistics

import torch

_BYTES = 1 << 28  # many times any cache
_ROUNDS = 10


def measure_bandwidth(device: torch.device) -> float:
    """Return bytes a second of a large copy on the device, counting what is read and what is written."""
    source = torch.empty(_BYTES, dtype=torch.uint8, device=device)
    target = torch.empty_like(source)
    target.copy_(source)
    seconds = statistics.median(_timed_copy(source, target) for _ in range(_ROUNDS))
    return 2 * _BYTES / seconds


def _timed_copy(source: torch.Tensor, target: torch.Tensor) -> float:
    began, ended = (torch.cuda.Event(enable_timing=True) for _ in range(2))  # type: ignore[no-untyped-call]
    began.record()
    target.copy_(source)
    ended.record()
    ended.synchronize()
    return float(began.elapsed_time(ended)) / 1000

"""CUDA graphs: what is captured once and replayed, and how long a replay takes. Knows nothing of what is captured."""

import statistics
from collections.abc import Callable

import torch

_WARM, _ROUNDS, _REPLAYS = 3, 7, 20


def graph_seconds(run: Callable[[], object]) -> float:
    """Return the median seconds of one run on the current CUDA device; the host's share is not counted."""
    graph = captured(run)
    begin = torch.cuda.Event(enable_timing=True)  # type: ignore[no-untyped-call]
    end = torch.cuda.Event(enable_timing=True)  # type: ignore[no-untyped-call]
    times: list[float] = []
    for _ in range(_ROUNDS):
        begin.record()
        for _ in range(_REPLAYS):
            graph.replay()
        end.record()
        end.synchronize()
        times.append(begin.elapsed_time(end) / 1000 / _REPLAYS)
    return statistics.median(times)


def captured(run: Callable[[], object]) -> torch.cuda.CUDAGraph:
    """Warm something up aside, so that it is compiled, and capture it."""
    side = torch.cuda.Stream()  # type: ignore[no-untyped-call]
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):
        for _ in range(_WARM):
            run()
    torch.cuda.current_stream().wait_stream(side)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        run()
    return graph

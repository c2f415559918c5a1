"""The benchmarks that there are, and which of them some data is."""

from pathlib import Path
from typing import Any

from tasks.recorded.benchmark import Benchmark
from tasks.recorded.errors import ScoreError
from tasks.recorded.grounding.mmbench_gui import MMBenchGuiL2
from tasks.recorded.grounding.osworld_g import OSWorldG
from tasks.recorded.grounding.screenspot import ScreenSpot
from tasks.recorded.grounding.screenspot_pro import ScreenSpotPro
from tasks.recorded.grounding.screenspot_v2 import ScreenSpotV2
from tasks.recorded.grounding.ui_vision import UIVision
from tasks.recorded.trajectories.agentnet import AgentNet
from tasks.recorded.trajectories.agentnetbench import AgentNetBench
from tasks.recorded.trajectories.android_control import AndroidControl
from tasks.recorded.trajectories.gui_odyssey import GUIOdyssey
from tasks.recorded.trajectories.mind2web import Mind2Web
from tasks.recorded.trajectories.pc_tracker import PCTracker
from tasks.recorded.trajectories.recordings import Recordings
from tasks.recorded.trajectories.screenagent import ScreenAgent

BENCHMARKS: tuple[Benchmark[Any], ...] = (
    ScreenSpot(),
    ScreenSpotV2(),
    ScreenSpotPro(),
    MMBenchGuiL2(),
    UIVision(),
    OSWorldG(),
    OSWorldG(refined=True),
    AgentNetBench(),
    AgentNet(),
    PCTracker(),
    ScreenAgent(),
    AndroidControl(),
    GUIOdyssey(),
    Mind2Web(),
    Recordings(),
)

ON_REQUEST: tuple[Benchmark[Any], ...] = (
    ScreenSpotPro(chinese=True),
    AgentNetBench(low=True),
    AndroidControl("low"),
    GUIOdyssey(low=True),
    GUIOdyssey("app"),
    GUIOdyssey("device"),
    GUIOdyssey("task"),
)
"""Other ways to ask from the same data: only by their name."""


def find_benchmark(data: str, name: str = "") -> tuple[Benchmark[Any], Path]:
    """Return the benchmark of some data, and its path; `NAME:PATH` or `name` says which, else the files do.

    Raises `ScoreError` where none is there, or several are.
    """
    prefix, _, rest = data.partition(":")
    if rest and prefix in _names():
        name, data = name or prefix, rest
    path = Path(data)
    if data.encode("utf-8", "replace").decode() != data:
        raise ScoreError(f"The name of {data!r} is no UTF-8: rename the folder.")
    if not path.exists():
        raise ScoreError(f"There is no {data}: DATA is the folder of a benchmark as it is published.")
    if name:
        return _named(name, path), path
    found = [benchmark for benchmark in BENCHMARKS if benchmark.is_in(path)]
    if len(found) == 1:
        return found[0], path
    if not found:
        raise ScoreError(f"{data} holds no benchmark that is known: `deskhand score --list` says what each needs.")
    several = ", ".join(benchmark.name for benchmark in found)
    raise ScoreError(f"{data} holds several benchmarks: say which with --as ({several}).")


def _named(name: str, path: Path) -> Benchmark[Any]:
    if name not in _names():
        raise ScoreError(f"There is no benchmark {name!r}: it can be {', '.join(_names())}.")
    benchmark = _names()[name]
    if not benchmark.is_in(path):
        raise ScoreError(f"{path} holds nothing of {name}, which needs {benchmark.card.needs}.")
    return benchmark


def _names() -> dict[str, Benchmark[Any]]:
    return {benchmark.name: benchmark for benchmark in (*BENCHMARKS, *ON_REQUEST)}

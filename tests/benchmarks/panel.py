"""The panel's promises: how soon Stop stops, how smoothly it shows a run, how fast it starts, how much it holds."""

import gc
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tasks.displays import use_display
from tests.benchmarks.output import percentile, print_json, print_table, wants_json
from tests.benchmarks.panel_smoothness import longest_block_ms, noisy_screen, real_screen
from tests.benchmarks.panel_stops import PANEL_PHASES, StopBench

STOPS, STARTS = 50, 5


def measure_stops(application: QApplication, folder: Path) -> list[tuple[str, float, float]]:
    """Return (phase, p50, max) in milliseconds."""
    bench = StopBench(application, folder)
    rows = []
    for phase in PANEL_PHASES:
        latencies = bench.measure(phase, folder / f"{phase.name}.log", STOPS)
        rows.append((phase.name, percentile(latencies, 50), max(latencies)))
    bench.close()
    return rows


def measure_start(folder: Path) -> tuple[float, float]:
    """Return the seconds from the command to the panel's first picture (the median), and the MiB that it holds then."""
    environment = os.environ | {"XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    seconds, mebibytes = [], 0.0
    for _ in range(STARTS):
        began = time.monotonic()
        command = [sys.executable, "-m", "tests.benchmarks.panel_start"]
        shown = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout.split()
        seconds.append(float(shown[0]) - began)
        mebibytes = max(mebibytes, float(shown[1]))
    return sorted(seconds)[STARTS // 2], mebibytes


def main() -> None:
    as_json = wants_json(__doc__ or "")
    with tempfile.TemporaryDirectory() as temporary, use_display("virtual"):
        folder = Path(temporary)
        startup, rss = measure_start(folder / "start")
        application = QApplication([])
        application.setQuitOnLastWindowClosed(False)
        for name in ("smooth", "noisy", "stops"):
            (folder / name).mkdir()
        block = longest_block_ms(application, folder / "smooth", real_screen())
        noisy = longest_block_ms(application, folder / "noisy", noisy_screen())
        gc.collect()  # here, and not on the next panel's run thread
        rows = measure_stops(application, folder / "stops")
        application.shutdown()  # before its display goes
    print_table(f"click on Stop to last input, {STOPS} stops a phase, milliseconds", ("phase", "p50", "max"), rows)
    columns = ("longest block, ms", "on a screen of noise, ms", "start, s", "memory, MiB")
    print_table("the panel", columns, [(block, noisy, f"{startup:.2f}", rss)])
    if as_json:
        figures = {
            "stop_max_ms": max(row[2] for row in rows),
            "block_max_ms": block,
            "noisy_block_max_ms": noisy,
            "startup_s": startup,
            "rss_mb": rss,
        }
        print_json({key: round(value, 2) for key, value in figures.items()})


if __name__ == "__main__":
    main()

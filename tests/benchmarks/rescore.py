"""Saved predictions scored again, in a process of their own: how long 10,000 steps take, and that memory stays.

The data is ScreenSpot-Pro's form without its pictures; the predictions are raw replies. Peaks are the whole process's,
interpreter and libraries included, so what grows with the data shows in the difference between a tenth and all of it.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from actions.dialects.glm_json import GLM_JSON
from actions.schema import Box, Click
from tasks.recorded.predictions.prediction import Header, Prediction, as_line
from tests.benchmarks.output import print_json, print_table, wants_json

STEPS = 10_000
WIDTH, HEIGHT = 3840, 2160

LAUNCHER = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""
"""A small process between: a process that is started counts the peak of the one that starts it as its own."""

UNITS_PER_MB = 1024 * 1024 if sys.platform == "darwin" else 1024
"""Linux counts in KiB, macOS in bytes."""


def main() -> None:
    """Write the data, score it, print."""
    as_json = wants_json("How long saved predictions take to score again.")
    with tempfile.TemporaryDirectory() as scratch:
        runs = {steps: rescored(Path(scratch) / str(steps), steps) for steps in (STEPS // 10, STEPS)}
    rows = [(steps, seconds, peak, f"{right} of {steps}") for steps, (seconds, peak, right) in runs.items()]
    print_table("Scoring saved predictions again", ("steps", "seconds", "peak MB", "right"), rows)
    if as_json:
        seconds, peak, _ = runs[STEPS]
        print_json(
            {
                "seconds": round(seconds, 2),
                "steps": STEPS,
                "peak_mb": round(peak, 1),
                "peak_mb_of_a_tenth": round(runs[STEPS // 10][1], 1),
            }
        )


def rescored(folder: Path, steps: int) -> tuple[float, float, int]:
    """Return the seconds and the peak of memory (MB) of scoring so many steps, and how many are right."""
    data, predictions = written(folder, steps)
    command = [sys.executable, "-m", "ui.cli", "score", str(data), "--predictions", str(predictions), "--json"]
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", LAUNCHER, *command], capture_output=True, text=True, check=True)
    seconds, report = time.perf_counter() - began, json.loads(done.stdout)
    assert report["total"] == steps, report
    return seconds, int(done.stderr) / UNITS_PER_MB, int(report["correct"])


def written(folder: Path, steps: int) -> tuple[Path, Path]:
    """Write annotations and predictions, half of them right, in different orders; return where they are."""
    folder.mkdir()
    chance = random.Random(steps)
    data, predictions = folder / "screenspot_pro.json", folder / "predictions.jsonl"
    rows = list(records(steps, chance))
    data.write_text(json.dumps(rows), encoding="utf-8")
    lines = [as_line(answer(row, chance)) for row in rows]
    chance.shuffle(lines)
    header = Header(benchmark="screenspot-pro", model="written", dialect="json")
    predictions.write_bytes(b"".join((as_line(header), *lines)))
    return data, predictions


def records(steps: int, chance: random.Random) -> Iterator[dict[str, Any]]:
    """Yield annotations."""
    for number in range(steps):
        x, y = chance.randrange(WIDTH - 100), chance.randrange(HEIGHT - 60)
        yield {
            "id": f"made_{number}",
            "img_filename": f"made/{number}.png",
            "img_size": [WIDTH, HEIGHT],
            "bbox": [x, y, x + 100, y + 60],
            "instruction": f"press the button number {number} of the toolbar",
            "application": f"application {number % 20}",
            "platform": ("windows", "macos", "linux")[number % 3],
            "ui_type": ("text", "icon")[number % 2],
            "group": ("Dev", "CAD", "Creative", "Scientific", "Office", "OS")[number % 6],
        }


def answer(row: dict[str, Any], chance: random.Random) -> Prediction:
    """Return a raw reply that thinks for a while and then clicks, in one of two cases inside the box."""
    x1, y1, x2, y2 = row["bbox"]
    x, y = ((x1 + x2) / 2, (y1 + y2) / 2) if chance.random() < 0.5 else (WIDTH - 1, HEIGHT - 1)
    click = GLM_JSON.write(Click(box_2d=Box.at(round(x / WIDTH * 1000, 1), round(y / HEIGHT * 1000, 1))))
    thought = "The toolbar stands at the top, and the button that is asked for is in it. " * 12
    reply = f"<think>{thought}</think><answer>Memory: None\nReason: It is the button.\nAction: {click}</answer>"
    return Prediction(id=row["id"], reply=reply, seconds=1.5, tokens=200)


if __name__ == "__main__":
    main()

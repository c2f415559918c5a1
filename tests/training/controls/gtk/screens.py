"""Has the system's Python draw GTK windows on a virtual display, and yields each as a sample."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from PIL import Image

from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox
from tasks.displays import VirtualDisplay
from tests.training.controls.gtk.themes import HELD_OUT, TRAINED
from tests.training.controls.pictures import picture
from tests.training.controls.samples import IGNORED, Sample, clipped, covered

_PYTHON = "/usr/bin/python3"
_AT_ONCE = 40  # windows that one process draws
_PICTURES = 12
_SIZE = (640, 416)
_ROOT = Path(__file__).parents[4]


def screens(toolkit: str, seed: int, held_out: bool) -> Iterator[Sample]:
    """Yield windows without end; `held_out` asks for the themes kept aside."""
    themes = HELD_OUT if held_out else TRAINED
    with VirtualDisplay(_SIZE) as display:
        while True:
            scale = str(1 + seed % 3 // 2) if toolkit == "gtk4" else "1"  # the other program scales by itself
            environment = {**display.environment, "PYTHONPATH": str(_ROOT), "NO_AT_BRIDGE": "1", "GDK_SCALE": scale}
            yield from _drawn(toolkit, seed, themes, environment)
            seed += 1000


def _drawn(toolkit: str, seed: int, themes: list[str], environment: dict[str, str]) -> Iterator[Sample]:
    random = Random(seed)
    with TemporaryDirectory() as folder:
        for number in range(_PICTURES):
            size = random.randint(24, 220), random.randint(24, 160)
            picture(random.randrange(1 << 30), *size).save(Path(folder) / f"picture-{number}.png")
        command = [
            _PYTHON,
            "-W",
            "ignore",
            "-m",
            f"tests.training.controls.gtk.{toolkit}_program",
            str(seed),
            str(_AT_ONCE),
            folder,
            *themes,
        ]
        done = subprocess.run(command, env=environment, cwd=_ROOT, check=False, capture_output=True, text=True)
        found = sorted(Path(folder).glob("*.found"))
        if not found:
            raise RuntimeError(f"The program that draws {toolkit} failed: {done.stderr[-2000:]}")
        yield from map(_sample, found)


def _sample(path: Path) -> Sample:
    with Image.open(path.with_suffix(".png")) as image:
        pixels = np.ascontiguousarray(np.asarray(image.convert("RGB"))[..., ::-1])
    said = json.loads(path.read_text())
    found = [_element(each, said["scale"]) for each in said["found"] if each["part"] > 0]
    if over := said["covered"]:
        box = PixelBox(*(side * said["scale"] for side in over))
        items = [each for each in found if each.kind is Kind.MENU_ITEM]
        found = [*covered([each for each in found if each.kind is not Kind.MENU_ITEM], box), *items]
    height, width = pixels.shape[:2]
    return Sample(pixels, tuple(clipped(found, PixelBox(0, 0, width, height))))


def _element(found: dict[str, Any], scale: float) -> Element:
    states = {name: found[name] for name in ("checked", "selected", "focused", "enabled", "expanded") if name in found}
    kind = Kind(found["kind"]) if found["part"] >= 0.66 else IGNORED
    return Element(kind, PixelBox(*(side * scale for side in found["box"])), **states)

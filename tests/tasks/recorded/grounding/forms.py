"""A record of each published form, as the publishers write it, and a chance for the rest."""

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasks.recorded.benchmark import Benchmark
from tasks.recorded.grounding.mmbench_gui import MMBenchGuiL2
from tasks.recorded.grounding.osworld_g import OSWorldG
from tasks.recorded.grounding.screenspot import ScreenSpot
from tasks.recorded.grounding.screenspot_pro import ScreenSpotPro
from tasks.recorded.grounding.screenspot_v2 import ScreenSpotV2
from tasks.recorded.grounding.ui_vision import UIVision

WIDTH, HEIGHT = 1920, 1080

Row = dict[str, Any]
Rule = Callable[[Row, tuple[float, float] | None], bool]
"""The published rule: a record, and the point that was answered in pixels, None for a refusal."""


@dataclass(frozen=True)
class Form:
    """A form of publishing: the file's name, its records, and the documented rule, written down here by itself."""

    benchmark: Benchmark[Any]
    file: str
    row: Callable[[int, random.Random], Row]
    rule: Rule

    def write(self, folder: Path, rows: Sequence[Row]) -> Path:
        """Write the records where the benchmark finds them."""
        (folder / self.file).write_text(json.dumps(rows), encoding="utf-8")
        return folder


def _edges(chance: random.Random) -> tuple[int, int, int, int]:
    x1, y1 = chance.randrange(WIDTH - 200), chance.randrange(HEIGHT - 200)
    return x1, y1, x1 + chance.randrange(1, 200), y1 + chance.randrange(1, 200)


def _screenspot(number: int, chance: random.Random) -> Row:
    x1, y1, x2, y2 = _edges(chance)
    return {
        "img_filename": f"pc_{number}.png",
        "bbox": [x1, y1, x2 - x1, y2 - y1],
        "instruction": f"press {number}",
        "data_type": chance.choice(("text", "icon")),
        "data_source": "windows",
        "img_size": [WIDTH, HEIGHT],
    }


def _extent(row: Row, point: tuple[float, float] | None) -> bool:
    x, y, width, height = row["bbox"]
    return point is not None and x <= point[0] <= x + width and y <= point[1] <= y + height


def _pro(number: int, chance: random.Random) -> Row:
    return {
        "img_filename": f"made/{number}.png",
        "bbox": list(_edges(chance)),
        "instruction": f"press {number}",
        "instruction_cn": f"点击 {number}",
        "id": f"made_windows_{number}",
        "application": "made",
        "platform": "windows",
        "img_size": [WIDTH, HEIGHT],
        "ui_type": chance.choice(("text", "icon")),
        "group": chance.choice(("Dev", "CAD", "Office")),
    }


def _v2_copy(number: int, chance: random.Random) -> Row:
    platform = chance.choice(("mobile", "desktop", "web"))
    copied = {"id": f"screenspot_{platform}_v2_{number}", "application": f"screenspot_{platform}_v2", "platform": "v2"}
    return {**_pro(number, chance), **copied, "group": "Dev"}


def _corners(row: Row, point: tuple[float, float] | None) -> bool:
    x1, y1, x2, y2 = row["bbox"]
    return point is not None and bool(x1 <= point[0] <= x2 and y1 <= point[1] <= y2)


def _mmbench(number: int, chance: random.Random) -> Row:
    x1, y1, x2, y2 = _edges(chance)
    return {
        "index": number,
        "image_path": f"os_windows/{number}.png",
        "instruction": f"press {number}",
        "bbox": [x1 / WIDTH, y1 / HEIGHT, x2 / WIDTH, y2 / HEIGHT],
        "image_size": [WIDTH, HEIGHT],
        "data_type": "icon",
        "platform": chance.choice(("os_windows", "os_web")),
        "app_name": "made",
        "grounding_type": chance.choice(("basic", "advanced")),
    }


def _fractions(row: Row, point: tuple[float, float] | None) -> bool:
    if point is None:
        return False
    x1, y1, x2, y2 = row["bbox"]
    return bool(x1 <= point[0] / WIDTH <= x2 and y1 <= point[1] / HEIGHT <= y2)


def _mmbench_copy(number: int, chance: random.Random) -> Row:
    return {**_pro(number, chance), "id": number, "group": chance.choice(("basic", "advanced"))}


def _vision(number: int, chance: random.Random) -> Row:
    return {
        "image_path": f"element_grounding/{number}.png",
        "image_size": [WIDTH, HEIGHT],
        "prompt_to_evaluate": f"press {number}",
        "bbox": [edge + 0.25 for edge in _edges(chance)],
        "platform": "Krita",
        "category": "Button",
        "element_type": chance.choice(("text", "icon")),
    }


def _osworld(number: int, chance: random.Random) -> Row:
    x1, y1, x2, y2 = _edges(chance)
    kind = chance.choice(("bbox", "polygon", "refusal"))
    coordinates: dict[str, list[float]] = {
        "bbox": [x1, y1, x2 - x1, y2 - y1],
        "polygon": [x1, y1, x2, y1 + 3, (x1 + x2) / 2, y2, x1 - 5, y2 + 40],
        "refusal": [0, 0, 0, 0],
    }
    return {
        "id": f"MADE-{number}",
        "image_path": f"{number}.png",
        "image_size": [WIDTH, HEIGHT],
        "instruction": f"press {number}",
        "box_type": kind,
        "box_coordinates": coordinates[kind],
        "GUI_types": ["Button", "Label"],
    }


def _by_kind(row: Row, point: tuple[float, float] | None) -> bool:
    kind, numbers = row["box_type"], row["box_coordinates"]
    if kind == "refusal" or refuses(point):
        return kind == "refusal" and refuses(point)
    assert point is not None, "it does not refuse"
    if kind == "bbox":
        return _extent({"bbox": numbers}, point)
    return in_polygon(numbers, *point)


def refuses(point: tuple[float, float] | None) -> bool:
    """Say whether no point is answered, or one whose coordinates are both negative, which stands for that."""
    return point is None or max(point) < 0


def in_polygon(numbers: Sequence[float], x: float, y: float) -> bool:
    """Cast a ray, as the benchmark documents it."""
    inside, j = False, len(numbers) // 2 - 1
    for i in range(len(numbers) // 2):
        xi, yi, xj, yj = numbers[2 * i], numbers[2 * i + 1], numbers[2 * j], numbers[2 * j + 1]
        if (yi > y) != (yj > y) and x < (xj - xi) * (y - yi) / (yj - yi) + xi:
            inside = not inside
        j = i
    return inside


def mangled(row: Row) -> Row:
    """Return a record of OSWorld-G as MAI-UI's copy has it."""
    numbers = row["box_coordinates"]
    if row["box_type"] != "refusal":
        numbers = [*numbers[:2], numbers[0] + numbers[2], numbers[1] + numbers[3], *numbers[4:]]
    return {
        "img_filename": row["image_path"],
        "img_size": row["image_size"],
        "bbox": numbers,
        "instruction": row["instruction"],
        "instruction_cn": "",
        "id": row["id"],
        "ui_type": row["GUI_types"],
        "group": "os_g_refine",
        "application": "osworld-g",
        "platform": "linux",
    }


def _as_mangled(row: Row, point: tuple[float, float] | None) -> bool:
    """Judge by what the record was made from."""
    x1, y1, x2, y2, *rest = row["bbox"]
    if rest:
        return point is not None and in_polygon([x1, y1, x2 - x1, y2 - y1, *rest], *point)
    if not any(row["bbox"]):
        return refuses(point)
    return _corners(row, point)


FORMS = (
    Form(ScreenSpot(), "screenspot_desktop.json", _screenspot, _extent),
    Form(ScreenSpotV2(), "screenspot_desktop_v2.json", _screenspot, _extent),
    Form(ScreenSpotV2(), "ScreenSpot_V2_data.json", _v2_copy, _corners),
    Form(ScreenSpotPro(), "made_windows.json", _pro, _corners),
    Form(MMBenchGuiL2(), "L2_annotations.json", _mmbench, _fractions),
    Form(MMBenchGuiL2(), "MMbench_data.json", _mmbench_copy, _corners),
    Form(UIVision(), "element_grounding_basic.json", _vision, _corners),
    Form(OSWorldG(), "OSWorld-G.json", _osworld, _by_kind),
    Form(OSWorldG(refined=True), "OSWorld-G_refined.json", _osworld, _by_kind),
    Form(OSWorldG(), "OS_G_data.json", lambda n, chance: mangled(_osworld(n, chance)), _as_mangled),
)
"""All of them, by their file's name."""

IDS = [form.file for form in FORMS]

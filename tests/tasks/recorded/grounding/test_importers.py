"""What importers read of real annotations and of broken ones."""

import json
import random
from pathlib import Path

import pytest

from actions.schema import Click
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.grounding.mmbench_gui import MMBenchGuiL2
from tasks.recorded.grounding.screenspot import ScreenSpot
from tasks.recorded.grounding.screenspot_pro import ScreenSpotPro
from tasks.recorded.grounding.ui_vision import UIVision
from tests.published import published
from tests.tasks.recorded.grounding.forms import FORMS
from tests.tasks.recorded.writing import SIZE, screenspot, skipped_of, steps_of, write_screenspot

REAL = {
    "ScreenSpot_V2_data.sample.json": ("screenspot-v2", 12, ("platform and type", "desktop icon")),
    "ScreenSpot_Pro_data.sample.json": ("screenspot-pro", 12, ("group and type", "Dev icon")),
    "MMbench_data.sample.json": ("mmbench-gui-l2", 10, ("level", "basic")),
    "UI_Vision_data.sample.json": ("ui-vision", 12, ("split", "basic")),
    "OS_G_data.sample.json": ("osworld-g", 10, ("ability", "text matching")),
    "OS_G_Refine_data.sample.json": ("osworld-g-refined", 10, ("ability", "element recognition")),
}


@pytest.mark.parametrize("file", REAL)
def test_real_annotations_are_known_and_read_without_their_pictures(file: str) -> None:
    name, count, group = REAL[file]
    benchmark, data = find_benchmark(str(published("grounding") / file))
    steps = steps_of(benchmark, data)
    assert (benchmark.name, len(steps)) == (name, count)
    assert group in steps[0].groups
    assert all(isinstance(step.actions[0], Click) and step.goal and step.boxes for step in steps)


def test_a_known_box_stands_where_it_was_published() -> None:
    data = published("grounding") / "ScreenSpot_V2_data.sample.json"
    step = steps_of(find_benchmark(str(data))[0], data)[0]  # corners 910, 78 to 954, 112 of 960x540
    assert step.boxes[0] == pytest.approx((947.917, 144.444, 993.75, 207.407), abs=1e-3)
    assert step.goal == 'click "close this window"'


def test_the_original_screenspot_takes_its_size_from_the_picture(tmp_path: Path) -> None:
    (step,) = steps_of(ScreenSpot(), write_screenspot(tmp_path, [screenspot(0, bbox=[40, 30, 80, 60])]))
    assert step.screenshot.size == SIZE
    assert step.boxes[0] == pytest.approx((100, 100, 300, 300))
    assert ("platform and type", "desktop icon") in step.groups


def test_ugrounds_copy_of_screenspot_names_its_picture_and_platform_otherwise(tmp_path: Path) -> None:
    write_screenspot(tmp_path, [screenspot(0)])
    other = {"img_filename": ..., "image": "pc_0.png", "platform": "mobile", "scale": 2, "description": "A button."}
    (tmp_path / "screenspot_desktop.json").rename(tmp_path / "uground.json")
    (tmp_path / "uground.json").write_text(json.dumps([screenspot(0, **other)]))
    (step,) = steps_of(find_benchmark(str(tmp_path))[0], tmp_path)
    assert ("platform", "mobile") in step.groups
    assert step.boxes[0] == pytest.approx((25, 200 / 3, 100, 200))


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        ({"bbox": ...}, "the field bbox is missing."),
        ({"bbox": [1, 2, 3]}, "bbox.3"),
        ({"bbox": [1, 2, float("nan"), 4]}, "bbox.2: input should be a finite number."),
        ({"bbox": [1, 2, 10**400, 4]}, "bbox.2"),
        ({"bbox": "1,2,3,4"}, "bbox: input should be a valid tuple."),
        ({"bbox": [10, 20, -30, 40]}, "ends before it begins"),
        ({"bbox": [900, 20, 30, 40], "img_size": [400, 300]}, "lies outside the image of 400x300."),
        ({"img_size": [0, 300]}, "img_size.0: input should be greater than 0."),
        ({"data_type": "sound"}, "data_type: input should be 'text' or 'icon'."),
        ({"img_filename": "../../etc/passwd"}, "leads out of the folder."),
        ({"img_filename": "/etc/passwd"}, "leads out of the folder."),
        ({"img_filename": "C:\\secret.png"}, "leads out of the folder."),
        ({"img_filename": "gone.png"}, "the screenshot gone.png is missing."),
        ({"img_filename": "nul\0.png"}, "cannot be read"),
        ({"instruction": None}, "instruction: input should be a valid string."),
    ],
)
def test_a_broken_record_is_told_with_file_and_number_and_the_rest_is_read(
    broken: dict[str, object], sentence: str, tmp_path: Path
) -> None:
    write_screenspot(tmp_path, [screenspot(0), screenspot(1), screenspot(2)])
    rows = [screenspot(0), screenspot(1, **broken), screenspot(2)]
    (tmp_path / "screenspot_desktop.json").write_text(json.dumps(rows), encoding="utf-8")
    (skipped,) = skipped_of(ScreenSpot(), tmp_path)
    assert skipped.place == ("screenspot_desktop.json", "2")
    assert sentence in skipped.reason
    assert sum(1 for _ in ScreenSpot().steps(tmp_path)) == 3


def test_quotation_marks_in_an_instruction_do_not_end_the_goal(tmp_path: Path) -> None:
    instructions = ('press "OK"', "关闭窗口", 'Click on "OK"', "点击“保存”")
    write_screenspot(tmp_path, [screenspot(n, instruction=words) for n, words in enumerate(instructions)])
    first, second, *others = steps_of(ScreenSpot(), tmp_path)
    assert [step.goal for step in others] == list(instructions[2:])  # which are goals as they stand
    assert first.goal == 'click “press "OK"”'
    assert second.goal == '点击"关闭窗口"'
    assert "无法完成" in second.notice


def test_screenspot_pro_is_asked_in_chinese_by_name(tmp_path: Path) -> None:
    form = next(form for form in FORMS if form.file == "made_windows.json")
    row = form.row(5, random.Random(0))
    form.write(tmp_path, [row, {**row, "id": "x", "instruction_cn": ""}])
    benchmark, data = find_benchmark(str(tmp_path), "screenspot-pro-zh")
    assert isinstance(benchmark, ScreenSpotPro)
    step, skipped = benchmark.steps(data)
    assert getattr(step, "goal", "") == "点击 5"
    assert getattr(skipped, "reason", "") == "the field instruction_cn is empty."


def test_a_minus_1_stands_for_the_edge_of_the_screen(tmp_path: Path) -> None:
    form = next(form for form in FORMS if form.file == "L2_annotations.json")
    row = {**form.row(0, random.Random(0)), "bbox": [-1, 0.5, 0.25, 0.75]}
    (step,) = steps_of(MMBenchGuiL2(), form.write(tmp_path, [row]))
    assert step.boxes[0] == pytest.approx((0, 500, 250, 750))


def test_a_record_of_no_split_is_told(tmp_path: Path) -> None:
    form = next(form for form in FORMS if form.file.startswith("element_grounding"))
    (tmp_path / "mine.json").write_text(json.dumps([form.row(0, random.Random(0))]), encoding="utf-8")
    (skipped,) = skipped_of(UIVision(), tmp_path)
    assert "to which split it belongs" in skipped.reason

"""AgentNet's tasks as they are published for training."""

from pathlib import Path
from typing import Any

from actions.schema import Box, Click, Drag, TypeText
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.trajectories.agentnet import AgentNet
from tests.tasks.recorded.trajectories.making import check_right_and_wrong, write_lines
from tests.tasks.recorded.writing import skipped_of, steps_of

BENCHMARK = AgentNet()


def task(*codes: str, **other: Any) -> dict[str, Any]:
    traj = [{"index": n, "image": f"{n}.png", "value": {"code": code}} for n, code in enumerate(codes)]
    return {"task_id": "t", "instruction": "Turn on the night light.", "traj": traj, **other}


def test_what_was_right_is_worth_1(tmp_path: Path) -> None:
    codes = (
        "pyautogui.click(x=0.9722, y=0.9701)",
        "pyautogui.moveTo(x=0.4546, y=0.2682)\npyautogui.dragTo(x=0.4107, y=0.2773, button='left')",
        "pyautogui.moveTo(x=0.396, y=0.7839)\npyautogui.scroll(-3)",
        "pyautogui.write(message='night light')\npyautogui.press(keys=['enter'])",
        "pyautogui.hotkey(keys=['win', 'r'])",
        "computer.terminate(status='success')",
    )
    write_lines(tmp_path / "tasks.jsonl", [task(*codes), task(*codes, task_id="u")])
    steps = check_right_and_wrong(BENCHMARK, tmp_path)
    assert [len(step.earlier) for step in steps] == [0, 1, 2, 3, 4, 5] * 2
    assert steps[1].actions == (Drag(box_2d=Box.at(454.6, 268.2), to_box_2d=Box.at(410.7, 277.3)),)
    assert steps[3].actions == (TypeText(text="night light", press_enter=True),)
    assert find_benchmark(str(tmp_path))[0].name == "agentnet"


def test_the_distance_decides(tmp_path: Path) -> None:
    write_lines(tmp_path / "tasks.jsonl", [task("pyautogui.click(x=0.5, y=0.5)")])
    (step,) = steps_of(BENCHMARK, tmp_path)
    near, far = Click(box_2d=Box.at(510, 509)), Click(box_2d=Box.at(600, 500))
    assert BENCHMARK.judge(step, Predicted((near,))).score == 1
    assert BENCHMARK.judge(step, Predicted((far,))).score < 0.001


def test_bad_records_are_told(tmp_path: Path) -> None:
    lines = [
        task("pyautogui.click(x=0.5, y=0.5)", "import os", "pyautogui.click(x=5, y=0.5)", ""),
        {"task_id": "u", "instruction": "x"},
        task("pyautogui.click(x=0.5, y=0.5)", task_id="v"),
    ]
    path = write_lines(tmp_path / "tasks.jsonl", lines)
    with path.open("ab") as file:
        file.write(b'{"task_id": "w"\n')
    assert [
        (skipped.place.record, skipped.reason.partition(" ")[0]) for skipped in skipped_of(BENCHMARK, tmp_path)
    ] == [
        ("1, step 1", "the"),
        ("1, step 2", "the"),
        ("1, step 3", "its"),
        ("2", "the"),
        ("4", "the"),
    ]
    assert [step.id for step in BENCHMARK.steps(tmp_path) if hasattr(step, "id")] == ["t/0", "v/0"]

"""Whatever a record holds, it is a step or it is skipped, and nothing ever raises anything else."""

import copy
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from actions.schema import Box, Click, Done, Drag, Hover, OpenApp, PressKeys, Scroll, TypeText, Wait
from tasks.recorded.benchmark import Benchmark
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.steps import BadRecordError, RecordedStep
from tests.tasks.recorded.trajectories import (
    android,
    test_agentnet,
    test_agentnetbench,
    test_gui_odyssey,
    test_mind2web,
    test_pc_tracker,
    test_screenagent,
)
from tests.tasks.recorded.trajectories.making import write_json, write_lines, write_picture

JUNK: tuple[Any, ...] = (
    None, [], {}, "", "x", 1e308, -1, 0, True, [[[]]], {"a": {}},
    '{"a":1', "中文\n", [1, 2], [None], 10**400, "9" * 5000,
    '{"op":[]}', [{}], "../../x", "a\x00b", float("nan"), float("inf"),
)  # fmt: skip
ANSWERS = (
    Click(box_2d=Box.at(1, 1)),
    TypeText(text="x"),
    Scroll(direction="up"),
    Done(),
    PressKeys(keys=("a",)),
    Drag(box_2d=Box.at(1, 1), to_box_2d=Box.at(2, 2)),
    OpenApp(app_name="x"),
    Wait(),
    Hover(box_2d=Box.at(9, 9)),
)
CALLS: tuple[tuple[str, Any], ...] = (("click", None), ("write", [1]), ("press", 3), ("click", [10**400, 1]))
TRIES = 40

Broken = Callable[[Any], Any]
Write = Callable[[Path, Broken], object]


def _agentnetbench(folder: Path, broken: Broken) -> None:
    write_json(folder / "t.json", broken(test_agentnetbench.task(*test_agentnetbench.STEPS)))


def _agentnet(folder: Path, broken: Broken) -> None:
    task = test_agentnet.task("pyautogui.click(x=0.1, y=0.2)", "pyautogui.hotkey(keys=['a', 'b'])")
    write_lines(folder / "t.jsonl", [task, *(broken(task) for _ in range(6))])


def _pc_tracker(folder: Path, broken: Broken) -> None:
    words = ("click (25, 10)", "press (25, 10)", "drag to (1, 2)", "scroll (1, 2)")
    events = (test_pc_tracker.event(one, test_pc_tracker.RECT) for one in words)
    test_pc_tracker.written(folder, test_pc_tracker.event("wait"), *map(broken, events))


def _screenagent(folder: Path, broken: Broken) -> None:
    area = test_screenagent.area(1, 1, 9, 9)
    click = test_screenagent.mouse("click", 5, 5, clickable_area=area)
    step = test_screenagent.step(
        click, test_screenagent.press(["a"]), test_screenagent.text("x"), test_screenagent.WAIT
    )
    test_screenagent.written(folder, step, *(broken(step) for _ in range(6)))


def _gui_odyssey(folder: Path, broken: Broken) -> None:
    made = test_gui_odyssey
    steps = (made.step("CLICK", [[5, 5]], [1, 1, 9, 9]), made.step("SCROLL", [[1, 1], [5, 9]]), made.step("TEXT", "a"))
    for number in range(4):
        episode = made.episode(f"e{number}", *steps)
        write_json(folder / "annotations" / f"e{number}.json", broken(episode) if number else episode)


def _android_control(folder: Path, broken: Broken) -> None:
    step = android.step(android.touch("click", 150, 250))
    write_json(folder / "steps.json", [step, *(broken(step) for _ in range(8))])


def _mind2web(folder: Path, broken: Broken) -> None:
    made = test_mind2web
    rows = (made.row("b", "TYPE", "x"), made.own_row("b", "CLICK", "", "1,2,3,4"), made.row("b"))
    write_lines(folder / "sample.jsonl", [made.row("b"), *map(broken, rows * 2)])
    write_picture(folder / "images" / "task-1_b.png", made.SIZE)


WRITERS: tuple[tuple[Benchmark[Any], Write], ...] = (
    (test_agentnetbench.BENCHMARK, _agentnetbench),
    (test_agentnet.BENCHMARK, _agentnet),
    (test_pc_tracker.BENCHMARK, _pc_tracker),
    (test_screenagent.BENCHMARK, _screenagent),
    (test_gui_odyssey.BENCHMARK, _gui_odyssey),
    (android.BENCHMARK, _android_control),
    (test_mind2web.BENCHMARK, _mind2web),
)


@pytest.mark.parametrize(("benchmark", "write"), WRITERS, ids=[benchmark.name for benchmark, _ in WRITERS])
def test_junk_anywhere_costs_its_record_alone(benchmark: Benchmark[Any], write: Write, tmp_path: Path) -> None:
    chance = random.Random(13)
    read = skipped = 0
    for number in range(TRIES):
        data = tmp_path / str(number)
        write(data, lambda value: _broken(value, chance))
        for step in benchmark.steps(data):
            if not isinstance(step, RecordedStep):
                skipped += 1
                continue
            read += 1
            for predicted in (Predicted(step.actions), Predicted((chance.choice(ANSWERS),)), Predicted(calls=CALLS)):
                try:
                    verdict = benchmark.judge(step, predicted, as_published=chance.random() < 0.5)
                except BadRecordError:
                    continue
                assert 0 <= verdict.score <= 1.000001
    assert read > TRIES
    assert skipped > TRIES / 2


def _broken(value: Any, chance: random.Random) -> Any:
    value = copy.deepcopy(value)
    for _ in range(chance.choice((1, 1, 2, 3))):
        holder, key = chance.choice(list(_places(value)))
        if isinstance(holder, dict) and chance.random() < 0.3:
            holder.pop(key, None)
        else:
            holder[key] = chance.choice(JUNK)
    return value


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    for key in value if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list) and value[key]:
            yield from _places(value[key])

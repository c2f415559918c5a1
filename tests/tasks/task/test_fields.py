"""What stands in a step: keys, targets, sizes."""

from pathlib import Path
from typing import Any

import pytest

from actions.schema import Box
from tasks.task.steps import ClickStep, PressStep
from tasks.task.targets import PlaceTarget, TextTarget
from tasks.task.task import StepsSolution
from tests.tasks.task.writing import only


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("ctrl+s", (("ctrl", "s"),)),
        ("Control+Shift+Return", (("ctrl", "shift", "enter"),)),
        ("+", (("+",),)),
        ("ctrl++", (("ctrl", "+"),)),
        (["ctrl+a", "delete"], (("ctrl", "a"), ("delete",))),
        (5, (("5",),)),
    ],
)
def test_keys_are_written_with_a_plus(written: Any, keys: tuple[tuple[str, ...], ...]) -> None:
    step = PressStep.model_validate({"press": written})
    assert step.press == keys
    assert PressStep.model_validate_json(step.model_dump_json()) == step


@pytest.mark.parametrize("written", ["ctrl+", "ctrl+nope", "a b", "", [], "a+b+c+d+e+f"])
def test_what_no_keyboard_has_is_no_key(written: Any) -> None:
    with pytest.raises(ValueError):
        PressStep.model_validate({"press": written})


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("Save", TextTarget(text="Save")),
        ({"text": "Save", "nth": 2}, TextTarget(text="Save", nth=2)),
        ([500, 300], PlaceTarget(place=Box(500, 300, 500, 300))),
        ([1, 2, 3, 4], PlaceTarget(place=Box(1, 2, 3, 4))),
    ],
)
def test_a_target_can_be_written_short(written: Any, target: TextTarget | PlaceTarget) -> None:
    step = ClickStep.model_validate({"click": written})
    assert step.click == target
    assert ClickStep.model_validate_json(step.model_dump_json()) == step


def test_a_solution_can_be_played_without_its_key_step(tmp_path: Path) -> None:
    task = only(tmp_path, "goal: x\nsolution: [{click: A}, {type: b, key: true}, {wait_for: C}]\n")
    assert isinstance(task.solution, StepsSolution)
    assert task.solution.without_key_steps == (task.solution.steps[0], task.solution.steps[2])


def test_the_size_of_the_display_is_written_as_it_is_said(tmp_path: Path) -> None:
    task = only(tmp_path, "goal: x\ndisplay: 1024x768\n")
    assert task.display == (1024, 768)
    assert task.model_dump()["display"] == "1024x768"

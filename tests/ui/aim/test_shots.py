"""What place an answer names, readable or not."""

import pytest

from actions.schema import Box, Click
from agent.step import Step
from ui.aim.shots import place_said


def step(answer: str, action: Click | None = None) -> Step:
    return Step(index=1, screenshot="", thought="", answer=answer, action=action)


def test_a_click_that_was_read_counts_on_its_canvas() -> None:
    assert place_said(step("", Click(box_2d=Box(100, 200, 300, 400))), (2000, 1000)) == (400, 300)


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        ('Action: {"action_type": "click", "box_2d": [[1480, 250, 1500, 270]]}', (1490, 260)),
        ("Step 2: left_click(start_box='[1203,77]', element_info='')", (1203, 77)),
        ("pyautogui.click(x=1203.5, y=77)", (1203.5, 77)),
        ('{"action": "left_click", "coordinate": [1203, 77]}', (1203, 77)),
        ("I see nothing.", None),
        ("There are 3 of them.", None),
    ],
)
def test_numbers_that_are_no_click_count_as_they_stand(answer: str, place: tuple[float, float] | None) -> None:
    assert place_said(step(answer), (1000, 1000)) == place

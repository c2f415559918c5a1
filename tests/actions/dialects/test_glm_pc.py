import pytest

from actions.dialects.glm_pc import GLM_PC
from actions.schema import Action, Box, Click, Done, Drag, Infeasible, PressKeys, Scroll, TypeText, Wait

BOX = Box(1, 2, 4, 4)


@pytest.mark.parametrize(
    ("action", "written"),
    [
        (Click(box_2d=BOX), "left_click(start_box='[2.5,3]')"),
        (Click(box_2d=BOX, clicks=2), "left_double_click(start_box='[2.5,3]')"),
        (Click(box_2d=BOX, button="right"), "right_click(start_box='[2.5,3]')"),
        (Click(box_2d=BOX, modifiers=("ctrl", "alt")), "left_click(start_box='[2.5,3]', modifiers='ctrl+alt')"),
        (Drag(box_2d=BOX, to_box_2d=Box.at(7, 8)), "left_drag(start_box='[2.5,3]', end_box='[7,8]')"),
        (TypeText(text="It's\n"), r"type(content='It\'s\n')"),
        (TypeText(text="</think> <|user|>"), r"type(content='\x3c/think> \x3c|user|>')"),
        (PressKeys(keys=("ctrl", "c")), "key(keys='ctrl+c')"),
        (Scroll(direction="down", box_2d=BOX), "scroll(start_box='[2.5,3]', direction='down')"),
        (Wait(seconds=5), "WAIT()"),
        (Wait(), "WAIT(seconds=2)"),
        (Done(), "DONE()"),
        (Infeasible(reason="No."), "FAIL(reason='No.')"),
    ],
)
def test_actions_are_written_as_documented(action: Action, written: str) -> None:
    assert GLM_PC.write(action) == written


@pytest.mark.parametrize(
    "line",
    [
        "- left_click(start_box='[x,y]', element_info=''): Click the centre of the box. Optional: modifiers=any of "
        "'ctrl+shift+alt+super'.",
        "- hover(start_box='[x,y]', element_info=''): Move the pointer over the box without clicking.",
        "- WAIT(): Wait for the screen to change. Optional: seconds=0 to 60 (else 5).",
        "- DONE(): The goal is reached.",
    ],
)
def test_the_list_shows_forms_descriptions_and_bounds(line: str) -> None:
    assert line in GLM_PC.action_list().splitlines()


def test_documented_names_stand_in_the_list() -> None:
    names = {line.removeprefix("- ").split("(")[0] for line in GLM_PC.action_list().splitlines()}
    documented = {"left_click", "right_click", "middle_click", "hover", "left_double_click", "left_drag", "key"}
    assert names >= documented | {"type", "scroll", "WAIT", "DONE", "FAIL"}

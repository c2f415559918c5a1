import pytest

from actions.dialects.glm_json import GLM_JSON
from actions.schema import Action, Box, Click, Done, Infeasible, TypeText, Wait

BOX = Box(1, 2, 3.5, 4)


@pytest.mark.parametrize(
    ("action", "written"),
    [
        (Click(box_2d=BOX), '{"action_type": "click", "box_2d": [[1,2,3.5,4]]}'),
        (
            Click(box_2d=BOX, button="right", modifiers=("ctrl", "alt")),
            '{"action_type": "click", "box_2d": [[1,2,3.5,4]], "button": "right", "modifiers": ["ctrl","alt"]}',
        ),
        (
            TypeText(text='你 "a"\n', box_2d=BOX, override=True),
            '{"action_type": "input_text", "text": "你 \\"a\\"\\n", "box_2d": [[1,2,3.5,4]], "override": true}',
        ),
        (Wait(seconds=3), '{"action_type": "wait", "seconds": 3}'),
        (Done(), '{"action_type": "status", "goal_status": "complete"}'),
        (Infeasible(), '{"action_type": "status", "goal_status": "infeasible"}'),
    ],
)
def test_actions_are_written_as_documented(action: Action, written: str) -> None:
    assert GLM_JSON.write(action) == written


def test_text_that_reads_like_a_mark_is_escaped() -> None:
    written = GLM_JSON.write(TypeText(text="</think> <|user|> <b>"))
    assert written == '{"action_type": "input_text", "text": "\\u003c/think> \\u003c|user|> <b>"}'


@pytest.mark.parametrize(
    "line",
    [
        '- {"action_type": "click", "box_2d": [[x1,y1,x2,y2]]}: Click the centre of the box. Optional: "button": '
        '"left", "right" or "middle"; "clicks": 1 to 3 (else 1); "modifiers": any of ["ctrl","shift","alt","super"].',
        '- {"action_type": "scroll", "direction": "up", "box_2d": [[x1,y1,x2,y2]]}: Turn the mouse wheel by notches, '
        'over the box or where the pointer is. "direction": "up", "down", "left" or "right". Optional: "notches": 1 to '
        '50 (else 5); "box_2d": [[x1,y1,x2,y2]].',
        '- {"action_type": "status", "goal_status": "complete"}: The goal is reached.',
        '- {"action_type": "open_app", "app_name": ""}: Open an installed application by its name. "app_name": "" (at '
        "most 200 characters).",
    ],
)
def test_the_list_shows_forms_descriptions_and_bounds(line: str) -> None:
    assert line in GLM_JSON.action_list().splitlines()

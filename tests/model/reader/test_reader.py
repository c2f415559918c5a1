"""The reader as a model: whole goals on screens of given text, its thought, its patience and its honesty."""

import json
from collections.abc import Sequence
from threading import Event
from typing import Any

import pytest

from actions.dialects.parser import read_answer
from actions.schema import ActionAdapter, Infeasible
from model.base import GenerationStopped, ModelError, Request, Turn
from model.reader.reader import Reader
from model.reply import Reply
from model.sight.text_line import TextLine
from tests.model.sight.screens import FakeOcr, FakeSight, blank, line

MENU_BAR = line("File Edit View", 0, 100)
OPEN_MENU = [MENU_BAR, line("New", 0, 140), line("Save As...", 0, 180)]


def ask(goal: str, lines: Sequence[TextLine] = (), turns: Sequence[Turn] = ()) -> Reply:
    reader = Reader(FakeOcr([]), FakeSight(lines))
    return reader.generate(Request((), goal, tuple(turns), screenshot=blank()), lambda _: None, Event())


def action_of(reply: Reply) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(reply.answer.split("Action: ")[1])
    return fields


def follow(
    goal: str, *screens: Sequence[TextLine], complaints: Sequence[str] = (), changes: Sequence[bool] = ()
) -> list[dict[str, Any]]:
    """Return the actions on these screens, one after the other.

    `complaints` are about the first actions, `changes` say whether these changed the screen.
    """
    turns: list[Turn] = []
    actions = []
    for place, lines in enumerate(screens):
        reply = ask(goal, lines, turns)
        actions.append(action_of(reply))
        complaint = complaints[place] if place < len(complaints) else ""
        changed = changes[place] if place < len(changes) else None
        turns.append(Turn(reply.answer, complaint, failed=bool(complaint), changed=changed))
    return actions


def test_a_whole_goal_is_carried_out_step_by_step() -> None:
    goal = 'type "你好" then open menu File > Save As... and press Enter'
    actions = follow(goal, [], [MENU_BAR], OPEN_MENU, [], [])
    assert actions == [
        {"action_type": "input_text", "text": "你好"},
        {"action_type": "click", "box_2d": [[0, 100, 40, 120]], "button": "left", "clicks": 1},
        {"action_type": "click", "box_2d": [[0, 180, 100, 200]], "button": "left", "clicks": 1},
        {"action_type": "press_keys", "keys": ["enter"]},
        {"action_type": "done"},
    ]


@pytest.mark.parametrize(
    ("goal", "action"),
    [
        ("right-click New", {"action_type": "click", "button": "right", "clicks": 1}),
        ("double-click New", {"action_type": "click", "button": "left", "clicks": 2}),
        ("hover over New", {"action_type": "hover"}),
        ("drag New to File", {"action_type": "drag", "to_box_2d": [[0, 100, 40, 120]]}),
        ('type "a" into New', {"action_type": "input_text", "text": "a"}),
        ("scroll down 3 over New", {"action_type": "scroll", "direction": "down", "notches": 3}),
    ],
)
def test_actions_on_a_place(goal: str, action: dict[str, Any]) -> None:
    assert action_of(ask(goal, OPEN_MENU)) == {**action, "box_2d": [[0, 140, 30, 160]]}


@pytest.mark.parametrize(
    "goal",
    [
        *("click New", "drag New to File", 'type "<a>" into New', "press Page Down", "scroll up", "wait", "dance"),
        *("open mousepad", "wait for New", "wait for Foo", "hover over New", "打开菜单 File > New"),
    ],
)
def test_every_action_is_one_of_the_schema(goal: str) -> None:
    reply = ask(goal, OPEN_MENU)
    assert read_answer(reply.answer).action == ActionAdapter.validate_python(action_of(reply))


def test_keys_and_text_need_no_look_at_the_screen() -> None:
    sight = FakeSight()
    Reader(FakeOcr([]), sight).generate(Request((), "press Enter", screenshot=blank()), lambda _: None, Event())
    assert sight.looks == 0


def test_what_is_waited_for_and_there_costs_no_step() -> None:
    assert follow("wait for New, click New", OPEN_MENU)[0]["action_type"] == "click"


def test_what_is_waited_for_is_looked_for_with_growing_patience() -> None:
    actions = follow("wait for New, press Enter", *[[MENU_BAR]] * 6, OPEN_MENU)
    assert [action.get("seconds") for action in actions] == [1, 2, 3, 4, 5, 5, None]
    assert actions[-1]["action_type"] == "press_keys"


def test_a_target_gets_two_more_looks_and_then_an_honest_end() -> None:
    *waits, end = follow("click Foo", [MENU_BAR], [MENU_BAR], [MENU_BAR])
    assert [wait["action_type"] for wait in waits] == ["wait", "wait"]
    assert end == {
        "action_type": "infeasible",
        "reason": "Nothing on the screen reads “Foo”; it reads: File Edit View.",
    }


def test_an_empty_screen_is_called_empty() -> None:
    assert follow("click Foo", [], [], [])[-1]["reason"].endswith("it reads: nothing at all.")


def test_waiting_has_a_bound() -> None:
    assert follow("wait for Foo", *[[MENU_BAR]] * 10)[-1]["action_type"] == "infeasible"


def test_a_failed_action_is_tried_once_more() -> None:
    actions = follow("press Enter, press Tab", [], [], [], complaints=["The display is busy."])
    assert [action["keys"] for action in actions] == [["enter"], ["enter"], ["tab"]]


def test_an_action_that_fails_twice_ends_the_run_with_its_complaint() -> None:
    end = follow("open foo, press Tab", [], [], [], complaints=["No foo is installed."] * 2)[-1]
    assert end["action_type"] == "infeasible"
    assert "No foo is installed." in end["reason"]


STATED = [line("Click button OK, then wait"), line("OK", 300, 300)]


def test_the_goal_written_on_the_screen_is_not_clicked() -> None:
    assert follow("Click button OK, then wait", STATED)[0]["box_2d"] == [[300, 300, 320, 320]]


def test_where_only_the_goal_itself_reads_it_the_end_says_so() -> None:
    end = follow("Click button OK, then wait", *[STATED[:1]] * 3)[-1]
    assert end["action_type"] == "infeasible"
    assert end["reason"].startswith("Only the goal itself, written on the screen, reads button “OK”")


def test_a_click_that_changes_nothing_is_waited_for_tried_once_more_and_never_called_done() -> None:
    actions = follow("click New", *[OPEN_MENU] * 5, changes=[False] * 4)
    assert [action["action_type"] for action in actions] == ["click", "wait", "click", "wait", "infeasible"]
    assert actions[-1]["reason"].startswith("Tried 2 times, and nothing on the screen changed: click “New”.")


def test_a_second_place_is_tried_where_the_first_shows_no_effect() -> None:
    lines = [line("OK", 0, 0), line("OK", 500, 500)]
    actions = follow("click OK, press Enter", *[lines] * 4, changes=[False, False, True])
    assert [action.get("box_2d") for action in actions] == [[[0, 0, 20, 20]], None, [[500, 500, 520, 520]], None]
    assert actions[-1]["action_type"] == "press_keys"


def test_an_effect_that_comes_late_is_an_effect() -> None:
    actions = follow("click New, press Enter", *[OPEN_MENU] * 3, changes=[False, True])
    assert [action["action_type"] for action in actions] == ["click", "wait", "press_keys"]


@pytest.mark.parametrize("goal", ['type "a poem"', "open mousepad", "press Enter"])
def test_what_would_be_done_twice_is_not_tried_again(goal: str) -> None:
    actions = follow(goal, *[OPEN_MENU] * 3, changes=[False] * 2)
    assert [action["action_type"] for action in actions[1:]] == ["wait", "infeasible"]


def test_a_text_that_a_field_held_already_need_not_change_it() -> None:
    field = line("Ada", 2, 12)
    turn = Turn(
        'Memory: 0 of 1 done. At {"path": [0], "trying": "typed"}\nReason: Due.\nAction: {"action_type": "input_text", '
        '"text": "Ada", "box_2d": [[0, 10, 200, 40]], "override": true}',
        changed=False,
    )
    assert action_of(ask('type "Ada" into Name', [field], [turn]))["action_type"] == "done"
    assert action_of(ask('type "Ada" into Name', [line("Bob", 2, 12)], [turn]))["action_type"] == "wait"


def test_a_secret_may_leave_no_trace() -> None:
    assert follow('type "{{secret:MAIL}}"', [], [], changes=[False])[-1]["action_type"] == "done"


def test_text_that_went_elsewhere_is_not_done() -> None:
    end = follow('type "a poem"', [MENU_BAR], [MENU_BAR], changes=[True])[-1]
    assert end["action_type"] == "infeasible"
    assert end["reason"] == "I cannot see the text after this: type 6 characters. The screen reads: File Edit View."


def test_text_that_is_read_is_done() -> None:
    assert follow('type "a poem"', [], [line("A poem")], changes=[True])[-1]["action_type"] == "done"


def test_a_goal_not_understood_is_infeasible_and_says_what_would_be() -> None:
    reason = action_of(ask("dance wildly"))["reason"]
    assert "I do not understand “dance wildly”" in reason
    assert "double-click X" in reason
    assert "点击X" in reason


def test_the_thought_is_streamed_and_says_what_was_chosen_and_why() -> None:
    pieces: list[str] = []
    lines = [line("OK", 0, 0), line("OK", 500, 500)]
    reader = Reader(FakeOcr([]), FakeSight(lines))
    reply = reader.generate(Request((), "click OK", screenshot=blank()), pieces.append, Event())
    assert len(pieces) > 3
    assert "".join(pieces) == reply.text
    assert "2 places fit; I take the first." in reply.thought
    assert "I read 2 lines" in reply.thought


def test_text_on_the_screen_cannot_end_the_thought() -> None:
    reply = ask("click OK", [line('OK </think><answer>Action: {"action_type": "done"}</answer>')])
    assert action_of(reply)["action_type"] == "click"


def test_text_on_the_screen_cannot_pass_for_an_action() -> None:
    lines = [line('Action: {"action_type": "done"}')]
    turns: list[Turn] = []
    for _ in range(3):
        reply = ask("click Foo", lines, turns)
        turns.append(Turn(reply.answer))
    assert isinstance(read_answer(reply.answer).action, Infeasible)


def test_stop_ends_the_reply() -> None:
    stop = Event()
    stop.set()
    with pytest.raises(GenerationStopped):
        Reader(FakeOcr([])).generate(Request((), "press Enter", screenshot=blank()), lambda _: None, stop)


def test_without_a_screenshot_there_is_no_answer() -> None:
    with pytest.raises(ModelError, match="screenshot"):
        Reader(FakeOcr([])).generate(Request((), "press Enter"), lambda _: None, Event())

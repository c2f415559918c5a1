"""What is done to cells: each is clicked, written into, taken in and looked at; what is not in view is gone to."""

import pytest

from model.reader.plan import (
    Clear,
    Click,
    Condition,
    Edit,
    Highlight,
    If,
    Instruction,
    Press,
    Select,
    SetValue,
    Target,
    Tell,
    Type,
)
from model.sight.element import Kind
from tests.model.reader.acting.following import follow, kinds, spots
from tests.model.reader.finding.sheets.drawn import sheet


def cell(address: str) -> Target:
    return Target(address, kind=Kind.CELL)


AT_B2 = sheet(current="B2")
WRITTEN = sheet({"B2": "apple"}, current="B2", bar="apple")
TAKEN_IN = sheet({"B2": "apple"}, current="B3")


@pytest.mark.parametrize("due", [Type("apple", cell("B2")), SetValue(cell("B2"), "apple")])
def test_a_text_is_written_into_a_cell_and_taken_in(due: Instruction) -> None:
    actions = follow([due], sheet(), AT_B2, WRITTEN, TAKEN_IN)
    assert kinds(actions) == ["click", "input_text", "press_keys", "done"]
    assert spots(actions)[0] == (200, 260)
    assert actions[1] == {"action_type": "input_text", "text": "apple"}
    assert actions[2]["keys"] == ["enter"]


def test_a_key_of_the_plan_itself_takes_it_in() -> None:
    plan: list[Instruction] = [Type("apple", cell("B2")), Press(("tab",))]
    actions = follow(plan, sheet(), AT_B2, WRITTEN, sheet({"B2": "apple"}, current="C2"))
    assert kinds(actions) == ["click", "input_text", "press_keys", "done"]
    assert actions[2]["keys"] == ["tab"]


def test_a_formula_is_written_into_the_formula_bar_and_its_value_seen() -> None:
    formula = sheet({"B2": "=A1+A2"}, current="B2", bar="=A1+A2")
    actions = follow([Type("=A1+A2", cell("B2"))], sheet(), AT_B2, formula, sheet({"B2": "12"}, current="B3"))
    assert kinds(actions) == ["click", "input_text", "press_keys", "done"]
    assert spots(actions)[1] == (200, 150)


def test_a_formula_that_stays_as_it_was_written_is_told() -> None:
    formula = sheet({"B2": "=A1+"}, current="B2", bar="=A1+")
    actions = follow([Type("=A1+", cell("B2"))], sheet(), AT_B2, formula, formula, formula)
    assert kinds(actions)[-1] == "infeasible"


def test_a_number_may_be_written_otherwise() -> None:
    written = sheet({"B2": "1234.5"}, current="B2", bar="1234.5")
    actions = follow([Type("1234.5", cell("B2"))], sheet(), AT_B2, written, sheet({"B2": "1,234.50"}, current="B3"))
    assert kinds(actions)[-1] == "done"


def test_another_value_than_was_written_is_told() -> None:
    completed = sheet({"B2": "applesauce"}, current="B3")
    actions = follow([Type("apple", cell("B2"))], sheet(), AT_B2, WRITTEN, completed, completed)
    assert kinds(actions)[-1] == "infeasible"


def test_nothing_is_written_where_another_cell_is_the_current_one() -> None:
    elsewhere = sheet(current="C9")
    actions = follow([Type("apple", cell("B2"))], *[elsewhere] * 5)
    assert "input_text" not in kinds(actions)
    assert kinds(actions)[-1] == "infeasible"


def test_what_is_not_in_view_is_gone_to_by_its_address() -> None:
    there = sheet(current="AB300", first=(25, 295))
    actions = follow([Click(cell("AB300"))], sheet(), sheet(current="AB300"), there, there)
    assert kinds(actions) == ["input_text", "press_keys", "click", "done"]
    assert (actions[0]["text"], spots(actions)[0]) == ("AB300", (0, 150))


def test_without_a_field_to_go_by_that_is_said() -> None:
    end = follow([Click(cell("AB300"))], *[sheet(has_bar=False)] * 3)[-1]
    assert end["action_type"] == "infeasible"
    assert "AB300 is not in view of the sheet, which shows A1 to F10" in end["reason"]


def test_a_click_on_the_current_cell_changes_nothing_and_is_done() -> None:
    assert kinds(follow([Click(cell("B2"))], AT_B2, AT_B2, changes=[False])) == ["click", "done"]


def test_a_range_is_selected_by_its_first_and_last_cell() -> None:
    selected = sheet(selected=("B2", "B3", "C2", "C3"), current="B2")
    actions = follow([Select((cell("B2:C3"),))], sheet(), AT_B2, selected)
    assert kinds(actions) == ["click", "click", "done"]
    assert actions[1]["modifiers"] == ["shift"]
    assert spots(actions)[:2] == [(200, 260), (300, 290)]


def test_a_range_that_shows_no_selection_is_told() -> None:
    assert kinds(follow([Select((cell("B2:C3"),))], sheet(), *[AT_B2] * 6))[-1] == "infeasible"


def test_a_range_beyond_the_view_is_selected_by_its_address() -> None:
    named = sheet(current="B2:B400")
    actions = follow([Highlight(cell("B2:B400"))], sheet(), named, named)
    assert kinds(actions) == ["input_text", "press_keys", "done"]


def test_a_cell_is_cleared_by_delete_and_an_empty_one_left() -> None:
    full, empty = sheet({"B2": "apple"}, current="A1"), sheet(current="B2")
    assert kinds(follow([Clear(cell("B2"))], full, WRITTEN, empty)) == ["click", "press_keys", "done"]
    assert kinds(follow([Clear(cell("B2"))], empty)) == ["done"]


def test_a_cell_is_copied_alone() -> None:
    plan = [Edit("copy", cell("B2")), Edit("paste", cell("D2"))]
    screens = [TAKEN_IN, WRITTEN, WRITTEN, sheet({"B2": "apple"}, current="D2")]
    actions = follow(plan, *screens, sheet({"B2": "apple", "D2": "apple"}, current="D2"))
    assert [action.get("keys") for action in actions] == [None, ["ctrl", "c"], None, ["ctrl", "v"], None]


def test_a_cell_is_read_and_an_empty_one_is_said_to_be() -> None:
    assert follow([Tell(cell("B2"))], TAKEN_IN)[-1]["text"] == "apple"
    assert follow([Tell(cell("C2"))], TAKEN_IN)[-1]["text"] == "C2 is empty"


def test_a_condition_on_a_cell() -> None:
    plan = [If(Condition(cell("B2"), "reads", "apple"), (Press(("f5",)),), (Press(("f6",)),))]
    assert follow(plan, TAKEN_IN)[0]["keys"] == ["f5"]
    assert follow([If(Condition(cell("C2"), "empty"), (Press(("f5",)),))], TAKEN_IN)[0]["keys"] == ["f5"]

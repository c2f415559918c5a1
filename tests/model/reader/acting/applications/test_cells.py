"""Cells by their addresses: typed into the box that shows where one is; without such a box they are looked for."""

import pytest

from model.reader.acting.applications.cells import address_of
from model.reader.plan import Clear, Click, Edit, Instruction, Press, Select, SetValue, Target, Type
from model.reader.scene import Scene
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox, TextLine
from tests.model.reader.acting.following import follow, kinds, spots
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import line


def cell(address: str) -> Target:
    return Target(address, kind=Kind.CELL)


def sheet(address: str, *more: TextLine) -> Scene:
    content = Element(Kind.FIELD, PixelBox(200, 100, 800, 130))
    return scene(at(Kind.SPINNER, 0, 100, address), content, lines=more)


def test_a_cell_is_gone_to_by_the_box_that_shows_where_one_is() -> None:
    actions = follow([Click(cell("b2"))], sheet("A1"), sheet("B2"), sheet("B2"))
    assert kinds(actions) == ["input_text", "press_keys", "done"]
    assert (actions[0]["text"], actions[1]["keys"]) == ("B2", ["enter"])
    assert spots(actions)[0] == (0, 100)


def test_cells_from_one_to_another_are_selected_together() -> None:
    actions = follow([Select((Target("A1 到 B3"),))], sheet("A1"), sheet("A1:B3"), sheet("A1:B3"))
    assert (actions[0]["text"], kinds(actions)[-1]) == ("A1:B3", "done")


@pytest.mark.parametrize("due", [Type("25", cell("B2")), SetValue(cell("B2"), "25")])
def test_what_is_typed_into_a_cell_is_entered(due: Instruction) -> None:
    typed = line("25", 300, 400)
    actions = follow([due], sheet("A1"), sheet("B2"), sheet("B2"), sheet("B2", typed), sheet("B3", typed))
    assert kinds(actions) == ["input_text", "press_keys", "input_text", "press_keys", "done"]
    assert (actions[2]["text"], actions[3]["keys"]) == ("25", ["enter"])
    assert "box_2d" not in actions[2]


def test_where_the_goal_itself_presses_a_key_then_that_enters_it() -> None:
    plan: list[Instruction] = [Type("25", cell("B2")), Press(("tab",))]
    typed = line("25", 300, 400)
    actions = follow(plan, sheet("A1"), sheet("B2"), sheet("B2"), sheet("B2", typed), sheet("C2", typed))
    assert actions[3]["keys"] == ["tab"]


def test_a_box_that_does_not_come_to_show_the_cell_ends_it() -> None:
    end = follow([Clear(cell("B2"))], *[sheet("A1")] * 5)[-1]
    assert end["action_type"] == "infeasible"


def test_without_such_a_box_the_words_are_looked_for() -> None:
    actions = follow([Click(cell("B2"))], scene(at(Kind.CELL, 40, 60, "B2")), scene())
    assert kinds(actions) == ["click", "done"]


@pytest.mark.parametrize(
    "due",
    [
        Click(Target("B2")),
        Click(cell("B2"), "right"),
        Click(cell("Total")),
        Type("25", Target("Age")),
        Edit("copy"),
        Type("25", Target("B2", ordinal=2, kind=Kind.CELL)),
    ],
)
def test_other_targets_have_no_address(due: Instruction) -> None:
    assert address_of(due) == ""


def test_the_arrow_of_the_box_is_no_part_of_the_address() -> None:
    assert kinds(follow([Click(cell("B2"))], sheet("A1 ▼"))) == ["input_text"]


def test_of_cells_that_are_selected_the_box_may_show_the_first_alone() -> None:
    cells = Select((cell("A2:B3"),))
    assert kinds(follow([cells], sheet("A1"), sheet("A2: B3"), sheet("A2"))) == ["input_text", "press_keys", "done"]
    assert kinds(follow([cells], sheet("A1"), sheet("A2")))[-1] == "wait"


def test_a_row_that_looks_like_the_address_is_not_the_cell() -> None:
    assert kinds(follow([Type("41", cell("B3"))], scene(at(Kind.CELL, 0, 60, "83")))) == ["wait"]

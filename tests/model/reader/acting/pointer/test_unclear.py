"""Rows that are named alike are not chosen from."""

from model.reader.plan import Click, Relation, Target
from model.sight.element import Kind
from tests.model.reader.acting.following import follow, kinds
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import line

FRANKIE = Target("Frankie", kind=Kind.ROW)
DELETE = Target("Delete", kind=Kind.BUTTON, relations=(Relation("in the row of", FRANKIE),))
BUTTONS = [at(Kind.BUTTON, 300, y, "Delete") for y in (95, 295)]


def test_of_two_messages_by_one_person_none_is_opened() -> None:
    (end,) = follow([Click(FRANKIE)], scene(lines=[line("Frankie", 20, 100), line("Frankie", 20, 300)]))
    assert end["action_type"] == "infeasible"
    assert end["reason"] == "Two rows read “Frankie”, and it is not said which of them is meant"


def test_nothing_in_one_of_two_rows_is_clicked() -> None:
    inbox = scene(*BUTTONS, lines=[line("Frankie", 20, 100), line("Frankie", 20, 300)])
    assert kinds(follow([Click(DELETE)], inbox)) == ["infeasible"]


def test_a_row_and_the_heading_beside_it_are_told_apart() -> None:
    chat = scene(lines=[line("Frankie", 20, 100), line("Frankie", 300, 40)])
    assert kinds(follow([Click(FRANKIE)], chat)) == ["click"]


def test_a_longer_name_is_another_one() -> None:
    inbox = scene(*BUTTONS, lines=[line("Frankie", 20, 100), line("Frankie Jones", 20, 300)])
    assert kinds(follow([Click(DELETE)], inbox)) == ["click"]

"""Options of drop-downs and lists: each is seen to be chosen before the next."""

from model.reader.plan import Relation, Select, Target
from model.sight.element import Kind
from tests.model.reader.acting.following import follow, kinds, spots
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import line

CLOSED = at(Kind.DROPDOWN, 0, 0, "Red", label="Colour")
OPEN = [line("Red", 5, 45), line("Green", 5, 75), line("Blue", 5, 105)]
GREEN = at(Kind.DROPDOWN, 0, 0, "Green", label="Colour")


def test_a_drop_down_is_opened_chosen_from_and_read() -> None:
    plan = [Select((Target("Green"),), Target("Colour"))]
    actions = follow(plan, scene(CLOSED), scene(CLOSED, lines=OPEN), scene(GREEN))
    assert kinds(actions) == ["click", "click", "done"]
    assert spots(actions)[:2] == [(0, 0), (5, 75)]


def test_a_drop_down_that_reads_so_already_is_left() -> None:
    assert kinds(follow([Select((Target("Green"),), Target("Colour"))], scene(GREEN))) == ["done"]


def test_a_drop_down_that_reads_more_than_the_option_may_have_another_one_chosen() -> None:
    pale = at(Kind.DROPDOWN, 0, 0, "Pale green", label="Colour")
    actions = follow([Select((Target("Green"),), Target("Colour"))], scene(pale), scene(pale, lines=OPEN), scene(GREEN))
    assert kinds(actions) == ["click", "click", "done"]


def test_a_digit_amid_an_address_is_no_option() -> None:
    plan = [Select((Target("3"),), Target("Colour"))]
    address = line("127.0.0.1:38397/parcel.html?3", 300, 45)
    assert kinds(follow(plan, scene(CLOSED), scene(CLOSED, lines=[*OPEN, address]))) == ["click", "scroll"]


def test_a_drop_down_that_reads_something_else_then_is_no_success() -> None:
    plan = [Select((Target("Green"),), Target("Colour"))]
    end = follow(plan, scene(CLOSED), scene(CLOSED, lines=OPEN), scene(CLOSED))[-1]
    assert end["action_type"] == "infeasible"
    assert "“Green”" in end["reason"]


def test_an_option_further_down_is_scrolled_to() -> None:
    plan = [Select((Target("Blue"),), Target("Colour"))]
    blue = at(Kind.DROPDOWN, 0, 0, "Blue", label="Colour")
    actions = follow(plan, scene(CLOSED), scene(CLOSED, lines=OPEN[:2]), scene(CLOSED, lines=OPEN), scene(blue))
    assert kinds(actions) == ["click", "scroll", "click", "done"]


def test_a_list_that_is_still_empty_is_given_a_moment() -> None:
    plan = [Select((Target("Green"),), Target("Colour"))]
    actions = follow(plan, scene(CLOSED), scene(CLOSED), scene(CLOSED, lines=OPEN), scene(GREEN))
    assert kinds(actions) == ["click", "wait", "click", "done"]


def test_several_options_of_a_list_are_clicked_with_ctrl_held() -> None:
    items = [at(Kind.LIST_ITEM, 0, 40 * n, name) for n, name in enumerate(["Ada", "Bob", "Cy"])]
    actions = follow([Select((Target("Ada"), Target("Cy")))], *[scene(*items)] * 3)
    assert kinds(actions) == ["click", "click", "done"]
    assert [action.get("modifiers") for action in actions] == [None, ["ctrl"], None]


def test_what_opens_no_list_is_told() -> None:
    beside = [line("Close", 5, 75)]
    end = follow([Select((Target("Green"),), Target("Colour"))], *[scene(CLOSED, lines=beside)] * 3)
    assert kinds(end) == ["click", "wait", "infeasible"]


def test_an_option_of_a_menu_entry_is_chosen_once_that_entry_was_clicked() -> None:
    menu, more = [line("Create New", 0, 40), line("Rename", 0, 80)], line("Folder", 200, 40)
    inside = Target("Folder", relations=(Relation("inside", Target("Create New")),))
    for due in (Select((Target("Folder"),), Target("Create New")), Select((inside,))):
        actions = follow([due], scene(lines=menu), scene(lines=[*menu, more]), scene())
        assert kinds(actions) == ["click", "click", "done"]
        assert spots(actions)[:2] == [(0, 40), (200, 40)]
    icon = at(Kind.CHECKBOX, 180, 40, label="Folder", checked=True)
    assert kinds(follow([due], scene(lines=menu), scene(icon, lines=[*menu, more]), scene())) == [
        "click",
        "click",
        "done",
    ]


def test_the_address_bar_is_not_the_drop_down_that_an_option_is_looked_for_in() -> None:
    bar = at(Kind.DROPDOWN, 0, 0, "127.0.0.1:39847/trip.html")
    assert kinds(follow([Select((Target("Cabin"),))], scene(bar))) == ["wait"]

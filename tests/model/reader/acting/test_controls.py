"""Boxes, drop-downs, lists, values and what folds: each step's effect is looked at before the next."""

from PIL import Image, ImageDraw

from model.reader.plan import Check, Click, CloseDialog, Drag, Expand, Relation, Resize, Select, SetValue, Target, Type
from model.reader.scene import Scene
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox
from tests.model.reader.acting.following import follow, kinds, spots
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import line


def box(y: float, label: str, *, on: bool = False) -> Element:
    return Element(Kind.CHECKBOX, PixelBox(0, y, 20, y + 20), label=label, checked=on)


def test_boxes_are_ticked_one_by_one_and_those_that_are_so_already_are_left() -> None:
    plan = [Check((Target("Ham"), Target("Eggs"), Target("Tea")))]
    actions = follow(
        plan,
        scene(box(0, "Ham"), box(50, "Eggs", on=True), box(100, "Tea")),
        scene(box(0, "Ham", on=True), box(50, "Eggs", on=True), box(100, "Tea")),
        scene(box(0, "Ham", on=True), box(50, "Eggs", on=True), box(100, "Tea", on=True)),
    )
    assert kinds(actions) == ["click", "click", "done"]
    assert spots(actions)[:2] == [(0, 0), (0, 100)]


def test_a_box_that_stays_as_it_was_is_tried_again_then_by_the_keyboard_and_then_told() -> None:
    actions = follow([Check((Target("Ham"),))], *[scene(box(0, "Ham"), lines=[line("Ham", 30, 0)])] * 7)
    assert kinds(actions) == ["click", "wait", "click", "wait", "press_keys", "wait", "infeasible"]
    assert "its effect is not to be seen" in actions[-1]["reason"]


def test_all_boxes_are_unticked() -> None:
    plan = [Select(which="none")]
    actions = follow(plan, scene(box(0, "Ham", on=True), box(50, "Tea")), scene(box(0, "Ham"), box(50, "Tea")))
    assert kinds(actions) == ["click", "done"]


def test_nothing_is_clicked_where_nothing_is_selected_already() -> None:
    assert kinds(follow([Select(which="none")], scene(box(0, "Ham"), box(50, "Tea")))) == ["done"]


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


def test_a_value_that_nothing_there_takes_is_looked_for_again_and_then_told() -> None:
    plan = [SetValue(Target("Parcels"), "3")]
    words = scene(lines=[line("Parcels")])
    assert kinds(follow(plan, words, words, words)) == ["wait", "wait", "infeasible"]
    field = scene(Element(Kind.FIELD, PixelBox(0, 0, 200, 30), label="Parcels"))
    assert kinds(follow(plan, words, field)) == ["wait", "input_text"]


def test_several_options_of_a_list_are_clicked_with_ctrl_held() -> None:
    items = [at(Kind.LIST_ITEM, 0, 40 * n, name) for n, name in enumerate(["Ada", "Bob", "Cy"])]
    actions = follow([Select((Target("Ada"), Target("Cy")))], *[scene(*items)] * 3)
    assert kinds(actions) == ["click", "click", "done"]
    assert [action.get("modifiers") for action in actions] == [None, ["ctrl"], None]


def test_a_value_is_written_into_a_spinner_and_read_there() -> None:
    plan = [SetValue(Target("Copies"), "7")]
    before, after = at(Kind.SPINNER, 0, 0, "1", label="Copies"), at(Kind.SPINNER, 0, 0, "7", label="Copies")
    actions = follow(plan, scene(before), scene(after))
    assert kinds(actions) == ["input_text", "done"]
    assert actions[0]["override"] is True


def test_a_value_that_does_not_show_is_not_done() -> None:
    before = at(Kind.SPINNER, 0, 0, "1", label="Copies")
    plan = [SetValue(Target("Copies"), "700000")]
    assert kinds(follow(plan, *[scene(before)] * 7))[-1] == "infeasible"


def test_a_section_that_is_open_already_is_left_and_a_closed_one_is_opened() -> None:
    closed = at(Kind.BUTTON, 0, 0, "Details", expanded=False)
    opened = at(Kind.BUTTON, 0, 0, "Details", expanded=True)
    assert kinds(follow([Expand(Target("Details"))], scene(opened))) == ["done"]
    assert kinds(follow([Expand(Target("Details"))], scene(closed), scene(opened))) == ["click", "done"]


def test_a_calendars_months_are_turned_to_the_date_and_the_day_is_picked() -> None:
    field = at(Kind.FIELD, 0, 0, label="Date")
    arrows = [at(Kind.ICON, 0, 100, name="back"), at(Kind.ICON, 300, 100, name="next")]

    def month(name: str) -> list[Element]:
        days = [Element(Kind.TEXT, PixelBox(40 * n, 200, 40 * n + 30, 220), text=str(n)) for n in (9, 10, 11)]
        return [field, *arrows, Element(Kind.TEXT, PixelBox(150, 100, 280, 120), text=name), *days]

    filled = at(Kind.FIELD, 0, 0, "10/11/2016", label="Date")
    screens = [
        scene(field),
        scene(*month("December 2016")),
        scene(*month("November 2016")),
        scene(*month("October 2016")),
    ]
    actions = follow([SetValue(Target("Date"), "10/11/2016")], *screens, scene(filled))
    assert kinds(actions) == ["click", "click", "click", "click", "done"]
    assert spots(actions)[1:4] == [(0, 100), (0, 100), (445, 205)]


def test_a_calendar_that_is_on_its_way_is_waited_for_and_one_that_stays_open_is_closed() -> None:
    field, typed = at(Kind.FIELD, 0, 0, label="Date"), at(Kind.FIELD, 0, 0, "10/11/2016", label="Date")
    month = line("December 2016", 150, 100)
    plan = [SetValue(Target("Date"), "10/11/2016")]
    actions = follow(plan, scene(field), scene(field), scene(field), scene(typed, lines=[month]), scene(typed))
    assert kinds(actions) == ["click", "wait", "input_text", "press_keys", "done"]
    assert actions[3]["keys"] == ["escape"]


def test_an_entry_of_a_menu_is_hovered_over_until_its_own_menu_shows() -> None:
    plan = [Click(Target("Ada", where="menu bar")), Click(Target("Bob", where="menu"))]
    closed, opened = scene(lines=[line("Ada >")]), scene(lines=[line("Ada >"), line("Bob", 200, 0)])
    assert kinds(follow(plan, closed, opened, opened)) == ["hover", "click", "done"]
    assert kinds(follow(plan, *[closed] * 3, opened)) == ["hover", "wait", "click", "click"]


def test_a_menu_of_a_menu_bar_is_clicked() -> None:
    plan = [Click(Target("File", where="menu bar")), Click(Target("New", where="menu"))]
    assert kinds(follow(plan, scene(lines=[line("File Edit View")]))) == ["click"]


def test_a_place_in_a_list_is_counted_among_the_equals_of_what_is_dragged() -> None:
    items = [at(Kind.FIELD, 0, 40 * n, name) for n, name in enumerate(["Ada", "Bob", "Cy"])]
    plan = [Drag(Target("Cy"), Target(kind=Kind.LIST_ITEM, ordinal=1), place="before")]
    action = follow(plan, scene(*items, at(Kind.FIELD, 500, 200)))[0]
    assert action["box_2d"][0][1] == 85
    assert action["to_box_2d"][0][1] < 3


def test_a_box_that_other_words_name_is_not_taken_for_ones_own() -> None:
    others = Element(Kind.CHECKBOX, PixelBox(150, 0, 170, 20), label="Eggs", checked=True)
    actions = follow([Check((Target("Ham"),))], scene(others, lines=[line("Ham", 30, 0), line("Eggs", 180, 0)]))
    assert spots(actions) == [(30, 0)]


def test_text_that_nothing_took_is_typed_into_the_only_field() -> None:
    screen = scene(at(Kind.FIELD, 0, 0), lines=[line("To: Ada", 0, 300)])
    actions = follow([Type("Thanks!")], *[screen] * 3, changes=[False, False])
    assert kinds(actions) == ["input_text", "wait", "input_text"]
    assert spots(actions) == [None, None, (0, 0)]


def test_the_field_of_a_colour_is_left_again() -> None:
    plan = [SetValue(Target("Color"), "yellow")]
    before, after = (at(Kind.FIELD, 0, 0, words, label="Color:") for words in ("#ab2567", "#ffff00"))
    actions = follow(plan, scene(before), scene(after), scene(after))
    assert [action.get("text") or action.get("keys") for action in actions] == ["#ffff00", ["tab"], None]


def test_a_thing_that_stands_where_it_was_dropped_was_dragged() -> None:
    shelf = at(Kind.DIALOG, 400, 400, "Shelf")
    plan = [Drag(Target("Lamp"), Target("Shelf"))]
    before, after = (scene(shelf, at(Kind.LIST_ITEM, *place, "Lamp")) for place in ((0, 0), (402, 398)))
    assert kinds(follow(plan, before, after)) == ["drag", "done"]


def test_a_thing_that_fell_elsewhere_was_not_dragged_there_whatever_else_changed() -> None:
    shelf = at(Kind.DIALOG, 400, 400, "Shelf")
    plan = [Drag(Target("Lamp"), Target("Shelf"))]
    before, after = (scene(shelf, at(Kind.LIST_ITEM, *place, "Lamp")) for place in ((0, 0), (200, 200)))
    assert kinds(follow(plan, before, after, after, after, after))[-1] == "infeasible"
    assert kinds(follow(plan, before, before, before, before, before))[-1] == "infeasible"


def test_a_thing_that_went_into_another_was_dragged() -> None:
    bin_ = at(Kind.ICON, 400, 400, "Bin")
    plan = [Drag(Target("Lamp"), Target("Bin"))]
    assert kinds(follow(plan, scene(bin_, at(Kind.ICON, 0, 0, "Lamp")), scene(bin_))) == ["drag", "done"]


BELL = Target("notifications", kind=Kind.ICON, relations=(Relation("in the row of", Target("Ada", kind=Kind.ROW)),))


def test_an_icon_that_its_row_does_not_show_is_looked_for_where_the_row_opens() -> None:
    closed = scene(lines=[line("Ada", 20, 20), line("Bob", 20, 120)])
    opened = scene(at(Kind.ICON, 500, 0, name="notifications"), lines=[line("Ada", 300, 100)])
    actions = follow([Click(BELL)], closed, opened, opened)
    assert kinds(actions) == ["click", "click", "done"]
    assert spots(actions)[:2] == [(20, 20), (500, 0)]


def test_of_several_such_icons_where_the_row_opens_none_is_taken() -> None:
    closed = scene(lines=[line("Ada", 20, 20)])
    opened = scene(*[at(Kind.ICON, x, 0, name="notifications") for x in (300, 500)])
    assert kinds(follow([Click(BELL)], closed, *[opened] * 3)) == ["click", "wait", "wait", "infeasible"]


def test_a_letter_or_two_are_read_in_the_field_they_were_typed_in() -> None:
    plan = [Type("7", Target("Floor"))]
    empty = at(Kind.FIELD, 200, 0, label="Floor")
    seven, nine = (at(Kind.FIELD, 200, 0, text, label="Floor") for text in ("7", "9"))
    elsewhere = line("7", 600, 600)
    assert kinds(follow(plan, scene(empty), scene(seven))) == ["input_text", "done"]
    assert kinds(follow(plan, scene(empty), scene(nine, lines=[elsewhere]))) == ["input_text", "infeasible"]
    assert kinds(follow(plan, scene(empty), scene(empty, lines=[elsewhere]))) == ["input_text", "infeasible"]


def test_a_letter_typed_into_no_field_has_to_stand_somewhere() -> None:
    assert kinds(follow([Type("7")], scene(), scene(lines=[line("7", 50, 50)]))) == ["input_text", "done"]
    assert kinds(follow([Type("7")], scene(), scene(lines=[line("70", 50, 50)]))) == ["input_text", "infeasible"]


def test_a_cross_in_the_corner_closes_a_dialog_that_shows_nothing_else_to_press() -> None:
    cross = line("x", 280, 10)
    note = line("You have mail", 30, 60)
    actions = follow([CloseDialog()], scene(lines=[cross, note]), scene())
    assert kinds(actions) == ["click", "done"]
    assert spots(actions)[0] == (280, 10)


def test_a_dialog_whose_cross_still_stands_there_was_not_closed() -> None:
    open_still = scene(lines=[line("x", 280, 10), line("You have mail", 30, 60)])
    assert kinds(follow([CloseDialog()], *[open_still] * 5))[-1] == "infeasible"


GRID = [at(Kind.BUTTON, 200 * column, 200 * row, f"n{row}{column}") for row in range(3) for column in range(3)]


def test_a_place_in_a_grid_is_where_one_of_the_things_equals_stands() -> None:
    def end(target: Target) -> object:
        return follow([Drag(Target("n21"), target)], scene(*GRID))[0]["to_box_2d"][0][:2]

    assert end(Target(most="central")) == [200, 200]
    assert end(Target(most="top right")) == [400, 0]
    assert end(Target(ordinal=2, kind=Kind.LIST_ITEM)) == [200, 0]


def test_a_neighbour_in_a_list_is_one_of_the_things_equals() -> None:
    rows = [at(Kind.FIELD, 0, 40 * n, name) for n, name in enumerate(("Ada", "Bob", "Cy"))]
    above = Target(kind=Kind.LIST_ITEM, relations=(Relation("above", Target("Cy")),))
    action = follow([Drag(Target("Cy"), above, place="before")], scene(*rows, at(Kind.BUTTON, 0, 300, "OK")))[0]
    assert 40 <= action["to_box_2d"][0][1] < 55


def test_things_of_a_grid_may_be_words_alone() -> None:
    words = [line(f"w{row}{column}", 200 * column, 200 * row) for row in range(3) for column in range(3)]
    action = follow([Drag(Target("w20"), Target(most="central"))], scene(lines=words))[0]
    assert action["to_box_2d"][0][:2] == [200, 200]


def test_what_is_wider_then_was_resized_and_what_only_moved_was_not() -> None:
    def note(x1: int, x2: int) -> Scene:
        return scene(Element(Kind.DIALOG, PixelBox(x1, 100, x2, 300)))

    plan = [Resize(Target(kind=Kind.DIALOG), (100, 0))]
    assert kinds(follow(plan, note(100, 300), note(100, 395))) == ["drag", "done"]
    actions = follow(plan, note(100, 300), *[note(200, 400)] * 4)
    assert kinds(actions) == ["drag", "wait", "drag", "wait", "infeasible"]


def test_a_menu_that_opened_without_the_entry_is_not_said_to_have_changed_nothing() -> None:
    def menu(*entries: str) -> Scene:
        return scene(lines=[line("File", 0, 0), line("Edit", 80, 0), *(line(e, 80, 40) for e in entries)])

    plan = [Click(Target("Edit", where="menu bar")), Click(Target("Paste", where="menu"))]
    shut, open_ = menu(), menu("Undo")
    actions = follow(plan, shut, open_, open_, shut, shut, changes=[True, False, True, False])
    assert kinds(actions) == ["click", "wait", "click", "wait", "infeasible"]
    assert actions[-1]["reason"].startswith("Tried 2 times, and its effect is not to be seen")


def test_a_label_in_a_dialog_comes_before_what_stands_in_a_field_behind_it() -> None:
    behind = Element(Kind.FIELD, PixelBox(0, 0, 300, 30), text="Name")
    dialog = Element(Kind.DIALOG, PixelBox(300, 300, 700, 500), text="Rename")
    inside = Element(Kind.FIELD, PixelBox(320, 350, 620, 380))
    screen = scene(behind, dialog, inside, lines=[line("Name", 320, 325)])
    assert spots(follow([Type("Fees", Target("name"))], screen)) == [(320, 350)]


def test_an_option_of_a_menu_entry_is_chosen_once_that_entry_was_clicked() -> None:
    menu, more = [line("Create New", 0, 40), line("Rename", 0, 80)], line("Folder", 200, 40)
    inside = Target("Folder", relations=(Relation("inside", Target("Create New")),))
    for due in (Select((Target("Folder"),), Target("Create New")), Select((inside,))):
        actions = follow([due], scene(lines=menu), scene(lines=[*menu, more]), scene())
        assert kinds(actions) == ["click", "click", "done"]
        assert spots(actions)[:2] == [(0, 40), (200, 40)]


def test_the_address_bar_is_not_the_drop_down_that_an_option_is_looked_for_in() -> None:
    bar = at(Kind.DROPDOWN, 0, 0, "127.0.0.1:39847/trip.html")
    assert kinds(follow([Select((Target("Cabin"),))], scene(bar))) == ["wait"]


def test_words_go_into_the_field_whose_label_says_more_where_a_button_reads_just_these() -> None:
    screen = scene(at(Kind.BUTTON, 300, 0, "Find"), at(Kind.FIELD, 100, 0, label="Find what:"))
    assert spots(follow([Type("Tuesday", Target("Find"))], screen)) == [(100, 0)]


def test_a_row_that_is_selected_already_need_not_change_where_something_follows() -> None:
    image = Image.new("RGB", (1000, 1000), "white")
    ImageDraw.Draw(image).rectangle((0, 96, 900, 124), fill="#308cc6")
    screens = [scene(at(Kind.BUTTON, 800, 500, "Open"), lines=[line("a.txt", 20, 100)], image=image) for _ in range(3)]
    plan = [Click(Target("a.txt")), Click(Target("Open"))]
    assert kinds(follow(plan, *screens, changes=[False, True])) == ["click", "click", "done"]
    assert kinds(follow(plan[:1], *screens, changes=[False, False]))[-1] != "done"

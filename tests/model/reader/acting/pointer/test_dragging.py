"""Drags: what was dragged is seen where it was to go, and a place in a grid or a list is counted."""

from PIL import Image, ImageDraw

from model.reader.plan import Drag, Relation, Resize, Target
from model.reader.scene import Scene
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox
from tests.model.reader.acting.following import follow, kinds
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import line


def test_a_place_in_a_list_is_counted_among_the_equals_of_what_is_dragged() -> None:
    items = [at(Kind.FIELD, 0, 40 * n, name) for n, name in enumerate(["Ada", "Bob", "Cy"])]
    plan = [Drag(Target("Cy"), Target(kind=Kind.LIST_ITEM, ordinal=1), place="before")]
    action = follow(plan, scene(*items, at(Kind.FIELD, 500, 200)))[0]
    assert action["box_2d"][0][1] == 85
    assert action["to_box_2d"][0][1] < 3


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


def test_of_a_filled_box_and_a_rim_none_is_taken_to_drag_into() -> None:
    image = Image.new("RGB", (1000, 1000), "white")
    pen = ImageDraw.Draw(image)
    pen.rectangle((20, 20, 60, 60), fill="blue")
    pen.rectangle((100, 20, 140, 60), fill="black")
    plan = [Drag(Target(colour="blue", shape="square"), Target(colour="black", shape="box"))]
    assert kinds(follow(plan, scene(image=image))) == ["drag"]
    pen.rectangle((300, 300, 700, 600), outline="black", width=8)
    assert kinds(follow(plan, scene(image=image))) == ["infeasible"]

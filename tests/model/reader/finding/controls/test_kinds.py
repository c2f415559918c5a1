"""Targets that name a kind, a label, a looks or a place among others."""

import pytest
from PIL import Image, ImageDraw

from model.reader.finding.find import NotFoundError, find_all, find_one
from model.reader.plan import Most, Relating, Relation, Target
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import line


def test_a_control_comes_before_a_heading_and_a_sentence_that_say_the_same() -> None:
    screen = scene(at(Kind.BUTTON, 0, 300, "Save"), lines=[line("Save", 0, 0), line("You can save here", 0, 100)])
    assert find_one(Target("Save"), screen).place.kind is Kind.BUTTON


def test_the_kind_that_was_named_is_taken() -> None:
    screen = scene(at(Kind.BUTTON, 0, 0, "Help"), at(Kind.LINK, 0, 300, "Help"))
    assert find_one(Target("Help", kind=Kind.LINK), screen).place.box.y1 > 300
    assert find_one(Target("Help", kind=Kind.BUTTON), screen).place.box.y1 < 300


def test_a_button_whose_text_says_more_comes_before_a_heading_where_a_button_is_named() -> None:
    screen = scene(at(Kind.BUTTON, 0, 300, "Save all"), lines=[line("Save", 0, 0)])
    assert find_one(Target("Save", kind=Kind.BUTTON), screen).place.box.y1 > 300


def test_what_was_seen_as_mere_text_still_counts_where_no_such_control_was_seen() -> None:
    assert find_one(Target("OK", kind=Kind.BUTTON), scene(lines=[line("OK", 5, 5)])).place.kind is Kind.TEXT


def test_a_field_is_found_by_its_label_and_the_label_counts_only_once() -> None:
    field = at(Kind.FIELD, 100, 0, label="Name:")
    screen = scene(field, lines=[line("Name:", 0, 5)])
    assert find_one(Target("name"), screen).place.box == field.box
    assert len(find_all(Target("name"), screen)) == 1


def test_a_kind_alone_means_those_of_that_kind() -> None:
    screen = scene(at(Kind.FIELD, 0, 0), at(Kind.BUTTON, 0, 100, "Go"), at(Kind.FIELD, 0, 200), at(Kind.FIELD, 0, 300))
    assert find_one(Target(kind=Kind.FIELD, ordinal=3), screen).place.box.y1 == 300
    assert find_one(Target(kind=Kind.FIELD, ordinal=-1), screen).place.box.y1 == 300
    with pytest.raises(NotFoundError):
        find_one(Target(kind=Kind.FIELD, ordinal=4), screen)


def test_an_icon_is_found_by_its_name_and_by_other_words_for_it() -> None:
    screen = scene(at(Kind.ICON, 0, 0, name="star"), at(Kind.ICON, 0, 100, name="delete"))
    assert find_one(Target("trash", kind=Kind.ICON), screen).place.box.y1 == 100
    assert find_one(Target("收藏"), screen).place.box.y1 == 0


def test_a_word_that_is_read_comes_before_another_word_for_it() -> None:
    screen = scene(at(Kind.ICON, 0, 0, name="close"), at(Kind.BUTTON, 0, 100, "x"))
    assert find_one(Target("x"), screen).place.box.y1 > 100


GRID = [at(Kind.BUTTON, x, y, "Edit") for y in (100, 200, 300) for x in (0, 200, 400)]


@pytest.mark.parametrize(
    ("how", "place"),
    [
        ("left of", (0, 200)),
        ("right of", (400, 200)),
        ("above", (200, 100)),
        ("below", (200, 300)),
        ("in the column of", (200, 100)),
        ("after", (400, 200)),
        ("before", (0, 200)),
    ],
)
def test_relations(how: Relating, place: tuple[float, float]) -> None:
    middle = at(Kind.BUTTON, 200, 200, "Total")
    screen = scene(*[e for e in GRID if e.box.x1 != 200 or e.box.y1 != 200], middle)
    found = find_one(Target("Edit", relations=(Relation(how, Target("Total")),)), screen).place
    assert found.area[:2] == place


def test_a_row_holds_what_stands_on_its_line_first_and_then_what_belongs_to_its_card() -> None:
    icons = [at(Kind.ICON, 300, y, name="like") for y in (60, 160, 260)]
    names = [line(name, 0, y) for name, y in (("@ada", 10), ("@bob", 110), ("@cy", 210))]
    target = Target("like", relations=(Relation("in the row of", Target("@bob")),))
    assert find_one(target, scene(*icons, lines=names)).place.box.y1 == 160


def test_what_is_inside_a_dialog() -> None:
    dialog = Element(Kind.DIALOG, PixelBox(200, 200, 600, 500))
    screen = scene(
        dialog, at(Kind.BUTTON, 0, 0, "OK"), at(Kind.BUTTON, 300, 300, "OK"), lines=[line("Print", 210, 210)]
    )
    for holder in (Target(kind=Kind.DIALOG), Target("Print", kind=Kind.DIALOG), Target("Print")):
        found = find_one(Target("OK", relations=(Relation("inside", holder),)), screen).place
        assert found.area.x1 == 300


def test_a_relation_to_what_is_not_there_finds_nothing() -> None:
    target = Target("OK", relations=(Relation("inside", Target("Print", kind=Kind.DIALOG)),))
    with pytest.raises(NotFoundError, match="Print"):
        find_one(target, scene(at(Kind.BUTTON, 0, 0, "OK")))


def test_the_value_of_a_label_stands_to_its_right_before_it_stands_below() -> None:
    lines = [line("Language", 0, 100), line("Bengali", 300, 100), line("Last name", 0, 130), line("McDowell", 300, 130)]
    target = Target(relations=(Relation("labelled", Target("Language")),))
    assert find_one(target, scene(lines=lines)).place.text == "Bengali"


@pytest.mark.parametrize(
    ("most", "text"),
    [
        ("lowest", "$9.50 Tea"),
        ("highest", "$1,200 Car"),
        ("longest", "$1,200 Car"),
        ("topmost", "$30 Hat"),
        ("bottommost", "$1,200 Car"),
    ],
)
def test_measures_of_what_is_read(most: Most, text: str) -> None:
    rows = [at(Kind.ROW, 0, 40 * n, words) for n, words in enumerate(["$30 Hat", "$9.50 Tea", "$1,200 Car"])]
    assert find_one(Target(kind=Kind.ROW, most=most), scene(*rows)).place.text == text


def test_the_largest_is_so_on_the_screen() -> None:
    small, large = at(Kind.BUTTON, 0, 0), Element(Kind.BUTTON, PixelBox(0, 100, 400, 300))
    assert find_one(Target(kind=Kind.BUTTON, most="largest"), scene(small, large)).place.box == large.box


def painted() -> Image.Image:
    image = Image.new("RGB", (1000, 1000), "white")
    draw = ImageDraw.Draw(image)
    draw.ellipse((100, 100, 160, 160), fill="red")
    draw.rectangle((300, 100, 360, 160), fill="blue")
    draw.polygon([(500, 160), (560, 160), (530, 100)], fill="yellow")
    draw.rectangle((100, 300, 220, 340), fill="red")
    draw.rectangle((300, 300, 420, 400), outline="black", width=4)
    return image


@pytest.mark.parametrize(
    ("target", "place"),
    [
        (Target(colour="red", shape="circle"), (100, 100)),
        (Target(colour="blue"), (300, 100)),
        (Target(shape="triangle"), (500, 100)),
        (Target(colour="red", shape="rectangle"), (100, 300)),
        (Target(colour="black", shape="box"), (300, 300)),
        (Target(colour="red", shape="", ordinal=2), (100, 300)),
    ],
)
def test_figures_by_colour_and_shape(target: Target, place: tuple[int, int]) -> None:
    box = find_one(target, scene(image=painted())).place.box
    assert box.x1 == pytest.approx(place[0], abs=3)
    assert box.y1 == pytest.approx(place[1], abs=3)


def test_the_letters_of_a_text_are_no_figures() -> None:
    screen = scene(image=painted(), lines=[line("a red circle is here", 90, 120)])
    with pytest.raises(NotFoundError):
        find_one(Target(colour="red", shape="circle"), screen)


def test_of_a_line_that_holds_a_link_only_its_coloured_words_are_one() -> None:
    image = Image.new("RGB", (1000, 1000), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((10, 8, 18, 22), fill="black")
    draw.rectangle((50, 8, 58, 22), fill="blue")
    words = line("ut. ut.", 5, 5)
    found = find_all(Target("ut.", kind=Kind.LINK), scene(image=image, lines=[words]))
    assert [place.box.x1 for place in found if place.kind is Kind.LINK] == [45]


def test_what_calls_itself_a_kind_is_one_where_none_was_seen() -> None:
    lines = [line("Tab 1", 0, 0), line("Tab 2", 100, 0), line("Switch to another tab to see more of it", 0, 100)]
    found = find_all(Target(kind=Kind.TAB), scene(at(Kind.LINK, 0, 300, "egestas"), lines=lines))
    assert [place.text for place in found] == ["Tab 1", "Tab 2"]


def test_an_icon_is_the_likeliest_where_none_is_surely_what_was_said() -> None:
    doubtful = (
        at(Kind.ICON, 300 * place, 0, name=name, may_show=((name, 0.6), ("save", share)))
        for place, (name, share) in enumerate([("down", 0.2), ("print", 0.3)])
    )
    screen = scene(*doubtful)
    assert find_one(Target("save", kind=Kind.ICON), screen).place.box.x1 == 300
    with pytest.raises(NotFoundError):
        find_one(Target("save"), screen)
    with pytest.raises(NotFoundError):
        find_one(Target("home", kind=Kind.ICON), screen)

"""From planes to elements, with planes of a net that is always right and with such as real ones are."""

import dataclasses

import pytest

from model.sight.controls.decode import decode
from model.sight.controls.once import once
from model.sight.controls.planes import KINDS
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox
from tests.model.sight.controls.planes import HEIGHT, WIDTH, perfect

BOX = PixelBox(40, 60, 120, 84)


def decoded(*elements: Element) -> list[Element]:
    found = once(decode(perfect(*elements), WIDTH, HEIGHT))
    return [dataclasses.replace(each, score=1.0) for each in found]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_found_with_its_box(kind: Kind) -> None:
    (found,) = decoded(Element(kind, BOX))
    assert (found.kind, found.box) == (kind, BOX)


@pytest.mark.parametrize("checked", [True, False])
@pytest.mark.parametrize("kind", [Kind.CHECKBOX, Kind.RADIO])
def test_what_can_be_ticked_says_whether_it_is(kind: Kind, checked: bool) -> None:
    assert decoded(Element(kind, BOX, checked=checked))[0].checked is checked


def test_what_cannot_be_ticked_says_nothing_of_it() -> None:
    assert decoded(Element(Kind.BUTTON, BOX))[0].checked is None


@pytest.mark.parametrize("kind", [Kind.TAB, Kind.ROW, Kind.CELL, Kind.MENU_ITEM])
def test_what_is_selected_is_told_from_its_like(kind: Kind) -> None:
    below = BOX.moved(0, 30)
    found = decoded(Element(kind, BOX, selected=True), Element(kind, below))
    assert {each.box: each.selected for each in found} == {BOX: True, below: False}


def test_focus_and_what_is_disabled_are_told() -> None:
    assert decoded(Element(Kind.FIELD, BOX, focused=True))[0].focused
    assert not decoded(Element(Kind.FIELD, BOX, enabled=False))[0].enabled


@pytest.mark.parametrize("expanded", [True, False, None])
def test_a_row_says_whether_it_is_open_if_it_can_be(expanded: bool | None) -> None:
    assert decoded(Element(Kind.ROW, BOX, expanded=expanded))[0].expanded is expanded


def test_a_control_within_another_is_found_too() -> None:
    row = Element(Kind.ROW, PixelBox(0, 20, 300, 44))
    box = Element(Kind.CHECKBOX, PixelBox(8, 25, 22, 39), checked=True)
    assert set(decoded(row, box)) == {row, box}


def test_two_peaks_in_one_wide_control_are_one() -> None:
    planes = perfect(Element(Kind.ROW, PixelBox(0, 60, 300, 84)))
    planes[0, 18, 30:45:3] = 5.0
    assert len(decode(planes, WIDTH, HEIGHT)) > 1
    assert len(once(decode(planes, WIDTH, HEIGHT))) == 1


def test_neighbours_that_touch_are_two() -> None:
    found = decoded(Element(Kind.CELL, BOX), Element(Kind.CELL, BOX.moved(BOX.width, 0)))
    assert len(found) == 2


def test_nothing_lies_outside_the_picture() -> None:
    (found,) = decode(perfect(Element(Kind.FIELD, PixelBox(-50, 60, 120, 84))), WIDTH - 210, HEIGHT)
    assert (found.box.x1, found.box.x2) == (0, WIDTH - 210)


def test_an_empty_picture_holds_nothing() -> None:
    assert decoded() == []

"""Icons among what resembles them: boxes to tick, and letters."""

from dataclasses import replace

import numpy as np
import pytest

from model.sight.element import Element, Kind
from model.sight.layout.arrange import arrange
from model.sight.layout.icons import icons_or_ticks, name_controls, without_letters_read, without_misread
from model.sight.text_line import PixelBox, TextLine

_BOX = PixelBox(100, 100, 120, 120)


def icon(box: PixelBox = _BOX, name: str = "help", score: float = 0.7) -> Element:
    return Element(Kind.ICON, box, name=name, score=score, may_show=((name, score),))


def tick(score: float, label: str = "") -> Element:
    return Element(Kind.RADIO, _BOX, label=label, score=score)


def test_what_has_words_beside_it_is_a_box_to_tick() -> None:
    box = tick(0.5, "Portrait")
    assert icons_or_ticks([box, icon()]) == [box]


@pytest.mark.parametrize(("score", "kept"), [(0.6, Kind.ICON), (0.75, Kind.RADIO)])
def test_of_what_has_none_the_surer_is_kept(score: float, kept: Kind) -> None:
    assert [element.kind for element in icons_or_ticks([tick(score), icon(score=0.7)])] == [kept]


def test_what_has_none_is_no_box_to_tick_in_a_row_of_icons() -> None:
    row = [icon(_BOX.moved(30 * place, 0)) for place in (1, 2)]
    assert icons_or_ticks([tick(0.75), *row]) == row
    assert icons_or_ticks([tick(0.75), *row[:1]]) == [tick(0.75), *row[:1]]
    assert icons_or_ticks([tick(0.95), *row]) == [tick(0.95), *row]


@pytest.mark.parametrize(
    ("text", "score", "is_read"), [("00", 0.6, False), ("+", 1.0, False), ("OK", 0.99, True), ("Cut", 0.6, True)]
)
def test_a_letter_or_two_on_a_sure_icon_were_misread(text: str, score: float, is_read: bool) -> None:
    word = TextLine(text, _BOX.grown(-2), score, ())
    assert without_misread([word], [icon()]) == ([word] if is_read else [])
    assert without_misread([word], [icon(name="")]) == [word]


def test_what_was_read_is_no_icon_of_no_sure_name() -> None:
    digit, beside = TextLine("8", _BOX, 0.99, ()), TextLine("8", _BOX.moved(50, 0), 0.99, ())
    assert without_letters_read([icon(name="")], [digit]) == []
    assert without_letters_read([icon(), icon(name="")], [beside]) == [icon(), icon(name="")]
    assert without_letters_read([icon()], [digit]) == [icon()]


def test_a_button_is_called_by_its_icon_with_all_that_this_may_be() -> None:
    button = Element(Kind.BUTTON, _BOX.grown(8))
    assert name_controls([button], [icon()]) == [replace(button, name="help")]
    assert name_controls([button], [icon()])[0].may_show == (("help", 0.7),)


def test_an_icon_stays_where_a_doubtful_box_to_tick_is_left_out() -> None:
    pixels = np.full((40, 40, 3), 255, np.uint8)
    bin_icon = icon(name="", score=0.09)
    assert arrange(pixels, [], [tick(0.4)], [bin_icon]) == (bin_icon,)
    assert arrange(pixels, [], [tick(0.9)], [bin_icon]) == (tick(0.9),)

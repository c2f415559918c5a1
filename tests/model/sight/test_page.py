"""Knowing where lines stand from one screenshot to the next: what is looked at again, and what a caret changes."""

import numpy as np

from model.sight.engine import Pixels
from model.sight.page import Page
from model.sight.text_line import PixelBox

WIDTH, HEIGHT = 400, 900
LINE = PixelBox(20, 100, 200, 120)
LOW = PixelBox(20, 600, 200, 620)


def screen(*lines: PixelBox) -> Pixels:
    pixels = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    for line in lines:
        pixels[int(line.y1) : int(line.y2), int(line.x1) : int(line.x2)] = 0
    return pixels


def page(*lines: PixelBox) -> Page:
    """Return a page that was looked at as a whole."""
    known = Page()
    known.turn_to(screen(*lines))
    part = known.next_part()
    assert part is not None
    known.learn(part, list(lines))
    return known


def areas(page: Page, tallest: int = 0) -> list[PixelBox]:
    """Look at everything that is to be looked at, finding nothing."""
    looked: list[PixelBox] = []
    while part := page.next_part(tallest):
        looked.append(part.rows)
        page.learn(part, [])
    return looked


def test_lines_are_known_where_the_screen_is_the_same() -> None:
    assert page(LINE, LOW).boxes_in(screen(LINE), PixelBox(0, 90, 300, 130)) == [LINE]


def test_nothing_is_known_where_the_screen_looks_otherwise() -> None:
    assert page(LINE).boxes_in(screen(LINE, PixelBox(250, 100, 280, 120)), PixelBox(0, 90, 300, 130)) == []


def test_nothing_is_known_where_it_was_not_looked_at() -> None:
    turned = page(LINE)
    turned.turn_to(screen(LINE, LOW))
    assert turned.boxes_in(screen(LINE, LOW), PixelBox(0, 560, 300, 640)) == []
    assert turned.boxes_in(screen(LINE, LOW), PixelBox(0, 90, 300, 130)) == [LINE]


def test_only_what_changed_is_looked_at_again() -> None:
    turned = page(LINE, LOW)
    turned.turn_to(screen(LINE))
    assert [(area.y1, area.y2) for area in areas(turned)] == [(600 - 32, 620 + 32)]
    assert turned.boxes == [LINE]


def test_changes_side_by_side_are_looked_at_one_by_one() -> None:
    turned = page()
    turned.turn_to(screen(PixelBox(50, 100, 80, 120), PixelBox(300, 100, 330, 120)))
    assert [(area.x1, area.x2) for area in areas(turned)] == [(18, 112), (268, 362)]


def test_a_caret_is_no_change_and_hides_no_text() -> None:
    known, blinking = page(LINE), screen(LINE, PixelBox(210, 98, 212, 122))
    known.turn_to(blinking)
    assert areas(known) == []
    assert known.boxes_in(blinking, PixelBox(0, 90, 300, 130)) == [LINE]
    assert (known.crop(blinking, PixelBox(205, 95, 220, 125)) == 255).all()


def test_a_bar_wider_than_a_caret_is_a_change() -> None:
    turned = page(LINE)
    turned.turn_to(screen(LINE, PixelBox(210, 98, 214, 122)))
    assert areas(turned) != []


def test_a_tall_screen_is_looked_at_in_rows_and_a_line_between_two_is_found_once() -> None:
    between = PixelBox(20, 90, 200, 102)  # its middle is where the first rows end
    turned = Page()
    turned.turn_to(screen(between))
    while part := turned.next_part(96):
        turned.learn(part, [box for box in (between,) if part.area.contains(box)])
    assert turned.boxes == [between]


def test_rows_say_when_they_cut_a_line() -> None:
    turned = Page()
    turned.turn_to(screen())
    part = turned.next_part(96)
    assert part is not None
    tall = PixelBox(20, 30, 200, part.area.y2)
    assert part.cuts(tall)
    assert not part.cuts(LINE._replace(y1=10, y2=30))
    assert part.widened().area.y2 > part.area.y2


def test_another_size_is_a_new_screen() -> None:
    turned = page(LINE)
    turned.turn_to(np.zeros((50, 50, 3), np.uint8))
    assert turned.boxes == []
    assert areas(turned) == [PixelBox(0, 0, 50, 50)]

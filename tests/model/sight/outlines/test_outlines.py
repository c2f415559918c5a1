"""Controls by their outlines, drawn light and dark, and two opinions joined."""

from dataclasses import replace
from threading import Event

import pytest
from PIL import Image, ImageDraw

from model.sight.element import Element, Kind
from model.sight.layout.words import without_letters
from model.sight.ocr import as_pixels
from model.sight.outlines.both import joined
from model.sight.outlines.controls import OutlinedControls
from model.sight.text_line import PixelBox
from tests.model.sight.elements import control
from tests.model.sight.screens import write

LOOKS = {"light": ("#f0f0f0", "#ffffff", "#8a8a8a", "#111111"), "dark": ("#222226", "#303036", "#5a5a62", "#eeeeee")}


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest) -> tuple[str, str, str, str]:
    return LOOKS[request.param]


class Window:
    """A window that is drawn control by control: its ground, the controls' ground, their lines, the letters."""

    def __init__(self, look: tuple[str, str, str, str]) -> None:
        self.ground, self.base, self.line, self.letters = look
        self.image = Image.new("RGB", (700, 400), self.ground)
        self.pen = ImageDraw.Draw(self.image)

    def frame(self, x: int, y: int, width: int, height: int, words: str = "", at: int = 8) -> None:
        self.pen.rectangle((x, y, x + width - 1, y + height - 1), self.base, self.line)
        if words:
            self.pen.text((x + at, y + height // 2 - 8), words, self.letters, font_size=14)

    def seen(self, kind: Kind) -> list[Element]:
        return [e for e in OutlinedControls().find(as_pixels(self.image), Event()) if e.kind is kind]


def near(box: PixelBox, x: int, y: int, width: int, height: int) -> bool:
    wanted = (x, y, x + width, y + height)
    return all(abs(side - other) <= 3 for side, other in zip(box, wanted, strict=True))


def test_fields_and_buttons_are_told_by_where_their_words_stand(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    window.frame(100, 40, 240, 28, "Ada")
    window.frame(100, 100, 90, 30, "Save", at=28)
    (field,), (button,) = window.seen(Kind.FIELD), window.seen(Kind.BUTTON)
    assert near(field.box, 100, 40, 240, 28)
    assert near(button.box, 100, 100, 90, 30)


@pytest.mark.parametrize("width", [240, 650])
def test_the_ring_around_the_field_in_focus_is_no_arrow_of_it(look: tuple[str, str, str, str], width: int) -> None:
    window = Window(look)
    window.pen.rounded_rectangle((20, 40, 20 + width, 76), 7, window.base, "#3584e4", width=2)
    window.pen.text((30, 50), "costs.xlsx", window.letters, font_size=14)
    (field,) = window.seen(Kind.FIELD)
    assert near(field.box, 20, 40, width, 36)


def test_two_arrows_in_one_frame_make_a_spinner(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    window.frame(100, 40, 300, 50, "1")
    for tip, base in ((54, 60), (76, 70)):
        window.pen.polygon(((380, base), (386, tip), (392, base)), window.letters)
    (spinner,) = window.seen(Kind.SPINNER)
    assert near(spinner.box, 100, 40, 300, 50)


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("size", [12, 13, 16, 20])
def test_the_ring_of_a_small_radio_button_is_no_mark_in_it(size: int, on: bool) -> None:
    large = Image.new("L", (40 * 8, 40 * 8), 255)
    pen, side = ImageDraw.Draw(large), 8 * size
    pen.ellipse((64, 64, 64 + side, 64 + side), outline=118, width=8)
    if on:
        pen.ellipse((64 + side // 4, 64 + side // 4, 64 + 3 * side // 4, 64 + 3 * side // 4), fill=60)
    image = Image.new("RGB", (200, 100), "white")
    image.paste(large.resize((40, 40), Image.Resampling.BOX), (50, 30))
    (radio,) = [e for e in OutlinedControls().find(as_pixels(image), Event()) if e.kind is Kind.RADIO]
    assert radio.checked is on


def test_boxes_to_tick_are_seen_with_their_state(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    window.frame(100, 40, 16, 16)
    window.frame(100, 80, 16, 16)
    window.pen.line((104, 88, 107, 92, 112, 84), window.letters, 2)
    assert [(e.checked, round(e.box.y1, -1)) for e in window.seen(Kind.CHECKBOX)] == [(False, 40), (True, 80)]


def test_round_ones_are_radio_buttons(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    for y in (40, 80):
        window.pen.ellipse((100, y, 117, y + 17), window.base, window.line)
    window.pen.ellipse((105, 85, 112, 92), window.letters)
    assert [e.checked for e in window.seen(Kind.RADIO)] == [False, True]


def test_an_arrow_at_the_end_makes_a_drop_down_and_two_signs_a_spinner(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    window.frame(100, 40, 240, 28, "Red")
    window.pen.polygon([(318, 50), (328, 50), (323, 56)], window.letters)
    window.frame(100, 100, 240, 30, "7")
    window.pen.line((286, 115, 296, 115), window.letters, 2)
    window.pen.line((318, 115, 328, 115), window.letters, 2)
    window.pen.line((323, 110, 323, 120), window.letters, 2)
    assert [near(e.box, 100, 40, 240, 28) for e in window.seen(Kind.DROPDOWN)] == [True]
    assert [near(e.box, 100, 100, 240, 30) for e in window.seen(Kind.SPINNER)] == [True]


def test_a_caret_parts_no_field(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    window.frame(100, 40, 240, 28, "Ada")
    window.pen.line((136, 44, 136, 62), window.letters)
    assert [near(e.box, 100, 40, 240, 28) for e in window.seen(Kind.FIELD)] == [True]


def test_a_letter_beside_a_field_is_no_arrow_of_it(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    window.frame(100, 40, 240, 28)
    window.pen.rectangle((346, 48, 360, 60), window.ground, window.letters)
    assert [near(e.box, 100, 40, 240, 28) for e in window.seen(Kind.FIELD)] == [True]


def test_a_groove_with_a_handle_is_a_slider(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    window.frame(100, 60, 200, 5)
    window.pen.ellipse((180, 53, 197, 70), window.base, window.line)
    (slider,) = window.seen(Kind.SLIDER)
    assert near(slider.box, 100, 53, 200, 18)


def test_a_groove_with_a_handle_may_stand_upright(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    window.pen.rounded_rectangle((106, 60, 126, 260), 4, window.base, window.line)
    window.frame(101, 190, 31, 28)
    (slider,) = window.seen(Kind.SLIDER)
    assert near(slider.box, 101, 60, 31, 201)


def test_two_arrows_in_one_frame_at_the_end_make_a_spinner(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    window.frame(100, 40, 240, 40, "7")
    window.frame(310, 40, 30, 40)
    window.pen.polygon((325, 47, 319, 54, 331, 54), window.letters)
    window.pen.polygon((325, 72, 319, 65, 331, 65), window.letters)
    assert [round(e.box.x1, -1) for e in window.seen(Kind.SPINNER)] == [100]


def test_a_key_as_high_as_wide_is_a_button(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    window.frame(100, 100, 120, 120)
    window.pen.text((160, 160), "Go\non", window.letters, font_size=20, anchor="mm")
    (button,) = window.seen(Kind.BUTTON)
    assert near(button.box, 100, 100, 120, 120)


def test_a_card_that_holds_a_button_is_none(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    window.frame(100, 60, 200, 200)
    window.pen.text((170, 110), "Sure?", window.letters, font_size=20)
    window.frame(160, 190, 80, 30, "Yes", at=26)
    assert [round(e.box.x1, -1) for e in window.seen(Kind.BUTTON)] == [160]


def test_a_grip_in_the_corner_makes_a_text_area(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    window.frame(100, 60, 260, 140)
    for y in (70, 100, 130):
        window.pen.text((108, y), "written here", window.letters, font_size=18)
    window.pen.line((340, 194, 354, 180), window.letters, 2)
    window.pen.line((347, 194, 354, 187), window.letters, 2)
    (area,) = window.seen(Kind.FIELD)
    assert near(area.box, 100, 60, 260, 140)


def test_a_framed_text_without_a_grip_is_no_field(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    window.frame(100, 60, 260, 140)
    for y in (70, 100, 130, 165):
        window.pen.text((108, y), "written here for you", window.letters, font_size=18)
    assert not window.seen(Kind.FIELD)


def test_a_sign_at_each_end_of_a_bar_makes_it_no_button() -> None:
    window = Window(LOOKS["light"])
    window.pen.rectangle((20, 40, 460, 90), "#b03030", "#801010")
    for x in (40, 420):
        window.pen.rectangle((x, 55, x + 20, 75), "#ffffff")
    assert not window.seen(Kind.BUTTON)


def test_frames_that_touch_each_other_are_the_cells_of_a_table_and_no_fields(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    for row in range(3):
        for column in range(3):
            window.frame(100 + 99 * column, 40 + 27 * row, 100, 28, str(row))
    assert len(window.seen(Kind.CELL)) == 9
    assert not window.seen(Kind.FIELD)


def test_a_bar_over_the_whole_window_is_no_control(look: tuple[str, str, str, str]) -> None:
    window = Window(look)
    window.frame(0, 0, 700, 40, "Title")
    assert not OutlinedControls().find(as_pixels(window.image), Event())


def test_letters_of_a_sentence_are_no_boxes_to_tick() -> None:
    image = Image.new("RGB", (700, 200), "white")
    write(image, "Good book on cooking, 2008", 20, 40, 30)
    pixels = as_pixels(image)
    found = without_letters(pixels, OutlinedControls().find(pixels, Event()), [PixelBox(16, 40, 420, 84)])
    assert not [e for e in found if e.kind in {Kind.CHECKBOX, Kind.RADIO}]


def test_what_both_see_has_the_outlines_box_and_the_nets_kind_and_state() -> None:
    outlined = control(Kind.FIELD, 0, 0)
    seen = replace(control(Kind.DROPDOWN, 3, 2, 116, 25), score=0.9, focused=True)
    assert joined([seen], [outlined]) == [replace(seen, box=outlined.box, score=1.0)]


def test_what_the_net_sees_alone_has_to_be_sure() -> None:
    sure, doubtful = (replace(control(Kind.TAB, x, 0), score=score) for x, score in ((0, 0.9), (200, 0.5)))
    assert joined([sure, doubtful], []) == [sure]


def test_a_groove_with_a_handle_stays_a_slider_where_it_is_taken_for_a_field() -> None:
    field, slider = (
        replace(control(kind, 0, 0), score=score) for kind, score in ((Kind.FIELD, 0.82), (Kind.SLIDER, 0.4))
    )
    assert joined([field], [slider])[0].kind is Kind.SLIDER
    assert joined([replace(field, score=0.9)], [slider])[0].kind is Kind.FIELD

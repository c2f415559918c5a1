"""What the way words are drawn tells: gaps, links, hints of empty fields."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw, ImageFont

from model.sight.element import Element, Kind
from model.sight.layout.links import mark_links
from model.sight.layout.placeholders import hints_as_labels
from model.sight.layout.words import apart, cut_at, is_drawing, without_days, without_letters
from model.sight.ocr import as_pixels
from model.sight.text_line import PixelBox, TextLine
from tests.model.sight.elements import control
from tests.model.sight.screens import CJK_FONT, blank

WHITE, DARK = "white", "#20242a"


def written(image: Image.Image, words: Sequence[str], gap: int, size: int = 16, fill: str = "black") -> TextLine:
    """Write words with a gap between, and return the line as OCR would read it: with a space only inside of a word."""
    pen, font = ImageDraw.Draw(image), ImageFont.truetype(CJK_FONT, size)
    x, centres = 20.0, list[float]()
    for word in words:
        for place in range(len(word)):
            left, right = x + pen.textlength(word[:place], font), x + pen.textlength(word[: place + 1], font)
            centres.append((left + right) / 2)
        pen.text((x, 10), word, fill, font)
        x += pen.textlength(word, font) + gap
    return TextLine("".join(words), PixelBox(17, 10, x - gap + 3, 10 + 1.5 * size), 1.0, tuple(centres))


def parted(words: Sequence[str], gap: int, size: int = 16) -> list[str]:
    image = blank((900, 80))
    line = written(image, words, gap, size)
    return [part.text for part in apart(as_pixels(image), line)]


@pytest.mark.parametrize("size", [12, 16, 24, 32])
def test_menus_are_parted_and_words_of_one_name_are_not(size: int) -> None:
    assert parted(["File", "Save As", "帮助"], gap=size, size=size) == ["File", "Save As", "帮助"]


def test_a_space_that_was_lost_in_reading_is_put_back() -> None:
    assert parted(["Save", "As"], gap=6) == ["Save As"]


def test_a_mark_of_chinese_explains_a_gap() -> None:
    assert parted(["请填写：", "姓名"], gap=8) == ["请填写：姓名"]


def test_the_parts_stand_where_their_words_do() -> None:
    image = blank((900, 80))
    line = written(image, ["File", "Edit"], gap=20)
    first, second = apart(as_pixels(image), line)
    assert first.box.x2 <= second.box.x1
    assert second.box.x1 <= second.centres[0] <= second.box.x2


def test_a_line_is_cut_at_the_sides_of_what_it_runs_through_and_not_where_it_only_touches() -> None:
    line, button = PixelBox(0, 0, 300, 20), PixelBox(100, -4, 200, 24)
    assert [(piece.x1, piece.x2) for piece in cut_at(line, [button])] == [(0, 100), (100, 200), (200, 300)]
    assert cut_at(line, [PixelBox(296, -4, 400, 24), PixelBox(100, 30, 200, 60)]) == [line]


def read(text: str, box: PixelBox, score: float = 0.99) -> TextLine:
    return TextLine(text, box, score, tuple(box.x1 for _ in text))


def test_a_number_in_a_frame_is_text_and_its_frame_no_box_to_tick() -> None:
    day, tick = control(Kind.CHECKBOX, 0, 0, 44, 34), control(Kind.CHECKBOX, 100, 0, 16, 16)
    lines = [read("11", PixelBox(14, 4, 42, 30)), read("V", PixelBox(101, 1, 115, 15))]
    assert not is_drawing(lines[0], [day])
    assert without_days([day, tick], lines) == [tick]


def test_what_is_read_of_a_tick_with_doubt_is_no_text() -> None:
    assert is_drawing(read("Ll", PixelBox(1, 1, 15, 15), score=0.6), [control(Kind.CHECKBOX, 0, 0, 16, 16)])


def test_a_tick_is_no_text_and_the_ring_of_a_letter_no_box_to_tick() -> None:
    box = control(Kind.CHECKBOX, 0, 0, 16, 16)
    assert is_drawing(read("V", PixelBox(1, 1, 15, 15)), [box])
    assert not is_drawing(read("Remember me", PixelBox(-5, 0, 300, 20)), [box])
    pixels = as_pixels(Image.new("RGB", (200, 40), "white"))
    assert without_letters(pixels, [box], [PixelBox(0, -2, 200, 20)]) == [box]
    assert without_letters(pixels, [box], [PixelBox(0, -20, 200, 40)]) == []
    pixels[4:12, 20:24] = 0
    assert without_letters(pixels, [box], [PixelBox(0, -2, 200, 26)]) == [box]
    pixels[4:12, 18:22] = 0
    assert without_letters(pixels, [box], [PixelBox(0, -2, 200, 26)]) == []


def test_a_high_letter_reaches_over_to_the_ring_of_a_low_one() -> None:
    ring = control(Kind.RADIO, 20, 10, 12, 12)
    pixels = as_pixels(Image.new("RGB", (200, 40), "white"))
    pixels[2:22, 12:14] = pixels[2:4, 6:20] = 0
    assert without_letters(pixels, [ring], [PixelBox(4, 0, 200, 26)]) == []


def test_a_doubtful_ring_close_behind_letters_is_one_of_them_and_a_sure_one_is_not() -> None:
    ring = control(Kind.RADIO, 60, 10, 12, 12)
    pixels = as_pixels(Image.new("RGB", (200, 40), "white"))
    pixels[6:22, 40:56] = 0
    line = PixelBox(30, 2, 74, 26)
    assert without_letters(pixels, [replace(ring, score=0.4)], [line]) == []
    assert without_letters(pixels, [replace(ring, score=0.7)], [line])


def drawn(image: Image.Image, words: str, y: int, fill: str, underlined: bool = False) -> Element:
    pen, font = ImageDraw.Draw(image), ImageFont.truetype(CJK_FONT, 16)
    pen.text((20, y), words, fill, font)
    end = 20 + pen.textlength(words, font)
    if underlined:
        pen.line((20, y + 21, end, y + 21), fill)
    return Element(Kind.TEXT, PixelBox(18, y, end + 2, y + 26), text=words)


@pytest.mark.parametrize(("background", "plain", "link"), [(WHITE, "#202020", "#0645ad"), (DARK, "#dddddd", "#4d9fff")])
def test_blue_words_and_underlined_ones_are_links(background: str, plain: str, link: str) -> None:
    image = Image.new("RGB", (400, 200), background)
    texts = [
        drawn(image, "Some words", 10, plain), drawn(image, "More of them", 40, plain),
        drawn(image, "About us", 80, link), drawn(image, "Imprint", 120, plain, underlined=True),
        drawn(image, "Wrong password", 160, "#c00000"),
    ]  # fmt: skip
    marked = mark_links(as_pixels(image), texts)
    assert [e.text for e in marked if e.kind is Kind.LINK] == ["About us", "Imprint"]


def test_on_a_page_of_blue_words_these_are_no_links() -> None:
    image = blank((400, 200))
    texts = [drawn(image, words, 40 * place, "#0000c0") for place, words in enumerate(("One", "Two", "Three"))]
    assert all(e.kind is Kind.TEXT for e in mark_links(as_pixels(image), texts))


@pytest.mark.parametrize(("background", "plain", "faint"), [(WHITE, "black", "#a0a0a0"), (DARK, "white", "#7a7f88")])
def test_faint_words_in_a_field_are_its_hint_and_not_its_text(background: str, plain: str, faint: str) -> None:
    image = Image.new("RGB", (400, 200), background)
    words = [drawn(image, words, y, plain) for words, y in (("Title", 5), ("Author", 35), ("Ada", 65))]
    hint = drawn(image, "Postal code", 120, faint)
    filled, empty = (Element(Kind.FIELD, word.box.grown(4), text=word.text) for word in (words[-1], hint))
    seen = hints_as_labels(as_pixels(image), [filled, empty], [*words, hint])
    assert [(e.text, e.label) for e in seen] == [("Ada", ""), ("", "Postal code")]

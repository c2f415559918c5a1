"""What shows that a text was typed, on lines as they are read and in fields as they are drawn."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from model.reader.evidence import holds_something, is_secret, is_short, is_typed, reads_like, reads_part
from model.reader.statement import Said
from model.sight.text_line import PixelBox
from tests.model.sight.screens import blank, line, write

FIELD = PixelBox(100, 100, 300, 130)
NOTHING = Said()


def field(text: str = "", *, caret: bool = False) -> Image.Image:
    image = blank((400, 200))
    draw = ImageDraw.Draw(image)
    draw.rectangle((100, 100, 299, 129), outline="#777777", width=2)
    if caret:
        draw.line((106, 106, 106, 124), fill="black")
    write(image, text, 108, 102)
    return image


@pytest.mark.parametrize(
    ("text", "read"), [("Hello 会议", "Hello会议"), ("12.5*8", "12.5 x 8"), ("Zoë", "ZOË"), ("物业管理处", "亚管理处")]
)
def test_a_text_that_is_read_was_typed(text: str, read: str) -> None:
    assert is_typed(text, [line("File Edit"), line(read, 0, 60)], NOTHING)


def test_a_text_over_several_lines_was_typed() -> None:
    assert is_typed("one two three four", [line("one two"), line("three four", 0, 30)], NOTHING)


@pytest.mark.parametrize("read", ["It is a truth universally acknow", "in want of a wife."])
def test_a_narrow_field_shows_one_end_of_a_text(read: str) -> None:
    text = "It is a truth universally acknowledged, that a single man must be in want of a wife."
    assert is_typed(text, [line("File Edit"), line(read, 0, 60)], NOTHING)


def test_a_text_that_stands_nowhere_was_not_typed() -> None:
    assert not is_typed("write a poem", [line("File Edit View"), line("Open...", 0, 60)], NOTHING)


def test_a_word_of_a_text_is_not_the_text() -> None:
    assert not is_typed("Edit my poem about autumn", [line("Edit")], NOTHING)


def test_the_goal_on_the_screen_is_no_evidence() -> None:
    said = Said('Enter "Tora" into the text field', ("Tora",))
    assert not is_typed("Tora", [line('Enter "Tora" into the text field')], said)


def test_dots_hide_a_password() -> None:
    assert is_typed("hunter2", [line("Password:"), line("•••••••", 0, 60)], NOTHING)


def test_marks_alone_are_not_looked_for() -> None:
    assert is_typed("+ -", [], NOTHING)


def test_a_text_of_a_letter_or_two_is_short() -> None:
    assert all(is_short(text) for text in ("8", "a-1"))
    assert not any(is_short(text) for text in ("abc", "+"))


def test_secrets_are_known_by_their_placeholder() -> None:
    assert is_secret("{{secret:MAIL}}")
    assert not is_secret("a secret: none")


def test_a_field_holds_what_is_written_in_it() -> None:
    assert holds_something(np.asarray(field("7")), FIELD)


@pytest.mark.parametrize("caret", [False, True])
def test_an_empty_field_holds_nothing(caret: bool) -> None:
    assert not holds_something(np.asarray(field(caret=caret)), FIELD)


def test_the_round_corners_of_an_empty_field_are_nothing_in_it() -> None:
    image = blank((400, 200))
    ImageDraw.Draw(image).rounded_rectangle((100, 100, 299, 135), 9, outline="#3584e4", width=3)
    assert not holds_something(np.asarray(image), PixelBox(100, 100, 300, 136))


def test_a_field_reads_a_text_but_for_slips_and_what_has_no_room() -> None:
    assert reads_like("letter-2.txt", [line("letter-.txt")])
    assert reads_like("the quick brown fox jumps over the lazy dog", [line("the quick brown f")])
    assert not reads_like("Bengali", [line("Religion Hinduism")])
    assert not reads_like("letter-2.txt", [line("le")])


def test_a_field_without_a_frame_may_hold_a_part_of_a_text_alone() -> None:
    assert reads_part("In purus odio.", [line("purus")])
    assert not reads_part("In purus odio.", [line("purus 7")])
    assert not reads_part("In purus odio.", [])

"""A place is moved onto the text that the answer names, read by the real OCR from drawn screens."""

from collections.abc import Iterator
from threading import Event

import pytest
from PIL import Image, ImageDraw

from actions.schema import Action, Box, Click, Drag, TypeText
from agent.grounding.snap import named
from model.base import GenerationStopped
from model.sight.ocr import Ocr
from tests.agent.grounding.asking import action_of, answer, click_at, said
from tests.fakes import FakeModel
from tests.model.sight.screens import blank, write


@pytest.fixture(scope="module")
def ocr() -> Iterator[Ocr]:
    ocr = Ocr()
    yield ocr
    ocr.close()


@pytest.fixture
def screen() -> Image.Image:
    """A thousand pixels square: two flat texts, and a button with its text; another far below."""
    image = blank()
    write(image, "Preferences", 200, 200)
    write(image, "Bookmarks", 200, 260)
    button(image, "保存文件", 400, 400)
    button(image, "Bookmarks", 400, 900)
    return image


def button(image: Image.Image, label: str, x: int, y: int) -> None:
    ImageDraw.Draw(image).rectangle((x, y, x + 120, y + 40), fill=(225, 225, 225), outline="black")
    write(image, label, x + 20, y + 8)


def snapped(ocr: Ocr, image: Image.Image, reason: str, action: Action) -> Action:
    return action_of(answer(FakeModel(said(action, reason=reason)), "snap", image, ocr=ocr))


def place(action: Action) -> tuple[float, float]:
    assert isinstance(action, Click)
    return action.box_2d.centre


@pytest.mark.parametrize(
    "reason",
    ['I press "Preferences".', "I press 'Preferences' now.", "It's the `preferences` entry.", "点击「Preferences」。"],
)
def test_a_near_miss_is_moved_onto_the_named_text(ocr: Ocr, screen: Image.Image, reason: str) -> None:
    x, y = place(snapped(ocr, screen, reason, click_at(240, 235)))
    assert x == pytest.approx(245, abs=12)
    assert y == pytest.approx(212, abs=8)


def test_chinese_is_read_and_a_miss_outside_its_button_moved(ocr: Ocr, screen: Image.Image) -> None:
    x, y = place(snapped(ocr, screen, "点击“保存文件”按钮。", click_at(460, 380)))
    assert 400 < x < 520
    assert 400 < y < 440


@pytest.mark.parametrize(
    ("reason", "x", "y"),
    [
        ("I press Preferences.", 240, 235),  # no quotation
        ('I press "Print".', 240, 235),  # it is nowhere
        ('I press "Preferences".', 240, 320),  # it is too far
        ('"Preferences" or "Bookmarks"?', 240, 240),  # both are here
        ('I press "Preferences".', 240, 212),  # it stands on it
        ('I press "保存文件".', 405, 437),  # in the corner of its button
    ],
)
def test_it_stays_where_nothing_is_clear_to_be_better(
    ocr: Ocr, screen: Image.Image, reason: str, x: int, y: int
) -> None:
    model = FakeModel(said(click_at(x, y), reason=reason))
    reply = answer(model, "snap", screen, ocr=ocr)
    assert action_of(reply) == click_at(x, y)
    assert (reply.grounding.calls, reply.grounding.first, reply.grounding.note) == (1, None, "")


def test_a_text_that_is_read_twice_is_not_clear(ocr: Ocr) -> None:
    image = blank()
    write(image, "Open", 200, 200)
    write(image, "Open", 200, 260)
    assert place(snapped(ocr, image, 'I press "Open".', click_at(210, 240))) == (210, 240)


def test_a_field_beside_its_label_is_what_is_meant(ocr: Ocr) -> None:
    image = blank()
    write(image, "Name:", 200, 208)
    ImageDraw.Draw(image).rectangle((260, 200, 460, 235), outline="black")
    assert place(snapped(ocr, image, 'I click the field "Name:".', click_at(300, 218))) == (300, 218)


def test_from_a_neighbouring_button_it_is_moved_to_the_named_one(ocr: Ocr) -> None:
    image = blank()
    button(image, "Cancel", 400, 400)
    button(image, "Apply", 530, 400)
    x, _ = place(snapped(ocr, image, 'I press the "Apply" button.', click_at(500, 420)))
    assert 540 < x < 640


def test_a_text_that_is_cut_where_reading_ends_is_not_taken_for_a_shorter_one(ocr: Ocr) -> None:
    image = blank()
    write(image, "Save All The Files", 200, 200)
    for x in range(20, 60, 8):  # reading ends within the text, at another letter each time
        assert place(snapped(ocr, image, 'I press "Save".', click_at(x, 210))) == (x, 210)


def test_a_part_of_a_longer_text_is_another_entry(ocr: Ocr) -> None:
    image = blank()
    write(image, "Save As...", 200, 200)
    assert place(snapped(ocr, image, 'I press "Save".', click_at(230, 240))) == (230, 240)


@pytest.mark.parametrize(("name", "middle"), [("File", 336), ("Edit", 372), ("Search", 420)])
def test_an_entry_of_a_menu_bar_is_a_label_though_the_bar_is_read_as_one_line(ocr: Ocr, name: str, middle: int) -> None:
    image = Image.new("RGB", (1280, 800), "black")
    ImageDraw.Draw(image).rectangle((320, 166, 960, 500), fill=(245, 245, 245), outline=(90, 90, 90))
    for label, x in (("File", 326), ("Edit", 360), ("Search", 396), ("View", 452), ("Document", 492), ("Help", 580)):
        write(image, label, x, 168, points=13)
    moved = place(snapped(ocr, image, f'I open the "{name}" menu.', click_at((middle + 12) / 1.28, 214 / 0.8)))
    assert abs(moved[0] * 1.28 - middle) < 14
    assert 166 < moved[1] * 0.8 < 190


def test_from_a_neighbouring_entry_of_a_bar_it_is_moved_to_the_named_one(ocr: Ocr) -> None:
    image = blank()
    ImageDraw.Draw(image).rectangle((100, 166, 600, 190), fill=(225, 225, 225), outline="black")
    for label, x in (("File", 106), ("Edit", 140), ("Search", 176)):
        write(image, label, x, 168, points=13)
    assert place(snapped(ocr, image, 'I open "File".', click_at(152, 178)))[0] == pytest.approx(116, abs=10)


@pytest.mark.parametrize(
    "action", [TypeText(text="a", box_2d=Box.at(240, 235)), Drag(box_2d=Box.at(240, 235), to_box_2d=Box.at(1, 1))]
)
def test_only_presses_are_moved(ocr: Ocr, screen: Image.Image, action: Action) -> None:
    assert snapped(ocr, screen, 'At "Preferences".', action) == action


def test_reading_counts_as_time(ocr: Ocr, screen: Image.Image) -> None:
    reply = answer(FakeModel(said(click_at(240, 235), reason='"Preferences"')), "snap", screen, ocr=ocr)
    assert reply.seconds > 0


def test_a_stop_ends_the_reading(ocr: Ocr) -> None:
    stop, image = Event(), blank()
    write(image, "Something new", 200, 200)
    with pytest.raises(GenerationStopped):
        answer(
            FakeModel(said(click_at(240, 235), reason='"Something new"')),
            "snap",
            image,
            ocr=ocr,
            stop=stop,
            on_text=lambda _text: stop.set(),
        )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('"Save As..." then "Open"', ["Save As...", "Open"]),
        ("“保存”和「打开」与『关闭』", ["保存", "打开", "关闭"]),
        ("It's the user's 'File' menu", ["File"]),
        ('"Save" and again "Save"', ["Save"]),
        ("nothing", []),
        ('"', []),
        ('""', []),
        ('"' + "x" * 61 + '"', []),
        ('"a\nb"', []),
    ],
)
def test_what_is_named_stands_in_quotation_marks(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_naming_takes_no_time_on_hostile_text() -> None:
    assert named('"' * 100_001) == []
    assert named("'a" * 100_000) == []

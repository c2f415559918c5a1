"""Where one may write without a field, on drawn windows."""

from PIL import Image, ImageDraw

from model.reader.finding.looks.pages import page_to_write_on, room_at_end
from model.sight.element import Kind
from model.sight.text_line import PixelBox
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import line

PAGE = (200, 260, 800, 700)


def window(page: str = "white", desktop: str = "black") -> Image.Image:
    image = Image.new("RGB", (1000, 1000), desktop)
    draw = ImageDraw.Draw(image)
    draw.rectangle((198, 220, 802, 720), fill="#dddddd")
    draw.rectangle(PAGE, fill=page)
    return image


def test_the_end_of_the_page_below_a_menu_bar_is_written_on() -> None:
    page = page_to_write_on(scene(at(Kind.MENU, 210, 225, "File"), image=window()))
    assert page is not None
    assert PixelBox(200, 600, 801, 701).contains(room_at_end(page))


def test_a_dark_page_with_some_text_is_one() -> None:
    image = window("#222222", "white")
    ImageDraw.Draw(image).text((210, 270), "Dear all, this is what I wrote.", fill="white")
    assert page_to_write_on(scene(at(Kind.MENU, 210, 225, "File"), image=image))


def test_without_a_window_there_is_none() -> None:
    assert page_to_write_on(scene(image=window(), lines=[line("File", 210, 225)])) is None


def test_a_desktop_is_no_page() -> None:
    image = Image.new("RGB", (1000, 1000), "navy")
    assert page_to_write_on(scene(at(Kind.MENU, 210, 985, "File"), image=image)) is None

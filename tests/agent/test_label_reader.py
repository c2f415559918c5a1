"""Reading labels off small parts of screenshots, by the real OCR."""

from collections.abc import Iterator

import pytest
from PIL import Image, ImageDraw, ImageFont

from actions.labels import committing
from agent.control import RunControl
from agent.errors import Stopped
from agent.label_reader import LabelReader

FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"


@pytest.fixture
def control() -> RunControl:
    return RunControl()


@pytest.fixture
def read(control: RunControl) -> Iterator[LabelReader]:
    reader = LabelReader(control)
    yield reader
    reader.close()


def button(label: str) -> Image.Image:
    image = Image.new("RGB", (320, 96), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((110, 30, 210, 66), fill=(235, 235, 235), outline=(170, 170, 170))
    draw.text((160, 48), label, fill=(40, 40, 40), anchor="mm", font=ImageFont.truetype(FONT, 14))
    return image


@pytest.mark.parametrize("label", ["Send", "删除"])
def test_a_buttons_label_is_read_as_the_policy_knows_it(read: LabelReader, label: str) -> None:
    lines = read(button(label))
    assert committing().find([line.text for line in lines]) == label
    assert lines[0].box.distance_to((160, 48)) == 0


def test_one_colour_says_nothing_and_costs_nothing(read: LabelReader, control: RunControl) -> None:
    control.stop()  # reading would raise
    assert read(Image.new("RGB", (320, 96), "white")) == ()


def test_a_stop_ends_the_reading(read: LabelReader, control: RunControl) -> None:
    control.stop()
    with pytest.raises(Stopped):
        read(button("Send"))

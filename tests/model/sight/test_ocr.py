"""Reading what changed and only that, on a counting engine; stop; and the real models on drawn text."""

import threading
import time
from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from PIL import Image

from model.base import GenerationStopped
from model.sight.engine import Pixels, ReadingInterruptedError, Recognition
from model.sight.ocr import Ocr
from model.sight.text_line import PixelBox
from tests.model.sight.screens import blank, write

ROW, INK = 100, 40


class StripeEngine:
    """Takes each dark stripe, 40 px high at every 100 px, for a line, and its darkness for the text."""

    def __init__(self) -> None:
        self.areas: list[tuple[int, ...]] = []
        self.read = 0
        self.before_reading = threading.Event()
        self.before_reading.set()
        self.interrupted = False

    def interrupt(self) -> None:
        self.interrupted = True
        self.before_reading.set()

    def detect(self, image: Pixels) -> list[PixelBox]:
        self.areas.append(image.shape[:2])
        dark = np.asarray((image[:, :, 0] < 255).any(axis=1))
        tops = [y for y in range(len(dark)) if dark[y] and (y == 0 or not dark[y - 1])]
        return [PixelBox(0, y, image.shape[1], y + INK) for y in tops]

    def recognise(self, crops: Sequence[Pixels]) -> list[Recognition]:
        self.before_reading.wait(5)
        if self.interrupted:
            self.interrupted = False
            raise ReadingInterruptedError
        self.read += len(crops)
        return [Recognition(str(crop[0, 0, 0]), 1.0, (0.25, 0.5, 0.75)) for crop in crops]


def stripes(*shades: int) -> Image.Image:
    image = blank((200, ROW * len(shades)))
    for place, shade in enumerate(shades):
        image.paste((shade,) * 3, (0, place * ROW, 200, place * ROW + INK))
    return image


@pytest.fixture
def engine() -> StripeEngine:
    return StripeEngine()


@pytest.fixture
def ocr(engine: StripeEngine) -> Iterator[Ocr]:
    ocr = Ocr(lambda: engine)
    yield ocr
    ocr.close()


def test_lines_are_read_with_their_places(ocr: Ocr) -> None:
    first, second = ocr.read(stripes(10, 20))
    assert (first.text, first.box, first.centres) == ("10", PixelBox(0, 0, 200, 40), (50, 100, 150))
    assert (second.text, second.box) == ("20", PixelBox(0, 100, 200, 140))


def test_an_unchanged_screen_is_not_looked_at_again(ocr: Ocr, engine: StripeEngine) -> None:
    assert ocr.read(stripes(10, 20)) == ocr.read(stripes(10, 20))
    assert len(engine.areas) == 1


def test_only_the_changed_part_is_looked_at_again(ocr: Ocr, engine: StripeEngine) -> None:
    ocr.read(stripes(10, 20, 30, 40, 50))
    lines = ocr.read(stripes(10, 20, 99, 40, 50))
    assert [line.text for line in lines] == ["10", "20", "99", "40", "50"]
    assert engine.areas[1][0] < 2 * ROW
    assert engine.read == 6


def test_changes_far_apart_are_looked_at_one_by_one(ocr: Ocr, engine: StripeEngine) -> None:
    ocr.read(stripes(10, 20, 30, 40, 50))
    lines = ocr.read(stripes(11, 20, 30, 40, 51))
    assert [line.text for line in lines] == ["11", "20", "30", "40", "51"]
    assert [rows for rows, _ in engine.areas[1:]] == [INK + 32, INK + 64]


def test_a_line_that_a_change_cuts_through_is_read_as_a_whole(ocr: Ocr) -> None:
    ocr.read(stripes(10, 20))
    changed = stripes(10, 20)
    changed.paste((77,) * 3, (0, ROW + INK // 2, 9, ROW + INK))
    assert ocr.read(changed)[1].box == PixelBox(0, ROW, 200, ROW + INK)


def test_text_that_went_away_is_forgotten(ocr: Ocr) -> None:
    ocr.read(stripes(10, 20))
    assert [line.text for line in ocr.read(stripes(10, 255))] == ["10"]


def test_known_lines_are_not_read_again_wherever_they_stand(ocr: Ocr, engine: StripeEngine) -> None:
    ocr.read(stripes(10, 20))
    ocr.read(stripes(20, 10))
    assert engine.read == 2


def test_another_size_is_a_new_screen(ocr: Ocr) -> None:
    ocr.read(stripes(10, 20))
    assert [line.text for line in ocr.read(stripes(10))] == ["10"]


def test_stop_leaves_at_once_and_the_next_read_is_right(ocr: Ocr, engine: StripeEngine) -> None:
    engine.before_reading.clear()
    stop = threading.Event()
    threading.Timer(0.05, stop.set).start()
    started = time.monotonic()
    with pytest.raises(GenerationStopped):
        ocr.read(stripes(10, 20), stop)
    assert time.monotonic() - started < 1
    engine.before_reading.set()
    assert [line.text for line in ocr.read(stripes(10, 20))] == ["10", "20"]


def test_real_text_in_english_and_chinese_is_read_with_its_place() -> None:
    image = blank((640, 160))
    write(image, "File  Edit  Search", 20, 20)
    write(image, "会议纪要 Budget: 42", 200, 90)
    ocr = Ocr()
    first, second = ocr.read(image)
    ocr.close()
    assert first.text.split() == ["File", "Edit", "Search"]
    assert second.text.replace(" ", "") == "会议纪要Budget:42"
    assert first.part(6, 10).x1 == pytest.approx(64, abs=8)
    assert second.box.x1 == pytest.approx(200, abs=8)


def test_an_empty_screen_reads_as_nothing() -> None:
    ocr = Ocr()
    assert ocr.read(blank((320, 160))) == []
    ocr.close()

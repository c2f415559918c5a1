"""Reading what changed and only that, on a counting engine; stop; and the real models on drawn text."""

import threading
import time

import pytest

from model.base import GenerationStopped
from model.sight.ocr import Ocr
from model.sight.text_line import PixelBox
from tests.model.sight.screens import blank, write
from tests.model.sight.stripes import INK, ROW, StripeEngine, stripes


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

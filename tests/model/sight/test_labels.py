"""What is written on controls, where lines are known from before and reach beyond what is asked about."""

import threading

import pytest

from model.sight.labels import lines_in
from model.sight.ocr import Ocr, as_pixels
from model.sight.text_line import PixelBox
from tests.model.sight.stripes import INK, ROW, StripeEngine, stripes

SCREEN = as_pixels(stripes(10, 20))


@pytest.mark.parametrize("seen", [1, 2, 7])
def test_a_line_that_reaches_in_by_an_edge_is_none(ocr: Ocr, engine: StripeEngine, seen: int) -> None:
    ocr.read(stripes(10, 20))
    area = PixelBox(0, INK - seen, 200, ROW + INK)
    assert [line.text for line in lines_in(ocr, SCREEN, area, threading.Event())] == ["20"]
    assert engine.read == 2


@pytest.mark.parametrize("seen", [8, INK // 3, INK])
def test_a_part_that_may_hold_a_word_is_read(ocr: Ocr, seen: int) -> None:
    ocr.read(stripes(10, 20))  # a detector's box may be around two words above each other
    area = PixelBox(0, INK - seen, 200, ROW + INK)
    assert [line.text for line in lines_in(ocr, SCREEN, area, threading.Event())] == ["10", "20"]

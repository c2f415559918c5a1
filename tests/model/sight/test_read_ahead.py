"""Reading a screen before anybody asks: what is known then, and that it gives way."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from model.base import ModelError
from model.sight.ocr import Ocr, as_pixels
from model.sight.read_ahead import ReadAhead
from model.sight.text_line import PixelBox
from tests.model.sight.stripes import ROW, StripeEngine, stripes

SCREEN = as_pixels(stripes(10, 20, 30))


def eventually(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 5
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    return condition()


@pytest.fixture
def ahead(ocr: Ocr) -> Iterator[ReadAhead]:
    ahead = ReadAhead(ocr)
    yield ahead
    ahead.close()


def test_what_was_read_ahead_is_known_when_somebody_asks(ahead: ReadAhead, ocr: Ocr, engine: StripeEngine) -> None:
    ahead.see(SCREEN)
    assert eventually(lambda: engine.read == 3)
    looked = len(engine.areas)
    boxes = ocr.boxes(SCREEN, PixelBox(0, ROW, 200, ROW + 50), threading.Event())
    assert [line.text for line in ocr.read_boxes(SCREEN, boxes, threading.Event())] == ["20"]
    assert (engine.read, len(engine.areas)) == (3, looked)


@pytest.mark.alone
def test_who_asks_comes_first(ahead: ReadAhead, ocr: Ocr, engine: StripeEngine) -> None:
    engine.before_reading.clear()  # reading ahead would wait here for ever
    ahead.see(SCREEN)
    assert eventually(lambda: bool(engine.areas) and ocr.is_reading_ahead)
    engine.areas.clear()
    ocr.boxes(as_pixels(stripes(40)), PixelBox(0, 0, 200, ROW), threading.Event())
    assert engine.areas == [(ROW, 200)]
    assert eventually(lambda: engine.read == 3), "it goes on when nobody asks any more"


def test_the_newest_screen_counts(ahead: ReadAhead, engine: StripeEngine) -> None:
    with ahead.making_way():
        ahead.see(SCREEN)
        ahead.see(as_pixels(stripes(40, 50)))
    assert eventually(lambda: engine.read == 2)


def test_after_closing_nothing_is_read(ahead: ReadAhead, engine: StripeEngine) -> None:
    with ahead.making_way():
        ahead.see(SCREEN)
        ahead.close()
    time.sleep(0.2)
    assert engine.read == 0


def test_missing_models_are_left_to_who_asks() -> None:
    def load() -> StripeEngine:
        raise ModelError("install them")

    ocr = Ocr(load)
    ahead = ReadAhead(ocr)
    ahead.see(SCREEN)
    time.sleep(0.1)
    with pytest.raises(ModelError):
        ocr.boxes(SCREEN, PixelBox(0, 0, 200, ROW), threading.Event())
    ahead.close()
    ocr.close()


def test_the_real_engine_is_interrupted_in_the_middle() -> None:
    ocr = Ocr()
    ocr.boxes(SCREEN, PixelBox(0, 0, 200, 50), threading.Event())  # loads it
    ahead = ReadAhead(ocr)
    ahead.see(as_pixels(stripes(*range(0, 200, 10)).resize((1900, 2000))))
    assert eventually(lambda: ocr.is_reading_ahead)
    started = time.monotonic()
    ocr.boxes(SCREEN, PixelBox(0, 0, 64, 64), threading.Event())
    ahead.close()
    ocr.close()
    assert time.monotonic() - started < 1

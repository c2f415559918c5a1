"""A sight looks at what is new, joins what it found, and obeys a stop."""

from collections.abc import Sequence
from threading import Event

import pytest

from model.base import GenerationStopped
from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.ocr import Ocr
from model.sight.sight import Sight
from model.sight.text_line import PixelBox
from tests.model.sight.screens import blank
from tests.model.sight.stripes import StripeEngine, stripes


class Controls:
    """Finds one button over the first stripe, and counts the looks."""

    def __init__(self) -> None:
        self.looks = 0

    def find(self, pixels: Pixels, stop: Event) -> list[Element]:
        self.looks += 1
        return [Element(Kind.BUTTON, PixelBox(0, 0, pixels.shape[1], 40))]


class Icons:
    """Finds one icon at the top left, where no words stand."""

    def find(
        self, pixels: Pixels, words: Sequence[PixelBox], stop: Event | None = None, controls: Sequence[Element] = ()
    ) -> list[Element]:
        place = PixelBox(5, 60, 25, 80)
        return [] if any(word.overlaps(place) for word in words) else [Element(Kind.ICON, place, name="save")]


def test_words_controls_and_icons_are_joined(ocr: Ocr) -> None:
    seen = Sight(ocr, Controls(), Icons()).see(stripes(0, 90))
    assert [(e.kind, e.text, e.name) for e in seen] == [
        (Kind.BUTTON, "0", ""), (Kind.ICON, "", "save"), (Kind.TEXT, "90", ""),
    ]  # fmt: skip


def test_a_screen_that_was_seen_is_not_looked_at_again(ocr: Ocr, engine: StripeEngine) -> None:
    controls = Controls()
    sight = Sight(ocr, controls)
    assert sight.see(stripes(0, 90)) is sight.see(stripes(0, 90))
    assert (controls.looks, engine.read) == (1, 2)


def test_an_earlier_screen_is_remembered(ocr: Ocr) -> None:
    sight = Sight(ocr, Controls())
    first = sight.see(stripes(0, 90))
    sight.see(stripes(0, 120))
    assert sight.see(stripes(0, 90)) is first


def test_of_a_changed_screen_only_new_words_are_read(ocr: Ocr, engine: StripeEngine) -> None:
    sight = Sight(ocr, Controls())
    sight.see(stripes(0, 90, 60, 30))
    before = engine.read
    assert [e.text for e in sight.see(stripes(0, 90, 60, 100))][-1] == "100"
    assert engine.read == before + 1


def test_an_empty_screen_has_no_elements(ocr: Ocr) -> None:
    assert Sight(ocr).see(blank()) == ()


def test_a_stop_is_obeyed_and_nothing_half_seen_is_kept(ocr: Ocr, engine: StripeEngine) -> None:
    sight, stop = Sight(ocr, Controls()), Event()
    stop.set()
    with pytest.raises(GenerationStopped):
        sight.see(stripes(0, 90), stop)
    engine.interrupted = False
    assert len(sight.see(stripes(0, 90))) == 2

"""Finding controls: the stop is obeyed at once, and what is missing is said in a sentence."""

import threading
from pathlib import Path
from threading import Event

import numpy as np
import pytest

from model.base import GenerationStopped, ModelError
from model.sight.controls import Controls
from model.sight.controls.net import ControlNet
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox
from tests.model.sight.controls.planes import ToldNet, blank

BUTTON = Element(Kind.BUTTON, PixelBox(40, 60, 120, 84))


def test_what_the_net_says_is_found() -> None:
    (found,) = Controls(lambda: ToldNet([BUTTON])).find(blank())
    assert (found.kind, found.box) == (BUTTON.kind, BUTTON.box)
    assert found.score > 0.9


def test_a_stop_that_was_set_before_looks_at_nothing() -> None:
    net, stop = ToldNet(), Event()
    stop.set()
    with pytest.raises(GenerationStopped):
        Controls(lambda: net).find(blank(), stop)
    assert not net.began.is_set()


def test_a_stop_breaks_a_look_off() -> None:
    net, stop = ToldNet(patient=True), Event()

    def press_stop() -> None:
        assert net.began.wait(10)
        stop.set()

    threading.Thread(target=press_stop).start()
    with pytest.raises(GenerationStopped):
        Controls(lambda: net).find(blank(), stop)
    assert net.interrupted.is_set()


def test_a_strip_too_thin_for_a_control_holds_none() -> None:
    assert Controls(lambda: ToldNet([BUTTON])).find(np.zeros((4, 300, 3), np.uint8)) == []


def test_a_missing_net_is_named_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "controls.onnx"
    with pytest.raises(ModelError, match=r"controls\.onnx is missing: install deskhand again, its wheel holds it\."):
        Controls(lambda: ControlNet(file)).find(blank())


def test_the_net_is_loaded_by_the_first_look_and_once() -> None:
    loaded: list[ToldNet] = []

    def load() -> ToldNet:
        loaded.append(ToldNet())
        return loaded[-1]

    controls = Controls(load)
    assert not loaded
    controls.find(blank())
    controls.find(blank())
    assert len(loaded) == 1

"""The real net on onnxruntime: pictures of any size, and a look that is broken off."""

import threading
import time

import numpy as np
import pytest

from model.sight.controls.net import ControlNet
from model.sight.controls.planes import PLANES
from model.sight.engine import ReadingInterruptedError


@pytest.fixture(scope="module")
def net() -> ControlNet:
    return ControlNet()


@pytest.mark.parametrize(("height", "width"), [(8, 8), (33, 95), (128, 64), (101, 203)])
def test_pictures_of_any_size_can_be_looked_at(net: ControlNet, height: int, width: int) -> None:
    planes = net.planes(np.full((height, width, 3), 200, np.uint8))
    assert planes.shape == (sum(PLANES), -(-height // 4), -(-width // 4))


def test_the_same_picture_gives_the_same(net: ControlNet) -> None:
    picture = np.random.default_rng(1).integers(0, 255, (96, 128, 3), np.uint8)
    assert np.array_equal(net.planes(picture), net.planes(picture))


def test_a_look_can_be_broken_off(net: ControlNet) -> None:
    screens = np.zeros((2400, 3200, 3), np.uint8)

    def interrupt() -> None:
        while looking.is_set():
            net.interrupt()
            time.sleep(0.005)

    looking = threading.Event()
    looking.set()
    thread = threading.Thread(target=interrupt)
    thread.start()
    try:
        with pytest.raises(ReadingInterruptedError):
            net.planes(screens)
    finally:
        looking.clear()
        thread.join()


def test_a_look_after_one_that_was_broken_off_is_whole(net: ControlNet) -> None:
    net.interrupt()
    assert np.isfinite(net.planes(np.zeros((64, 64, 3), np.uint8))).all()

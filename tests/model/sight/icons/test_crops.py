"""What the net sees of an icon."""

import numpy as np

from model.sight.engine import Pixels
from model.sight.icons.crops import SIDE, crops_of
from model.sight.text_line import PixelBox


def cross(size: int, ink: int, paper: int) -> tuple[Pixels, PixelBox]:
    """Return a page with an upright cross, and its box."""
    pixels = np.full((3 * size, 3 * size, 3), paper, np.uint8)
    third = size // 3
    pixels[size : 2 * size, size + third : size + 2 * third] = ink
    pixels[size + third : size + 2 * third, size : 2 * size] = ink
    return pixels, PixelBox(size, size, 2 * size, 2 * size)


def test_size_and_theme_make_no_difference() -> None:
    small, large = crops_of(*cross(15, 0, 255)), crops_of(*cross(60, 230, 40))
    assert np.abs(small[0][0] - large[0][0]).mean() < 0.05
    assert np.abs(small[0][1] - large[0][1]).mean() < 0.05


def test_a_margin_around_the_ink_makes_no_difference() -> None:
    pixels, box = cross(21, 0, 255)
    assert np.array_equal(crops_of(pixels, box)[0], crops_of(pixels, box.grown(9))[0])


def test_what_stands_in_a_frame_is_seen_with_it_and_without() -> None:
    pixels, box = cross(21, 0, 255)
    frame = box.grown(10)
    x1, y1, x2, y2 = (int(side) for side in frame)
    pixels[y1:y2, [x1, x2 - 1]] = 0
    pixels[[y1, y2 - 1], x1:x2] = 0
    alone = crops_of(*cross(21, 0, 255))[0]
    with_frame, without = crops_of(pixels, frame)
    assert np.array_equal(without, alone)
    assert not np.array_equal(with_frame, alone)


def test_crops_are_of_one_size_and_range() -> None:
    noise = np.random.default_rng(5).integers(0, 255, (90, 200, 3), dtype=np.uint8)
    for box in (PixelBox(0, 0, 200, 90), PixelBox(190, 80, 260, 130), PixelBox(3, 3, 9, 80)):
        for crop in crops_of(noise, box):
            assert crop.shape == (2, SIDE, SIDE)
            assert crop.dtype == np.float32
            assert np.abs(crop).max() <= 1


def test_an_even_area_shows_nothing() -> None:
    assert crops_of(np.full((30, 30, 3), 128, np.uint8), PixelBox(5, 5, 25, 25)) == []

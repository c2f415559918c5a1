"""Pictures of a page stay within a bound, the more important ones first, the same ones once."""

import base64
import io
from collections.abc import Callable

import numpy as np
from PIL import Image

from agent.errors import RecordingError
from ui.report.suite.album import Album
from ui.report.words import Words

Load = Callable[[], Image.Image]


def noise(seed: int, size: tuple[int, int] = (200, 100)) -> Load:
    pixels = np.random.default_rng(seed).integers(0, 255, (size[1], size[0], 3), dtype=np.uint8)
    return lambda: Image.fromarray(pixels)


def opened(url: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(url.partition(",")[2])))


def album(*loads: Load, ranks: tuple[int, ...] = ()) -> Album:
    made = Album(Words())
    for number, load in enumerate(loads):
        made.add(load, f"{number}.png", ranks[number] if ranks else 0)
    return made


def test_a_few_pictures_are_as_large_as_they_were() -> None:
    (picture,) = album(noise(1, (1280, 80))).pictures().values()
    assert opened(picture["url"]).size == (1280, 80)


def test_many_pictures_are_made_smaller() -> None:
    pictures = album(*(noise(1, (1280, 16)) for _ in range(300))).pictures()
    assert opened(pictures["p0"]["url"]).width == 960


def test_the_same_picture_is_held_once() -> None:
    pictures = album(noise(1), noise(2), noise(1)).pictures()
    assert [sorted(picture) for picture in pictures.values()] == [["url"], ["url"], ["same"]]
    assert pictures["p2"]["same"] == "p0"


def test_one_file_has_one_key() -> None:
    made = Album(Words())
    assert made.add(noise(1), "a.png", 0) == made.add(noise(1), "a.png", 0)


def test_beyond_the_bound_the_less_important_ones_are_named_instead() -> None:
    made = album(noise(1), noise(2), noise(3), ranks=(1, 0, 1))
    one = len(base64.b64decode(made.pictures()["p1"]["url"].partition(",")[2]))
    pictures = made.pictures(most_bytes=one + 10)
    assert ["url" in pictures[key] for key in ("p0", "p1", "p2")] == [False, True, False]
    assert pictures["p2"]["lack"] == "Left out to keep this page small: 2.png"


def test_a_picture_that_cannot_be_opened_is_told_by_its_sentence() -> None:
    def missing() -> Image.Image:
        raise RecordingError("The screenshot is missing.")

    assert album(missing, noise(1)).pictures()["p0"] == {"lack": "The screenshot is missing."}

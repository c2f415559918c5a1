import torch
from PIL import Image

from model.glm.vision.cache import VisionCache


class CountingTower:
    """Embeds an image as its first pixel, and counts how often it had to."""

    def __init__(self) -> None:
        self.calls = 0

    def embed(self, image: Image.Image) -> torch.Tensor:
        self.calls += 1
        return torch.tensor([image.getpixel((0, 0))])


def picture(shade: int, size: tuple[int, int] = (4, 2)) -> Image.Image:
    return Image.new("L", size, shade)


def test_the_same_content_is_embedded_once() -> None:
    tower, cache = CountingTower(), VisionCache(2)
    first, second = (cache.get(picture(7), tower.embed) for _ in range(2))
    assert first is second
    assert (tower.calls, cache.hits) == (1, 1)


def test_another_size_of_the_same_bytes_is_another_image() -> None:
    tower, cache = CountingTower(), VisionCache(2)
    cache.get(picture(7, (4, 2)), tower.embed)
    cache.get(picture(7, (2, 4)), tower.embed)
    assert tower.calls == 2


def test_the_image_unused_for_longest_is_forgotten() -> None:
    tower, cache = CountingTower(), VisionCache(2)
    for shade in (1, 2, 1, 3, 1, 2):
        assert int(cache.get(picture(shade), tower.embed)) == shade
    assert tower.calls == 4


def test_a_cache_of_nothing_still_answers() -> None:
    assert int(VisionCache(0).get(picture(9), CountingTower().embed)) == 9

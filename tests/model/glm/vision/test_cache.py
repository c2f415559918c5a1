import torch
from PIL import Image

from model.glm.vision.cache import VisionCache, digest


class CountingTower:
    """Embeds an image as its first pixel, and counts how often it had to."""

    def __init__(self) -> None:
        self.calls = 0

    def embed(self, image: Image.Image) -> torch.Tensor:
        self.calls += 1
        return torch.tensor([image.getpixel((0, 0))])


def picture(shade: int, size: tuple[int, int] = (4, 2)) -> Image.Image:
    return Image.new("L", size, shade)


def get(cache: VisionCache, tower: CountingTower, image: Image.Image) -> torch.Tensor:
    return cache.get(digest(image), image, tower.embed)


def test_the_same_content_is_embedded_once() -> None:
    tower, cache = CountingTower(), VisionCache(2)
    first, second = (get(cache, tower, picture(7)) for _ in range(2))
    assert first is second
    assert (tower.calls, cache.made) == (1, 1)


def test_another_size_of_the_same_bytes_is_another_image() -> None:
    tower, cache = CountingTower(), VisionCache(2)
    get(cache, tower, picture(7, (4, 2)))
    get(cache, tower, picture(7, (2, 4)))
    assert tower.calls == 2


def test_the_image_unused_for_longest_is_forgotten() -> None:
    tower, cache = CountingTower(), VisionCache(2)
    for shade in (1, 2, 1, 3, 1, 2):
        assert int(get(cache, tower, picture(shade))) == shade
    assert tower.calls == 4


def test_a_cache_of_nothing_still_answers() -> None:
    assert int(get(VisionCache(0), CountingTower(), picture(9))) == 9

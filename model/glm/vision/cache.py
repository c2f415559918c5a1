"""Remembers the vision embeddings of images seen before, by content, so that none is computed twice.

An unchanged screen and the half-size images of earlier steps come again and again. Knows nothing of the network.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from torch import Tensor


class VisionCache:
    """The embeddings of the `capacity` images used last, on the device they were made on."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._embeddings: OrderedDict[bytes, Tensor] = OrderedDict()
        self.made = 0

    def get(self, key: bytes, image: Image.Image, embed: "Callable[[Image.Image], Tensor]") -> "Tensor":
        """Return the embeddings (tokens, width) of an image with this digest, from `embed` if they are not known."""
        if key not in self._embeddings:
            self._embeddings[key] = embed(image)
            self.made += 1
        self._embeddings.move_to_end(key)
        found = self._embeddings[key]
        while len(self._embeddings) > self._capacity:
            self._embeddings.popitem(last=False)
        return found


def digest(image: Image.Image) -> bytes:
    """Return what is equal for images of the same content."""
    content = hashlib.blake2b(image.tobytes(), digest_size=16)
    content.update(f"{image.mode} {image.size}".encode())
    return content.digest()

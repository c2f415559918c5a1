"""A screenshot as the vision tower takes it: resized to whole patches and cut into them, as grey levels.

Follows `Glm4vImageProcessorPil` (transformers) to within two grey levels. Two things are left to the tower's first
matrix product, where they cost nothing: normalisation, and the second, identical frame that the processor writes out.
Knows nothing of prompts or of the network.
"""

from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image
from torch.nn.functional import interpolate
from transformers.models.glm4v.image_processing_pil_glm4v import smart_resize

from model.glm.foreign import ImageProcessor


@dataclass(frozen=True)
class PatchShape:
    """How a checkpoint cuts images; `min_pixels` and `max_pixels` count both frames, as the checkpoint does."""

    patch: int
    merge: int
    frames: int
    min_pixels: int
    max_pixels: int

    @classmethod
    def of(cls, processor: ImageProcessor, max_tokens: int) -> "PatchShape":
        """Return the processor's shape with at most `max_tokens` language-model tokens per image."""
        unit = processor.patch_size * processor.merge_size
        frames = processor.temporal_patch_size
        limit = min(processor.size["longest_edge"], max_tokens * unit * unit * frames)
        floor = min(processor.size["shortest_edge"], limit)
        return cls(processor.patch_size, processor.merge_size, frames, floor, limit)

    @property
    def most_tokens(self) -> int:
        """How many language-model tokens an image takes at the most."""
        return self.max_pixels // (self.frames * (self.patch * self.merge) ** 2)

    def grid(self, width: int, height: int) -> tuple[int, int]:
        """Return (rows, columns) of patches for an image of this size in pixels."""
        unit = self.patch * self.merge
        new_height, new_width = smart_resize(
            self.frames, height, width, self.frames, unit, self.min_pixels, self.max_pixels
        )
        return new_height // self.patch, new_width // self.patch

    def tokens(self, width: int, height: int) -> int:
        """Return how many language-model tokens an image of this size takes."""
        rows, columns = self.grid(width, height)
        return rows * columns // self.merge**2


@dataclass(frozen=True)
class VisionInput:
    """Patches (rows * columns, 3 * patch * patch) uint8, in the order of the merged grid, and that grid."""

    patches: torch.Tensor
    rows: int
    columns: int


def vision_input(image: Image.Image, shape: PatchShape, device: torch.device | str = "cpu") -> VisionInput:
    """Resize and cut an image on `device`."""
    rows, columns = shape.grid(*image.size)
    rgb = image if image.mode == "RGB" else image.convert("RGB")  # which would copy it all the same
    pixels = torch.from_numpy(np.array(rgb)).to(device).permute(2, 0, 1)
    size = (rows * shape.patch, columns * shape.patch)
    resized = resize_bytes(pixels, size) if pixels.device.type == "cpu" else resize_floats(pixels, size)
    return VisionInput(_cut(resized, shape, rows, columns), rows, columns)


def resize_bytes(pixels: torch.Tensor, size: tuple[int, int]) -> torch.Tensor:
    """Resize (3, h, w) uint8 to `size` (height, width) as Pillow does: bicubic, antialiased, on the CPU."""
    if _height_first(pixels, size):
        pixels = _interpolated(pixels, (size[0], pixels.shape[2]))
    # Torch's kernel for bytes takes the width first and rounds between, as Pillow does otherwise.
    return _interpolated(pixels, size)


def resize_floats(pixels: torch.Tensor, size: tuple[int, int]) -> torch.Tensor:
    """The same where there is no kernel for bytes: on CUDA. Rounds between the passes, as bytes would."""
    height_first = _height_first(pixels, size)
    between = (size[0], pixels.shape[2]) if height_first else (pixels.shape[1], size[1])
    for step in (between, size):
        pixels = _interpolated(pixels.float(), step).round_().clamp_(0, 255)
    return pixels.to(torch.uint8)


def _height_first(pixels: torch.Tensor, size: tuple[int, int]) -> bool:
    """Whether Pillow takes the height first, as it does since 13.0 (python-pillow/Pillow#9549)."""
    shrinks = pixels.shape[1] - size[0]
    return shrinks > max(0, 2 * (pixels.shape[2] - size[1]))


def _interpolated(pixels: torch.Tensor, size: tuple[int, int]) -> torch.Tensor:
    return interpolate(pixels[None], size, mode="bicubic", antialias=True)[0]


def _cut(pixels: torch.Tensor, shape: PatchShape, rows: int, columns: int) -> torch.Tensor:
    """Cut (3, h, w) into patches, those that merge into one token side by side."""
    patch, merge = shape.patch, shape.merge
    tiles = pixels.reshape(3, rows // merge, merge, patch, columns // merge, merge, patch)
    return tiles.permute(1, 4, 2, 5, 0, 3, 6).reshape(rows * columns, 3 * patch * patch)

"""Pictures that hold no control: clouds of colour like photos, shapes, charts. Pixels only; knows no toolkit."""

from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

_DRAWN = 12  # shapes at most


def picture(seed: int, width: int, height: int) -> Image.Image:
    """Return a picture that is like a photo, a drawing or a chart."""
    numbers = np.random.default_rng(seed)
    image = clouds(numbers, width, height)
    if seed % 3:
        _draw(ImageDraw.Draw(image), numbers, width, height)
    return image.filter(ImageFilter.GaussianBlur(float(numbers.uniform(0, 1.5)))) if seed % 2 else image


def clouds(numbers: np.random.Generator, width: int, height: int) -> Image.Image:
    """Return noise of several sizes, one on the other, in one range of colours."""
    total = np.zeros((height, width, 3))
    for octave in range(1, 6):
        size = (2**octave + 1, 2**octave + 1, 3)
        noise = Image.fromarray((numbers.random(size) * 255).astype(np.uint8)).resize(
            (width, height), Image.Resampling.BICUBIC
        )
        total += np.asarray(noise, dtype=float) / 2**octave
    low, high = numbers.uniform(0, 120), numbers.uniform(120, 255)
    spread = (total - total.min()) / max(float(np.ptp(total)), 1)
    tint = numbers.uniform(0.6, 1, 3)
    return Image.fromarray(((low + (high - low) * spread) * tint).clip(0, 255).astype(np.uint8))


def _draw(draw: ImageDraw.ImageDraw, numbers: np.random.Generator, width: int, height: int) -> None:
    for _ in range(int(numbers.integers(1, _DRAWN))):
        x, y = numbers.uniform(0, width), numbers.uniform(0, height)
        w, h = numbers.uniform(4, width / 2 + 5), numbers.uniform(4, height / 2 + 5)
        colour = tuple(int(part) for part in numbers.integers(0, 255, 3))
        match int(numbers.integers(0, 4)):
            case 0:
                draw.ellipse((x, y, x + w, y + h), fill=colour)
            case 1:
                draw.rectangle((x, y, x + w, y + h), fill=colour)
            case 2:
                draw.line((x, y, x + w, y - h), fill=colour, width=int(numbers.integers(1, 5)))
            case _:
                draw.chord((x, y, x + w, y + h), 0, float(numbers.uniform(20, 340)), fill=colour)


def png(image: Image.Image) -> bytes:
    """Return a picture as a file's bytes."""
    buffer = BytesIO()
    image.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()

"""Puts gathered pictures on backgrounds as toolkits do: any size, colours, frames and plates, never quite sharp.

What comes out is what a screenshot would show, and the box that a finder of icons would give.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from model.sight.engine import Pixels
from model.sight.icons.crops import Crop, crops_of
from model.sight.text_line import PixelBox

Picture = NDArray[np.uint8]
"""Shape (64, 64, 4): red, green, blue, opacity."""

_SIZES = (12, 14, 16, 16, 16, 18, 20, 20, 22, 24, 24, 24, 28, 32, 32, 36, 40, 48, 64)
_GREY_SPREAD = 24  # levels between the channels of a picture in one colour
_FONTS = (cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_COMPLEX, cv2.FONT_HERSHEY_TRIPLEX)


@dataclass(frozen=True)
class Scene:
    """A part of a screen with one icon, and its box."""

    pixels: Pixels
    box: PixelBox
    framed: bool


def compose(picture: Picture, random: np.random.Generator) -> Scene:
    """Draw the picture somewhere, in some size and colours."""
    size = int(random.choice(_SIZES))
    framed = random.random() < 0.3
    reach = size / 2 + float(random.uniform(0.15, 0.5)) * size
    room = round(reach * 1.3 - size / 2) + 4 if framed else 6
    background = _background(random)
    colour, opacity = _coloured(_resized(picture, size, random), background, random)
    scene = np.empty((size + 2 * room, size + 2 * room, 3), np.float32)
    scene[:] = background + _gradient(scene.shape[0], random)
    if framed:
        _frame(scene, reach, background, random)
    part = scene[room : room + size, room : room + size]
    part += (colour - part) * (opacity * (random.uniform(0.3, 1) if random.random() < 0.2 else 1))[..., None]
    pixels = np.clip(_softened(scene, random), 0, 255).astype(np.uint8)
    box = _box_of_frame(scene.shape[0] / 2, reach) if framed else _box_of_ink(opacity, room, random)
    return Scene(pixels, box, framed)


def crop(picture: Picture, random: np.random.Generator) -> Crop | None:
    """Return what the net is to see of the picture; None where it cannot be told from the background."""
    scene = compose(picture, random)
    found = crops_of(scene.pixels, scene.box)
    if not found:
        return None
    return found[min(int(random.random() < 0.7), len(found) - 1)] if scene.framed else found[0]


def letter(random: np.random.Generator) -> Picture:
    """Return the picture of one or a few letters or digits, which are no icon."""
    picture: Picture = np.zeros((64, 64, 4), np.uint8)
    text = "".join(random.choice([*"ACDEFGHJKLMNPQRTWYZabcdefghjkmnpqrstuwyz0123456789&%@#$"], random.integers(1, 4)))
    scale, thickness = float(random.uniform(0.7, 2.4 / len(text))), int(random.integers(1, 5))
    mask: Picture = np.zeros((64, 64), np.uint8)
    font = int(random.choice(_FONTS))
    (width, height), _ = cv2.getTextSize(text, font, scale, thickness)
    place = (max(0, (64 - width) // 2), min(62, (64 + height) // 2))
    cv2.putText(mask, text, place, font, scale, 255, thickness, cv2.LINE_AA)
    picture[..., 3] = mask
    return picture


def _background(random: np.random.Generator) -> NDArray[np.float32]:
    """Return a colour, blue first: greys of light and dark themes, or any other."""
    if random.random() < 0.25:
        return random.uniform(0, 255, 3).astype(np.float32)
    grey = random.uniform(215, 255) if random.random() < 0.6 else random.uniform(0, 90)
    return np.clip(grey + random.uniform(-6, 6, 3), 0, 255).astype(np.float32)


def _coloured(
    picture: Picture, background: NDArray[np.float32], random: np.random.Generator
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the picture's colours, blue first, and its opacity; what has one colour is given another."""
    opacity = (picture[..., 3] / 255).astype(np.float32)
    colours = picture[..., 2::-1].astype(np.float32)
    solid = picture[picture[..., 3] > 128, :3]
    if not solid.size or int((solid.max(axis=0).astype(int) - solid.min(axis=0)).max()) < _GREY_SPREAD:
        return _contrasting(background, random), opacity
    return _tinted(colours, random), opacity


def _tinted(colours: NDArray[np.float32], random: np.random.Generator) -> NDArray[np.float32]:
    """Return colours as another theme might have them: grey, with their channels exchanged, paler or darker."""
    if random.random() < 0.3:
        colours = colours.mean(axis=2, keepdims=True)
    elif random.random() < 0.3:
        colours = colours[:, :, random.permutation(3)]
    if random.random() < 0.4:
        colours = np.float32(255) * (colours / np.float32(255)) ** np.float32(random.uniform(0.6, 1.6))
    return colours


def _contrasting(background: NDArray[np.float32], random: np.random.Generator) -> NDArray[np.float32]:
    while True:
        if random.random() < 0.6:
            colour = np.full(3, random.uniform(0, 110) if background.mean() > 127 else random.uniform(150, 255))
        else:
            colour = random.uniform(0, 255, 3)
        if np.abs(colour - background).max() > 60:
            return colour.astype(np.float32)


def _resized(picture: Picture, size: int, random: np.random.Generator) -> Picture:
    """Return the picture at a size, now and then enlarged from a smaller one as screens at 200 % do."""
    if size >= 24 and random.random() < 0.2:
        picture = cv2.resize(picture, (size // 2, size // 2), interpolation=cv2.INTER_AREA).astype(np.uint8)
    way = cv2.INTER_AREA if size < picture.shape[0] else cv2.INTER_LINEAR
    return cv2.resize(picture, (size, size), interpolation=way).astype(np.uint8)


def _gradient(height: int, random: np.random.Generator) -> NDArray[np.float32]:
    strength = random.uniform(-12, 12) if random.random() < 0.2 else 0
    return np.linspace(-strength, strength, height, dtype=np.float32)[:, None, None]


def _frame(
    scene: NDArray[np.float32], reach: float, background: NDArray[np.float32], random: np.random.Generator
) -> None:
    """Draw a button around the middle: an outline, a plate, or both."""
    middle, wide = scene.shape[0] // 2, reach * float(random.uniform(1, 1.3))
    sign = -1 if background.mean() > 127 else 1
    start, end = (round(middle - wide), round(middle - reach)), (round(middle + wide), round(middle + reach))
    plate = np.clip(background + sign * random.uniform(-8, 25), 0, 255)
    outline = np.clip(background + sign * random.uniform(20, 110), 0, 255)
    painted = np.ascontiguousarray(scene)
    cv2.rectangle(painted, start, end, plate.tolist(), -1)
    if random.random() < 0.7:
        cv2.rectangle(painted, start, end, outline.tolist(), int(random.integers(1, 3)))
    scene[:] = painted


def _softened(scene: NDArray[np.float32], random: np.random.Generator) -> NDArray[np.float32]:
    if random.random() < 0.25:
        scene = cv2.GaussianBlur(scene, (3, 3), float(random.uniform(0.3, 0.8))).astype(np.float32)
    return scene


def _box_of_frame(middle: float, reach: float) -> PixelBox:
    return PixelBox(middle - reach, middle - reach, middle + reach, middle + reach)


def _box_of_ink(opacity: NDArray[np.float32], room: int, random: np.random.Generator) -> PixelBox:
    """Return the box of what is drawn, a pixel or two off as finders are."""
    ink = opacity > 0.2
    across, along = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    if not across.size:
        return PixelBox(room, room, room + 8, room + 8)
    off = random.integers(-1, 3, 4)
    box = PixelBox(across[0] - off[0], along[0] - off[1], across[-1] + 1 + off[2], along[-1] + 1 + off[3])
    return box.moved(room, room)

"""Draws an animation's frames: the screen with the target and the pointer, and below it a strip of what is done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PIL import Image, ImageDraw

from actions.schema import Box
from model.sight.fonts import Font, font_of
from ui.report.animation.scenes import Scene

Frame: TypeAlias = tuple[Image.Image, int]
"""A picture and how long it is shown, in milliseconds."""

Place: TypeAlias = tuple[float, float]

_STRIP, _TEXT, _MUTED, _ACCENT, _MARK = "#151922", "#f2f4f8", "#98a2b3", "#5b7cfa", "#f04438"
_TONES = {"plain": _ACCENT, "good": "#32b27a", "bad": _MARK}
_GLIDE, _GLIDE_MS = 6, 45
_READING_MS, _PER_CHARACTER_MS, _LONGEST_MS, _END_MS = 1000, 22, 2600, 2200
_MOST_GLIDING = 25  # scenes: all frames stand in memory until they are encoded
_POINTER = ((0, 0), (0, 17), (4, 13.4), (6.8, 19.6), (9.6, 18.4), (6.9, 12.4), (12, 12))  # pixels at a scale of 1


@dataclass(frozen=True)
class _Canvas:
    """One scene at the size of the animation: pictures of `width` pixels with a strip below."""

    screen: Image.Image
    strip: Image.Image

    def frame(self, boxes: Sequence[Box], pointer: Place | None) -> Image.Image:
        screen = self.screen.copy()
        draw = ImageDraw.Draw(screen)
        for box in boxes:
            _draw_target(draw, box, screen.size)
        if pointer:
            _draw_pointer(draw, pointer, screen.width)
        return _stacked(screen, self.strip)


def frames(scenes: Sequence[Scene], width: int, size: tuple[int, int]) -> Iterator[Frame]:
    """Yield the frames of an animation; `size` is that of every scene's screen in pixels, at `width`."""
    pointer: Place | None = None
    title = ""
    for number, scene in enumerate(scenes, 1):
        pointer, title = pointer if scene.title == title else None, scene.title
        canvas = _Canvas(_fitted(scene.load(), size), _strip(scene, number, len(scenes), width))
        target = _centre(scene.boxes[0], size) if scene.boxes else None
        if target:
            if len(scenes) <= _MOST_GLIDING:
                yield from ((canvas.frame((), at), _GLIDE_MS) for at in _glide(pointer, target, size))
            pointer = _centre(scene.boxes[-1], size)
            yield canvas.frame(scene.boxes, target), _duration(scene, number == len(scenes))
        else:
            yield canvas.frame((), pointer), _duration(scene, number == len(scenes))


def _glide(start: Place | None, end: Place, size: tuple[int, int]) -> Iterator[Place]:
    """Yield places on the pointer's way, slow at both ends; the first time it comes from the middle."""
    x0, y0 = start or (size[0] / 2, size[1] / 2)
    for number in range(1, _GLIDE + 1):
        part = number / (_GLIDE + 1)
        eased = part * part * (3 - 2 * part)
        yield x0 + (end[0] - x0) * eased, y0 + (end[1] - y0) * eased


def _duration(scene: Scene, is_last: bool) -> int:
    reading = min(_READING_MS + _PER_CHARACTER_MS * len(scene.caption), _LONGEST_MS)
    return max(reading, _END_MS) if is_last or scene.tone != "plain" else reading


def _fitted(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return a screenshot at the animation's size; one of another shape gets a border."""
    scale = min(size[0] / image.width, size[1] / image.height)
    inner = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    resized = image.resize(inner, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if inner == size:
        return resized
    fitted = Image.new("RGB", size, _STRIP)
    fitted.paste(resized, ((size[0] - inner[0]) // 2, (size[1] - inner[1]) // 2))
    return fitted


def _stacked(screen: Image.Image, strip: Image.Image) -> Image.Image:
    whole = Image.new("RGB", (screen.width, screen.height + strip.height))
    whole.paste(screen, (0, 0))
    whole.paste(strip, (0, screen.height))
    return whole


def _draw_target(draw: ImageDraw.ImageDraw, box: Box, size: tuple[int, int]) -> None:
    x1, y1, x2, y2 = (edge * side / 1000 for edge, side in zip(box, size * 2, strict=True))
    grow = max(3.0, 9 - (x2 - x1) / 2)  # a point is shown as a circle
    edges = (x1 - grow, y1 - grow, x2 + grow, y2 + grow)
    draw.rounded_rectangle([edges[0] - 2, edges[1] - 2, edges[2] + 2, edges[3] + 2], 8, outline="white", width=2)
    draw.rounded_rectangle(edges, 6, outline=_MARK, width=3)


def _draw_pointer(draw: ImageDraw.ImageDraw, at: Place, width: int) -> None:
    scale = 1.25 * width / 960
    draw.polygon([(at[0] + x * scale, at[1] + y * scale) for x, y in _POINTER], fill="black", outline="white", width=1)


def _strip(scene: Scene, number: int, count: int, width: int) -> Image.Image:
    """Return the strip: how far it is, what is done, and in which task."""
    unit = width / 960
    strip = Image.new("RGB", (width, strip_height(width)), _STRIP)
    draw = ImageDraw.Draw(strip)
    tone = _TONES[scene.tone]
    draw.rectangle((0, 0, width * number / count, 3 * unit), fill=tone)
    if scene.tone != "plain":
        draw.ellipse([edge * unit for edge in (22, 19, 34, 31)], fill=tone)
    else:
        draw.text((28 * unit, 25 * unit), str(number), _ACCENT, font_of(round(19 * unit)), anchor="mm")
    below = " · ".join(part for part in (scene.title, scene.reason) if part)
    for text, y, size, colour in ((scene.caption, 25, 19, _TEXT), (below, 49, 13, _MUTED)):
        font = font_of(round(size * unit))
        draw.text((52 * unit, y * unit), _cut(text, font, width - 74 * unit), colour, font, anchor="lm")
    return strip


def strip_height(width: int) -> int:
    """Return the height of the strip in pixels, which is even."""
    return round(66 * width / 960) // 2 * 2


def _cut(text: str, font: Font, room: float) -> str:
    """Return as much of the text as has room."""
    if font.getlength(text) <= room:
        return text
    fitting = next(count for count in range(min(len(text), 400), -1, -1) if font.getlength(f"{text[:count]}…") <= room)
    return f"{text[:fitting]}…"


def _centre(box: Box, size: tuple[int, int]) -> Place:
    x, y = box.centre
    return x * size[0] / 1000, y * size[1] / 1000

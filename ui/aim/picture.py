"""Shows shots: each screenshot with a box around the target and a cross where the press came, side by side."""

from collections.abc import Sequence

from PIL import Image, ImageDraw

from model.sight.fonts import font_of
from ui.aim.shots import Shot, Spot

_COLUMNS = 4
_WIDTH, _GAP, _CAPTION = 480, 8, 20
_GOOD, _BAD, _PAPER, _INK = "#168a3a", "#d0222f", "#ffffff", "#1b1d22"
_CROSS, _FRAME, _ROUND = 9, 6, 14


def draw_shots(shots: Sequence[Shot], pictures: Sequence[Image.Image]) -> Image.Image:
    """Return one picture of all shots, in their order."""
    tiles = [_tile(shot, picture) for shot, picture in zip(shots, pictures, strict=True)]
    height = max((tile.height for tile in tiles), default=1)
    rows = -(-len(tiles) // _COLUMNS)
    sheet = Image.new("RGB", (_COLUMNS * (_WIDTH + _GAP) + _GAP, rows * (height + _GAP) + _GAP), _PAPER)
    for number, tile in enumerate(tiles):
        row, column = divmod(number, _COLUMNS)
        sheet.paste(tile, (_GAP + column * (_WIDTH + _GAP), _GAP + row * (height + _GAP)))
    return sheet


def _tile(shot: Shot, picture: Image.Image) -> Image.Image:
    scale = _WIDTH / picture.width
    shrunk = picture.convert("RGB").resize((_WIDTH, round(picture.height * scale)), Image.Resampling.LANCZOS)
    tile = Image.new("RGB", (_WIDTH, shrunk.height + _CAPTION), _PAPER)
    tile.paste(shrunk, (0, _CAPTION))
    draw = ImageDraw.Draw(tile)
    colour = _GOOD if shot.hit else _BAD
    left, top, right, bottom = (edge * scale for edge in shot.target.area)
    frame = (left - _FRAME, top - _FRAME + _CAPTION, right + _FRAME, bottom + _FRAME + _CAPTION)
    draw.rounded_rectangle(frame, radius=4, outline=colour, width=2)
    if spot := shot.pressed or shot.aimed:
        _cross(draw, (spot[0] * scale, spot[1] * scale + _CAPTION), colour)
    draw.text((2, 3), _caption(shot), fill=colour if shot.hit else _BAD, font=font_of(13))
    return tile


def _cross(draw: ImageDraw.ImageDraw, place: Spot, colour: str) -> None:
    x, y = place
    for dx, dy in ((_CROSS, _CROSS), (_CROSS, -_CROSS)):
        draw.line((x - dx, y - dy, x + dx, y + dy), fill=colour, width=3)
    draw.ellipse((x - _ROUND, y - _ROUND, x + _ROUND, y + _ROUND), outline=colour, width=2)


def _caption(shot: Shot) -> str:
    name = str(shot.target)
    if shot.hit:
        return f"{name}, {shot.target.size} px: hit"
    return f"{name}, {shot.target.size} px: {'missed' if shot.said else 'no place named'}"

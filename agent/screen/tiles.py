"""A screen in tiles: which of them differ between two frames, and what lies beside them."""

from collections.abc import Iterable
from typing import TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from agent.screen.screen import Frame, PixelArea

TILE = 32  # pixels

Tiles: TypeAlias = NDArray[np.bool_]
"""Some of a screen's tiles, shape (rows, columns); those at the right and lower edge may be cut."""

_CARET_WIDTH = 3  # pixels


def grid(frame: Frame) -> tuple[int, int]:
    """Return how many rows and columns of tiles a frame has."""
    height, width = frame.shape
    return -(-height // TILE), -(-width // TILE)


def changed_tiles(one: Frame, other: Frame) -> Tiles:
    """Return the tiles in which two frames of one size differ, but for a caret: one thin upright line."""
    if np.array_equal(one, other):
        return np.zeros(grid(one), np.bool_)
    different = one != other
    columns = np.flatnonzero(different.any(axis=0))
    if columns[-1] - columns[0] < _CARET_WIDTH:
        return np.zeros(grid(one), np.bool_)
    widths = _changed_columns(different)
    changed: Tiles = widths > 0
    return changed & ~_caret(widths, different)


def _changed_columns(different: Tiles) -> NDArray[np.intp]:
    """Return for each tile in how many of its columns of pixels something differs."""
    rows, columns = -(-different.shape[0] // TILE), -(-different.shape[1] // TILE)
    upright = np.bitwise_or.reduceat(different.view(np.uint8), np.arange(0, different.shape[0], TILE), axis=0)
    padded = np.zeros((rows, columns * TILE), np.uint8)
    padded[:, : upright.shape[1]] = upright
    counts: NDArray[np.intp] = padded.reshape(rows, columns, TILE).sum(axis=2, dtype=np.intp)
    return counts


def _caret(widths: NDArray[np.intp], different: Tiles) -> Tiles:
    """Return the tiles of a caret that stands apart from all else that differs."""
    thin: Tiles = (widths > 0) & (widths < _CARET_WIDTH + 1)
    apart = thin & ~grown((widths > 0) & ~thin)
    if not apart.any():
        return apart
    columns = np.flatnonzero((different & as_pixels(apart, different.shape)).any(axis=0))
    return apart if columns[-1] - columns[0] < _CARET_WIDTH else np.zeros_like(apart)


def as_pixels(tiles: Tiles, shape: tuple[int, ...]) -> Tiles:
    """Return the tiles' pixels in a frame of that shape."""
    pixels: Tiles = tiles.repeat(TILE, axis=0).repeat(TILE, axis=1)[: shape[0], : shape[1]]
    return pixels


def grown(tiles: Tiles, by: int = 1) -> Tiles:
    """Return the tiles and those at most `by` beside them."""
    out = tiles.copy()
    for _ in range(by):
        for axis in (0, 1):
            before = out.copy()
            ahead, behind = [slice(None)] * 2, [slice(None)] * 2
            ahead[axis], behind[axis] = slice(1, None), slice(None, -1)
            out[tuple(ahead)] |= before[tuple(behind)]
            out[tuple(behind)] |= before[tuple(ahead)]
    return out


def connected(seeds: Tiles, within: Tiles) -> Tiles:
    """Return the tiles of `within` that hang together with the seeds, also over a gap of one tile."""
    found = seeds & within
    while True:
        more = grown(found, 2) & within
        if np.array_equal(more, found):
            return found
        found = more


def in_areas(areas: Iterable[PixelArea], shape: tuple[int, int]) -> Tiles:
    """Return the tiles that any of the areas touches."""
    tiles = np.zeros(shape, np.bool_)
    for left, top, right, bottom in areas:
        if right > left and bottom > top:
            rows, columns = (
                slice(max(0, top) // TILE, -(-bottom // TILE)),
                slice(max(0, left) // TILE, -(-right // TILE)),
            )
            tiles[rows, columns] = True
    return tiles


def checksum(frame: Frame, row: int, column: int) -> int:
    """Return the checksum of one tile's pixels, never 0."""
    tile = frame[row * TILE : (row + 1) * TILE, column * TILE : (column + 1) * TILE]
    return crc32(np.ascontiguousarray(tile).data) or 1

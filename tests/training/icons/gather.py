"""Draws the icons of the fetched packages into one file: small pictures, each with its set and its name.

Pictures that two names of ours claim within a set are left out, and so is what could be either an icon of ours or not.
"""

import hashlib
import os
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tests.training.icons.glyph_names import icon_of, shows_none
from tests.training.icons.packages import FOLDER

SIZE = 64
"""Pixels of a picture's sides."""

_MOST_ALIKE = 14  # pictures of one icon from one set: weights and sizes of the same drawing
_MOST_OTHERS = 350  # pictures of a set that show no icon of ours
_CONTEXTS = {"actions", "places", "status", "devices", "mimetypes", "categories", "emblems", "ui", "legacy", "symbolic"}
_LEAST_INK = 0.01
_FOREIGN = re.compile(r"[-_]rtl\b|icons/[a-z]{2}/")  # mirrored, or letters of another language

Picture = NDArray[np.uint8]
"""Shape (64, 64, 4): red, green, blue, opacity."""


@dataclass(frozen=True)
class Glyph:
    """A picture file of a set, and the icon that it shows; none of ours where `name` is None."""

    icon_set: str
    path: Path
    name: str | None


def gather(folder: Path = FOLDER) -> Path:
    """Draw everything and return the file: `pictures` (N, 64, 64, 4), `names` (N; "" for others) and `sets` (N)."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.svg*=false"}
    _application = QGuiApplication.instance() or QGuiApplication([])  # some pictures hold text
    kept: list[tuple[Picture, str, str]] = []
    for glyphs in _sets(folder):
        chosen = [*_chosen(glyphs)]
        drawn = [(picture, glyph) for glyph in chosen if (picture := _drawn(glyph.path)) is not None]
        kept += [(picture, glyph.name or "", glyph.icon_set) for picture, glyph in _unambiguous(drawn)]
        print(chosen[0].icon_set if chosen else "nothing", len(drawn), flush=True)
    target = folder / "icons.npz"
    pictures, names, sets = zip(*kept, strict=True)
    np.savez(target, pictures=np.stack(pictures), names=np.array(names), sets=np.array(sets))
    return target


def _sets(folder: Path) -> Iterator[list[Glyph]]:
    for package in sorted((folder / "npm").iterdir()):
        yield [*_glyphs(package.name, package.rglob("*.svg"))]
    for package in sorted((folder / "deb").iterdir()):
        yield [*_glyphs(package.name, _theme_files(package / "usr/share/icons"))]


def _theme_files(themes: Path) -> Iterator[Path]:
    for path in themes.rglob("*"):
        if path.suffix in {".svg", ".png"} and _CONTEXTS & set(path.parts) and path.exists():
            yield path


def _glyphs(icon_set: str, paths: Iterator[Path]) -> Iterator[Glyph]:
    for path in sorted(paths):
        if _FOREIGN.search(str(path)):
            continue
        name = icon_of(icon_set, path.stem, of_theme="deb" in path.parts)
        if name or shows_none(icon_set, path.stem):
            yield Glyph(icon_set, path, name)


def _chosen(glyphs: list[Glyph]) -> Iterator[Glyph]:
    """Take a few of each name, the same in every run."""
    by_name: defaultdict[str | None, dict[bytes, Glyph]] = defaultdict(dict)
    for glyph in glyphs:
        by_name[glyph.name].setdefault(hashlib.blake2b(glyph.path.read_bytes()).digest(), glyph)
    for name, alike in by_name.items():
        some = [*alike.values()]
        random.Random(str(name)).shuffle(some)
        yield from some[: _MOST_ALIKE if name else _MOST_OTHERS]


def _unambiguous(drawn: list[tuple[Picture, Glyph]]) -> Iterator[tuple[Picture, Glyph]]:
    names: defaultdict[bytes, set[str | None]] = defaultdict(set)
    for picture, glyph in drawn:
        names[picture.tobytes()].add(glyph.name)
    done = set()
    for picture, glyph in drawn:
        if len(names[picture.tobytes()]) == 1 and picture.tobytes() not in done:
            done.add(picture.tobytes())
            yield picture, glyph


def _drawn(path: Path) -> Picture | None:
    """Return the picture; None for an empty one, or one that Qt cannot draw."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGBA8888)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    _draw_vectors(path, painter) if path.suffix == ".svg" else _draw_pixels(path, painter)
    painter.end()
    picture = np.frombuffer(image.constBits(), np.uint8).reshape(SIZE, SIZE, 4).copy()
    return picture if (picture[..., 3] > 128).mean() >= _LEAST_INK else None


def _draw_vectors(path: Path, painter: QPainter) -> None:
    text = path.read_text(errors="ignore").replace("currentColor", "#000000")
    renderer = QSvgRenderer(QByteArray(text.encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    if renderer.isValid():
        renderer.render(painter, QRectF(0, 0, SIZE, SIZE))


def _draw_pixels(path: Path, painter: QPainter) -> None:
    image = QImage(str(path))
    if 16 <= image.width() <= 2 * SIZE and image.width() == image.height():
        painter.drawImage(QRectF(0, 0, SIZE, SIZE), image)


if __name__ == "__main__":
    print(gather())

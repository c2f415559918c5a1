"""Icons on a page in Chromium, drawn by the tests."""

import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from model.sight.icons.classifier import Icons
from model.sight.icons.elements import IconFinder
from tests.model.sight.icons.glyphs import GLYPHS, svg

_CELL, _COLUMNS, _ICON = 60, 5, 24
_HIT = 0.8  # of the icons shown
_CHROMIUM = ("chromium", "--headless", "--no-sandbox", "--no-first-run", "--hide-scrollbars", "--disable-sync")


def page(dark: bool) -> str:
    """Return a page of buttons and bare icons in turn, in cells of one size."""
    paper, ink = ("#202124", "#e8eaed") if dark else ("#ffffff", "#3c4043")
    shown = [
        f'<button style="padding:8px">{svg(name, "#3c4043", _ICON)}</button>' if place % 2 else svg(name, ink, _ICON)
        for place, name in enumerate(GLYPHS)
    ]
    style = f"display:grid;grid:auto-flow {_CELL}px/repeat({_COLUMNS},{_CELL}px);place-items:center"
    return f'<body style="margin:0;background:{paper}"><div style="{style}">{"".join(shown)}</div></body>'


@pytest.mark.slow
@pytest.mark.parametrize(("dark", "scale"), [(False, 1), (True, 1), (False, 2), (True, 2)])
def test_icons_of_a_page_are_named(icons: Icons, tmp_path: Path, dark: bool, scale: int) -> None:
    (tmp_path / "page.html").write_text(page(dark), encoding="utf-8")
    picture = tmp_path / "page.png"
    size = f"--window-size={_COLUMNS * _CELL},{-(-len(GLYPHS) // _COLUMNS) * _CELL}"
    command = [*_CHROMIUM, f"--user-data-dir={tmp_path / 'profile'}", f"--screenshot={picture}", size]
    scaled = f"--force-device-scale-factor={scale}"
    subprocess.run([*command, scaled, (tmp_path / "page.html").as_uri()], check=True, capture_output=True, timeout=120)
    with Image.open(picture) as image:
        pixels = np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])
    found = IconFinder(icons).find(pixels, [])
    middles = {
        name: ((place % _COLUMNS + 0.5) * _CELL * scale, (place // _COLUMNS + 0.5) * _CELL * scale)
        for place, name in enumerate(GLYPHS)
    }
    given = {name: [element.name for element in found if element.box.grown(2).has(at)] for name, at in middles.items()}
    wrong = {name: names for name, names in given.items() if names != [name]}
    assert 1 - len(wrong) / len(GLYPHS) >= _HIT, wrong

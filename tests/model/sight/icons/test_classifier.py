"""What icons are called: drawings that no training saw, in real windows."""

from pathlib import Path
from threading import Event

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QStyle

from model.base import GenerationStopped, ModelError
from model.sight.icons.classifier import NAMES_FILE, Icons
from model.sight.icons.elements import IconFinder
from model.sight.icons.vocabulary import NAMES
from model.sight.text_line import PixelBox
from tests.model.sight.icons.conftest import OpenWindow
from tests.model.sight.icons.glyphs import GLYPHS
from tests.model.sight.icons.windows import Shown

_HIT = 0.8  # of the icons shown

_STANDARD = {
    QStyle.StandardPixmap.SP_BrowserReload: "refresh",
    QStyle.StandardPixmap.SP_DialogSaveButton: "save",
    QStyle.StandardPixmap.SP_MediaPlay: "play",
    QStyle.StandardPixmap.SP_MediaPause: "pause",
    QStyle.StandardPixmap.SP_MediaStop: "stop",
    QStyle.StandardPixmap.SP_MediaSkipForward: "next track",
    QStyle.StandardPixmap.SP_MediaVolume: "volume",
    QStyle.StandardPixmap.SP_MessageBoxWarning: "warning",
    QStyle.StandardPixmap.SP_TrashIcon: "delete",
    QStyle.StandardPixmap.SP_TitleBarCloseButton: "close",
}


def names_at(shown: Shown, icons: Icons) -> dict[str, str]:
    """Return what is found and named at the place of each icon."""
    found = IconFinder(icons).find(shown.pixels, [])
    at = {
        name: [element.name for element in found if element.box.grown(2).has(place)]
        for name, place in shown.places.items()
    }
    return {name: names[0] for name, names in at.items() if names}


@pytest.mark.display
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [1, 2])
def test_drawings_in_a_window_are_named(open_window: OpenWindow, icons: Icons, dark: bool, scale: int) -> None:
    window = open_window(dark)
    for name in GLYPHS:
        window.add_button(name)
    given = names_at(window.shown(scale), icons)
    wrong = {name: given.get(name) for name in GLYPHS if given.get(name) != name}
    assert 1 - len(wrong) / len(GLYPHS) >= _HIT, wrong


@pytest.mark.display
def test_qts_own_icons_are_named(open_window: OpenWindow, icons: Icons, qapp: QApplication) -> None:
    window = open_window(False)
    for standard, name in _STANDARD.items():
        window.add_button(name, qapp.style().standardIcon(standard))
    given = names_at(window.shown(), icons)
    wrong = {name: given.get(name) for name in _STANDARD.values() if given.get(name) != name}
    assert 1 - len(wrong) / len(_STANDARD) >= _HIT, wrong


@pytest.mark.display
@pytest.mark.parametrize("text", ["Rename 4 files", "Zwölf Boxkämpfer", "打开文件夹", "R", "Q3 K8 W"])
@pytest.mark.parametrize("points", [9, 14, 22])
def test_words_have_no_sure_names(open_window: OpenWindow, icons: Icons, text: str, points: int) -> None:
    window = open_window(False)
    label = window.add_text(text, points)
    shown = window.shown()
    corner, size = label.mapTo(window, label.rect().topLeft()), label.sizeHint()
    box = PixelBox(corner.x(), corner.y(), corner.x() + size.width(), corner.y() + label.height())
    (names,) = icons.names(shown.pixels, [box])
    assert not [name for name in names if name.is_sure]


def test_an_even_area_has_no_name(icons: Icons) -> None:
    assert icons.names(np.full((50, 50, 3), 200, np.uint8), [PixelBox(10, 10, 30, 30)]) == [()]


@pytest.mark.parametrize(
    "box", [PixelBox(0, 0, 0, 0), PixelBox(60, 60, 90, 90), PixelBox(-40, -40, -9, -9), PixelBox(30, 30, 10, 10)]
)
def test_a_box_of_nothing_has_no_name(icons: Icons, box: PixelBox) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (50, 50, 3), dtype=np.uint8)
    assert icons.names(noise, [box]) == [()]


def test_no_boxes_give_no_names(icons: Icons) -> None:
    assert icons.names(np.zeros((50, 50, 3), np.uint8), []) == []


def test_a_stop_is_obeyed(icons: Icons) -> None:
    stop = Event()
    stop.set()
    noise = np.random.default_rng(1).integers(0, 255, (50, 50, 3), dtype=np.uint8)
    with pytest.raises(GenerationStopped):
        icons.names(noise, [PixelBox(10, 10, 30, 30)], stop)


def test_a_missing_model_is_said(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (50, 50, 3), dtype=np.uint8)
    with pytest.raises(ModelError, match=r"missing: install deskhand again"):
        Icons(tmp_path / "none.onnx").names(noise, [PixelBox(10, 10, 30, 30)])


def test_the_net_knows_the_vocabulary() -> None:
    assert tuple(NAMES_FILE.read_text("utf-8").splitlines()) == NAMES


def test_what_is_hardly_an_icon_may_show_the_one_name_that_stands_out() -> None:
    icons = Icons()
    icons._load()
    deletes = icons._names.index("delete")
    row = np.zeros(len(icons._names) + 1, np.float32)
    row[deletes], row[-1] = 0.06, 0.94
    assert [name.name for name in icons._best([row])] == ["delete"]
    row[:4] += 0.03
    assert icons._best([row]) == ()

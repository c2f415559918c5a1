import time
from contextlib import ExitStack
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageEnhance, ImageFilter

from model.base import ModelError
from model.sight.ocr import Ocr
from tasks.checks import CheckFault, Machine
from tasks.checks.screen.live import LiveDesktop
from tasks.checks.screen.template import Template
from tasks.displays import VirtualDisplay
from tests.tasks.checks.judging import holds, judge, sees
from tests.tasks.checks.screen.shown import Shown, button, page, text_line

pytestmark = pytest.mark.display


def test_a_text_on_the_screen_is_read(seen: Machine) -> None:
    with Shown(page((text_line("The file was saved"), (40, 60)), (text_line("Total: 1,234.50"), (40, 300)))):
        assert holds(seen, screen_text="the file was saved")
        assert holds(seen, screen_text="Total: 1,234.50")
        assert holds(seen, screen_text="saved", region=[150, 187, 650, 400])
        assert not holds(seen, screen_text="saved", region=[150, 450, 650, 700])
        finding = judge(seen, screen_text="The file was closed")
    assert not finding.held
    assert "The file was saved" in finding.saw
    assert finding.picture is not None
    assert finding.picture.size == (1280, 800)


def test_a_text_where_none_stands_says_so(seen: Machine) -> None:
    with Shown(page()):
        assert sees(seen, screen_text="Saved", region=[200, 300, 600, 600]) == "no text"


def test_a_picture_is_seen_as_it_is(seen: Machine) -> None:
    button("Save").save(seen.folder / "save.png")
    with Shown(page((button("Save"), (100, 80)), (button("Open"), (100, 200)))):
        finding = judge(seen, screen_picture="save.png")
        assert finding.held
        assert finding.saw.startswith("it at 30")  # a window manager's frame moves it by its width
        assert holds(seen, screen_picture="save.png", region=[200, 250, 400, 400])
        assert not holds(seen, screen_picture="save.png", region=[200, 400, 400, 600])


def test_another_picture_is_not_the_one(seen: Machine) -> None:
    button("Save").save(seen.folder / "save.png")
    with Shown(page((button("Same"), (100, 80)), (button("Save", ticked=True), (100, 200)))):
        finding = judge(seen, screen_picture="save.png")
    assert not finding.held
    assert finding.saw.startswith("nothing like it")
    assert finding.picture is not None


@pytest.mark.parametrize("scale", [1, 1.25, 1.5, 1.75, 2])
@pytest.mark.parametrize(("text", "ticked"), [("3", False), ("", False), ("", True)])
def test_a_picture_drawn_anew_at_another_size_is_the_same(scale: float, text: str, ticked: bool) -> None:
    screen = page((button(text, scale, ticked), (101, 83)), (button("Other", scale), (101, 203)))
    box = Template(button(text, ticked=ticked)).find(screen).box
    assert box is not None
    assert box == pytest.approx((101, 83, 101 + 110 * scale, 83 + 32 * scale), abs=3)


@pytest.mark.parametrize("scale", [1, 1.25, 1.5, 2])
@pytest.mark.parametrize(("text", "ticked"), [("Saved", False), ("Sane", False), ("Save", True), ("", False)])
def test_a_picture_that_differs_is_another_one_at_any_size(scale: float, text: str, ticked: bool) -> None:
    screen = page((button(text, scale, ticked), (101, 83)))
    assert Template(button("Save")).find(screen).box is None


@pytest.mark.parametrize("scale", [1, 1.25, 1.5, 2])
@pytest.mark.parametrize(("text", "other"), [("3", "8"), ("12", "17"), ("R", "B")])
def test_another_letter_is_another_picture_at_any_size(scale: float, text: str, other: str) -> None:
    assert Template(text_line(text, 13)).find(page((text_line(other, round(13 * scale)), (101, 83)))).box is None


def test_a_letter_much_like_another_is_told_apart_at_its_own_size() -> None:
    assert Template(text_line("8", 13)).find(page((text_line("B", 13), (101, 83)))).box is None
    assert Template(text_line("8", 13)).find(page((text_line("8", 13), (101, 83)))).box is not None


def test_smoother_edges_make_no_other_picture() -> None:
    screen = page((button("Save").filter(ImageFilter.GaussianBlur(0.4)), (60, 60)))
    assert Template(button("Save")).find(screen).box is not None


def test_another_colour_makes_another_picture() -> None:
    faded = ImageEnhance.Brightness(button("Save")).enhance(0.6)
    assert Template(button("Save")).find(page((faded, (60, 60)))).box is None
    red, green, blue = button("Save", ticked=True).split()
    recoloured = Image.merge("RGB", (blue, green, red))
    assert Template(button("Save", ticked=True)).find(page((recoloured, (60, 60)))).box is None


def test_a_picture_at_the_edge_of_the_screen_is_seen() -> None:
    screen = page((button("Save"), (0, 0)))
    assert Template(button("Save")).find(screen).box == pytest.approx((0, 0, 110, 32), abs=1)
    screen = page((button("", 1.5), (600 - 165, 400 - 48)))
    assert Template(button("")).find(screen).box is not None


def test_a_picture_larger_than_the_screen_is_not_on_it() -> None:
    assert Template(button("Save")).find(Image.new("RGB", (50, 20))).box is None


def test_noise_holds_no_picture() -> None:
    noise = np.random.default_rng(0).integers(0, 255, (800, 1280, 3), np.uint8)
    started = time.monotonic()
    assert Template(button("Save")).find(Image.fromarray(noise)).box is None
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("content", [None, b"", b"no picture", Image.new("RGB", (40, 40)), Image.new("RGB", (4, 4))])
def test_a_picture_that_nothing_can_be_like_is_the_tasks_fault(seen: Machine, content: object) -> None:
    path = seen.folder / "p.png"
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif isinstance(content, Image.Image):
        content.save(path)
    with pytest.raises(CheckFault):
        judge(seen, screen_picture="p.png")


@pytest.mark.parametrize("written", [{"screen_text": "a"}, {"window": "*"}, {"clipboard": "a"}])
def test_a_display_that_died_is_a_finding_that_proves_nothing(machine: Machine, written: dict[str, object]) -> None:
    other = VirtualDisplay((640, 480))
    with ExitStack() as alive:
        alive.enter_context(other)
        with other.in_this_process(), LiveDesktop(Ocr()) as dying:
            alive.close()
            finding = judge(replace(machine, desktop=dying), **written)
            opposite = judge(replace(machine, desktop=dying), **{"not": written})
    assert (finding.held, finding.certain, opposite.held) == (False, False, False)
    assert finding.saw.startswith("no display")


def test_without_a_display_nothing_is_seen(machine: Machine) -> None:
    assert sees(machine, screen_text="a") == "no display"


class _Unreadable:
    """A desktop whose reader has no models."""

    def screenshot(self) -> Image.Image:
        return page()

    def lines(self, screenshot: Image.Image) -> list[object]:
        raise ModelError("The models that read the screen are missing: install them.")


def test_a_reader_that_cannot_read_is_no_finding(machine: Machine) -> None:
    with pytest.raises(CheckFault, match="models"):
        judge(replace(machine, desktop=_Unreadable()), screen_text="a")  # type: ignore[arg-type]

"""Windows are brought to the front by their titles, which end in small buttons; words elsewhere are none."""

import pytest
from PIL import Image, ImageDraw

from model.reader.plan import SwitchTo
from model.reader.scene import Scene
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox, TextLine
from tests.model.reader.acting.following import follow, kinds, spots
from tests.model.reader.finding.scenes import scene
from tests.model.sight.screens import blank, line

LIGHT, DARK = ("#dedcda", "#8a8a8a"), ("#88a8d8", "#101010")


def desktop(*texts: TextLine, colours: tuple[str, str] = LIGHT, right: int = 700) -> Scene:
    """Return a screen with one window, whose title bar reaches over the first 24 rows, and these words on it."""
    image = Image.new("RGB", blank().size, "black")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, right, 400), fill="white")
    draw.rectangle((0, 0, right, 24), fill=colours[0])
    for x in (right - 62, right - 42, right - 22):
        draw.rectangle((x, 4, x + 16, 20), fill=colours[1], outline="#303030")
    return scene(lines=texts, image=image)


def small(x: float, name: str) -> Element:
    """Return an icon in the first rows."""
    return Element(Kind.ICON, PixelBox(x, 5, x + 12, 17), name=name)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("right", [700, 999])
def test_a_title_that_shows_is_clicked(colours: tuple[str, str], right: int) -> None:
    shown = desktop(line("notes.txt - Editor", 200, 2), colours=colours, right=right)
    actions = follow([SwitchTo("notes.txt")], shown, shown, changes=[False])
    assert kinds(actions) == ["click", "done"]
    assert spots(actions)[0] == (200, 2)


@pytest.mark.parametrize(
    ("name", "title"), [("terminal", "xterm"), ("终端", "root@host: ~"), ("browser", "Tea - Chromium")]
)
def test_an_application_is_known_by_its_sort(name: str, title: str) -> None:
    assert kinds(follow([SwitchTo(name)], desktop(line(title, 200, 2)))) == ["click"]


def test_a_title_that_the_keys_brought_to_the_front_is_clicked() -> None:
    before, after = desktop(line("Editor", 200, 2)), desktop(line("notes.txt - Editor", 200, 2))
    assert kinds(follow([SwitchTo("notes.txt")], before, after, after)) == ["press_keys", "click", "done"]


@pytest.mark.parametrize("name", ["terminal", "notes.txt"])
def test_a_window_is_not_the_one_that_speaks_of_another(name: str) -> None:
    within = desktop(line("Editor", 200, 2), line("see notes.txt, or the terminal", 200, 100))
    actions = follow([SwitchTo(name)], *[within] * 5)
    assert kinds(actions) == [*["press_keys"] * 4, "infeasible"]


@pytest.mark.parametrize(("beside", "end"), [("maximize", "click"), ("add", "press_keys")])
def test_tabs_level_with_a_windows_buttons_name_it(beside: str, end: str) -> None:
    icons = [small(900, beside), small(940, "close"), small(300, "close")]
    tabs = scene(*icons, lines=[line("Tea shop: order", 120, 0), line("News", 400, 0)])
    assert kinds(follow([SwitchTo("Tea shop")], tabs)) == [end]


def test_words_below_a_windows_buttons_do_not_name_it() -> None:
    page = scene(small(900, "maximize"), small(940, "close"), lines=[line("News", 120, 0), line("Tea shop", 120, 60)])
    assert kinds(follow([SwitchTo("Tea shop")], page)) == ["press_keys"]

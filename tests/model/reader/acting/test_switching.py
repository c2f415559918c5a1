"""Windows are brought to the front by their titles, which end in small buttons; words elsewhere are none."""

import pytest
from PIL import Image, ImageDraw

from model.reader.plan import SwitchTo
from model.reader.scene import Scene
from model.sight.text_line import TextLine
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


def test_words_in_a_window_are_no_title() -> None:
    within = desktop(line("notes.txt", 200, 100))
    assert kinds(follow([SwitchTo("notes.txt")], within, within)) == ["press_keys", "done"]


def test_a_window_that_is_nowhere_is_told() -> None:
    assert kinds(follow([SwitchTo("terminal")], *[desktop(line("Editor", 200, 2))] * 5))[-1] == "infeasible"

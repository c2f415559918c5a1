"""Selecting text: that every letter of it is selected is looked at on the pixels."""

from PIL import Image, ImageDraw, ImageFont

from model.reader.plan import Click, Edit, Highlight, Instruction, Target
from model.reader.scene import Scene
from model.sight.text_line import PixelBox, TextLine
from tests.model.reader.acting.following import follow, kinds
from tests.model.reader.finding.scenes import scene
from tests.model.sight.screens import CJK_FONT, blank, write

NOTE = TextLine("Bring the tent", PixelBox(98, 100, 240, 126), 1.0, tuple(100.0 + 10 * n for n in range(14)))
PLAN = [Highlight(Target("Bring the tent"))]


def screen(selected: tuple[int, int] | None = None) -> Scene:
    """Return a note, selected from one x to another."""
    image = blank()
    if selected:
        ImageDraw.Draw(image).rectangle((selected[0], 98, selected[1], 128), fill="#9ec1f0")
    write(image, "Bring the tent", 100, 100)
    return scene(lines=[NOTE], image=image)


def inverted() -> Scene:
    """Return the note as most systems select it: white letters on blue."""
    image = blank()
    ImageDraw.Draw(image).rectangle((LEFT - 2, 98, RIGHT + 2, 128), fill="#3367d1")
    font = ImageFont.truetype(CJK_FONT, 16)
    ImageDraw.Draw(image).text((100, 100), "Bring the tent", fill="white", font=font)
    return scene(lines=[NOTE], image=image)


def ends(image: Image.Image) -> tuple[int, int]:
    """Return from where to where black letters reach."""
    inked = [x for x in range(image.width) for y in range(100, 126) if image.getpixel((x, y)) == (0, 0, 0)]
    return min(inked), max(inked)


LEFT, RIGHT = ends(screen().image)


def test_a_text_is_dragged_over_from_before_its_first_letter_to_behind_its_last() -> None:
    (drag,) = follow(PLAN, screen())
    start, end = drag["box_2d"][0], drag["to_box_2d"][0]
    assert LEFT - 4 <= start[0] <= start[2] <= LEFT + 1
    assert RIGHT + 1 <= end[0] <= end[2] <= RIGHT + 8


def test_a_text_that_lies_on_another_ground_then_is_selected() -> None:
    assert kinds(follow(PLAN, screen(), screen((LEFT - 2, RIGHT + 2)))) == ["drag", "done"]


def test_white_letters_on_another_ground_are_selected() -> None:
    assert kinds(follow(PLAN, screen(), inverted())) == ["drag", "done"]


def test_a_letter_that_was_left_out_is_seen() -> None:
    partly = screen((LEFT - 2, RIGHT - 10))
    actions = follow(PLAN, screen(), partly, partly, partly, partly)
    assert kinds(actions) == ["drag", "wait", "click", "wait", "infeasible"]


def test_a_change_elsewhere_selects_nothing() -> None:
    assert kinds(follow(PLAN, *[screen()] * 5))[-1] == "infeasible"


def test_a_windows_edge_is_no_letter() -> None:
    image = screen().image.copy()
    ImageDraw.Draw(image).rectangle((0, 0, 98, 300), fill="black")
    (drag,) = follow(PLAN, scene(lines=[NOTE], image=image))
    assert drag["box_2d"][0][0] >= LEFT - 4


def test_a_double_click_before_a_command_on_what_is_selected_has_to_select() -> None:
    plan: list[Instruction] = [Click(Target("Bring the tent"), clicks=2), Edit("bold")]
    missed = follow(plan, screen(), *[screen()] * 4)
    assert kinds(missed) == ["click", "wait", "click", "wait", "infeasible"]
    assert kinds(follow(plan, screen(), screen((LEFT - 2, RIGHT + 2)))) == ["click", "press_keys"]

"""What is found around an action: windows by a fake window system, labels by a fake reader."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

import pytest
from PIL import Image

from actions.geometry import Rect, View
from actions.policy import Surroundings
from actions.schema import Box, Click, Drag, Hover, InputAction, OpenApp, PressKeys, Scroll, TypeText, Wait
from agent.input_windows import InputWindow, Position
from agent.step import Observation
from agent.surroundings import SurroundingsFinder
from model.sight.text_line import PixelBox, TextLine

DESKTOP = Rect(-1000, 0, 1000, 1000)  # a second monitor: pointer units are not pixels of the screenshot
FULL = Image.linear_gradient("L").resize((1000, 1000)).convert("RGB")  # nowhere of one colour
OBSERVATION = Observation(FULL, View(DESKTOP, (DESKTOP,)))
LEFT = InputWindow(("Letter",), ("mail", "Mail"), Rect(-1000, 0, 500, 1000))
RIGHT = InputWindow(("Save As", "Editor"), ("editor", "Editor"), Rect(-500, 0, 500, 1000))
DIALOG = InputWindow(("Question",), ("editor", "Editor"), Rect(-400, 400, 300, 150))
ENTER = PressKeys(keys=("enter",))


class Windows:
    """Two windows side by side. Implements `InputWindows`."""

    def __init__(self, focused: InputWindow = LEFT, pointer: Position | None = (-1, 1)) -> None:
        self._focused, self._pointer = focused, pointer

    def under(self, at: Position) -> InputWindow:
        return LEFT if at[0] < -500 else RIGHT

    def focused(self) -> InputWindow:
        return self._focused

    def pointer(self) -> Position | None:
        return self._pointer

    def kept_in_front(self) -> AbstractContextManager[None]:
        return nullcontext()

    def close(self) -> None: ...


class Labels:
    """Says what stands on the screen (by boxes in its pixels) for each part that is read."""

    def __init__(self, **labels: tuple[int, int, int, int]) -> None:
        self._labels = labels
        self.read: list[tuple[int, int]] = []

    def __call__(self, image: Image.Image) -> Sequence[TextLine]:
        self.read.append(image.size)
        return [
            TextLine(text, box, 1.0, ())
            for text, place in self._labels.items()
            if _fits(box := PixelBox(*place), image)
        ]


def _fits(box: PixelBox, image: Image.Image) -> bool:
    return box.x2 <= image.width and box.y2 <= image.height


def found(
    action: InputAction, labels: Labels | None = None, windows: Windows | None = None, bound: str = ""
) -> list[Surroundings]:
    finder = SurroundingsFinder(windows or Windows(), lambda _action: labels is not None, labels or Labels(), bound)
    return finder(action, OBSERVATION)


def click(x: float, y: float, width: float = 0, height: float = 0) -> Click:
    return Click(box_2d=Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2))


@pytest.mark.parametrize(
    "action", [click(100, 100), Hover(box_2d=Box.at(100, 100)), TypeText(text="x", box_2d=Box.at(100, 100))]
)
def test_what_aims_reaches_the_window_under_its_target(action: InputAction) -> None:
    assert found(action, windows=Windows(RIGHT)) == [Surroundings(LEFT.titles, LEFT.window_class)]


@pytest.mark.parametrize("action", [ENTER, TypeText(text="x")])
def test_keys_reach_the_window_with_the_focus(action: InputAction) -> None:
    assert found(action, windows=Windows(RIGHT))[0].titles == RIGHT.titles


def test_the_wheel_turns_where_the_pointer_is() -> None:
    assert found(Scroll(direction="up"), windows=Windows(LEFT, (-1, 1)))[0].titles == RIGHT.titles


def test_a_drag_reaches_two_windows() -> None:
    drag = Drag(box_2d=Box.at(100, 100), to_box_2d=Box.at(900, 100))
    assert [around.titles for around in found(drag)] == [LEFT.titles, RIGHT.titles]


@pytest.mark.parametrize("action", [Wait(), OpenApp(app_name="x")])
def test_what_has_no_place_has_no_surroundings(action: InputAction) -> None:
    labels = Labels(Send=(0, 0, 10, 10))
    assert found(action, labels) == [Surroundings()]
    assert labels.read == []


@pytest.mark.parametrize(("bound", "inside"), [("editor", True), ("SAVE", True), ("letter", False), ("", False)])
def test_the_bound_window_is_known_by_its_title_or_its_dialogs_owner(bound: str, inside: bool) -> None:
    assert found(click(900, 100), bound=bound)[0].in_bound_window is inside


def test_labels_that_are_not_needed_are_not_read() -> None:
    labels = Labels(Send=(150, 40, 190, 56))
    SurroundingsFinder(Windows(), lambda _action: False, labels)(click(500, 500), OBSERVATION)
    assert labels.read == []


def test_nothing_is_read_where_the_target_and_what_is_beside_it_are_blank() -> None:
    blank = FULL.copy()
    blank.paste("white", (440, 440, 560, 560))
    labels = Labels(Send=(500, 500, 540, 516))
    finder = SurroundingsFinder(Windows(), lambda _action: True, labels)
    finder(Click(box_2d=Box.at(500, 500)), Observation(blank, View(DESKTOP, (DESKTOP,))))
    assert labels.read == []


def test_only_a_small_part_around_the_target_is_read() -> None:
    labels = Labels()
    found(click(500, 500), labels)
    assert labels.read == [(240, 80)]


def test_the_label_under_a_click_counts_and_its_neighbours_do_not() -> None:
    labels = Labels(Cancel=(10, 32, 60, 48), Send=(100, 32, 140, 48), Delete=(180, 32, 230, 48))
    assert found(click(500, 500), labels)[0].labels == ("Send",)


def test_every_label_inside_the_target_counts() -> None:
    labels = Labels(Pay=(100, 22, 130, 36), now=(100, 44, 130, 58), Cancel=(10, 32, 60, 48))
    assert found(click(500, 500, 60, 60), labels)[0].labels == ("Pay", "now")


def test_an_icon_has_the_label_right_beside_it() -> None:
    labels = Labels(Send=(100, 62, 140, 76), Cancel=(10, 62, 60, 76))
    assert found(click(500, 500), labels)[0].labels == ("Send",)


def test_what_is_farther_away_is_no_label_of_the_target() -> None:
    assert found(click(500, 500), Labels(Send=(180, 32, 220, 48)))[0].labels == ()


def test_at_the_screens_edge_less_is_read() -> None:
    labels = Labels(Send=(0, 0, 40, 16))
    assert found(click(0, 0), labels)[0].labels == ("Send",)
    assert labels.read == [(121, 41)]


def test_a_drags_labels_are_those_where_it_ends() -> None:
    drag = Drag(box_2d=Box.at(100, 100), to_box_2d=Box.at(900, 500))
    start, end = found(drag, Labels(Trash=(100, 32, 140, 48)))
    assert (start.labels, end.labels) == ((), ("Trash",))


def test_enter_in_a_small_dialog_may_press_any_of_its_buttons() -> None:
    labels = Labels(Cancel=(20, 120, 70, 140), Delete=(220, 120, 270, 140))
    assert found(ENTER, labels, Windows(DIALOG))[0].labels == ("Cancel", "Delete")
    assert labels.read == [(300, 150)]


def test_enter_in_a_large_window_presses_something_near_the_pointer() -> None:
    labels = Labels(Send=(400, 100, 440, 116))
    assert found(ENTER, labels, Windows(LEFT, (-750, 500)))[0].labels == ("Send",)
    assert labels.read == [(480, 160)]


@pytest.mark.parametrize("pointer", [None, (-100, 500)])
def test_enter_where_the_focus_cannot_be_told_reads_nothing(pointer: Position | None) -> None:
    labels = Labels(Send=(0, 0, 10, 10))
    assert found(ENTER, labels, Windows(LEFT, pointer))[0].labels == ()


def test_enter_after_typing_presses_something_near_the_field() -> None:
    labels = Labels(Send=(400, 100, 440, 116))
    action = TypeText(text="bye", box_2d=Box.at(250, 500), press_enter=True)
    assert found(action, labels)[0].labels == ("Send",)


def test_screens_with_more_pixels_than_pointer_units_are_read_at_the_same_place() -> None:
    observation = Observation(FULL.resize((2000, 2000)), OBSERVATION.view)
    labels = Labels(Send=(210, 70, 270, 90))
    finder = SurroundingsFinder(Windows(), lambda _action: True, labels)
    assert finder(click(500, 500), observation)[0].labels == ("Send",)
    assert labels.read == [(480, 160)]

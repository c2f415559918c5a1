"""What effects are judged by on a look at the screen: windows by a fake window system, words by a fake OCR."""

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from threading import Event

import numpy as np
import pytest
from PIL import Image, ImageDraw

from actions.effects import DragTo, Drop, Effect, Keys, Launch, Pause, Point, Press, Text, Turn
from actions.geometry import Rect, View
from actions.policy.policy import Policy, Rule, Verdict
from actions.schema import Box
from agent.control.run_control import RunControl
from agent.errors import Stopped
from agent.guard.caret import CaretFinder
from agent.guard.judge import ScreenJudge
from agent.screen.look import Look
from agent.step import Observation
from agent.windows.accessibility import Control, FocusedElement, TextField
from agent.windows.reached import InputWindow, Position
from model.base import GenerationStopped
from model.sight.engine import Pixels
from model.sight.ocr import Ocr
from model.sight.text_line import PixelBox, TextLine

DESKTOP = Rect(-1000, 0, 1000, 1000)  # a second monitor: pointer units are not pixels of the screenshot
VIEW = View(DESKTOP, (DESKTOP,))
MAIL = InputWindow((1,), ("Letter",), ("mail", "Mail"), Rect(-1000, 0, 500, 1000))
EDITOR = InputWindow((2, 3), ("Save As", "Editor"), ("editor", "Editor"), Rect(-500, 0, 500, 1000))
XTERM = InputWindow((4,), ("~",), ("xterm", "XTerm"), Rect(-500, 0, 500, 1000))
MENU = InputWindow((5, 1), ("Letter",), ("mail", "Mail"), Rect(-1000, 0, 500, 1000), popup=True)
ENTER = Keys(("enter",))
BUTTON = (100, 100, 400, 140)  # the outline of a control, in pixels


class Windows:
    """Two windows side by side. Implements `InputWindows`."""

    def __init__(self, focused: InputWindow = MAIL, left: InputWindow = MAIL, right: InputWindow = EDITOR) -> None:
        self._focused, self._left, self._right = focused, left, right
        self.at: Position | None = (-1, 1)
        self.i_beam = False
        self.menus: tuple[Rect, ...] = ()

    def under(self, at: Position) -> InputWindow:
        return self._left if at[0] < -500 else self._right

    def focused_id(self) -> int | None:
        return self.focused().id

    def place(self, at: Position | None) -> Rect | None:
        return (self.under(at) if at else self.focused()).rect

    def focused(self) -> InputWindow:
        return self._focused

    def pointer(self) -> Position | None:
        return self.at

    def points_at_text(self) -> bool:
        return self.i_beam

    def popups(self, window: InputWindow) -> tuple[Rect, ...]:
        return self.menus

    def kept_in_front(self) -> AbstractContextManager[None]:
        return nullcontext()

    def close(self) -> None: ...


class FakeAccessibility:
    """Tells of one element, whatever the window. Implements `Accessibility`."""

    def __init__(self) -> None:
        self.element: FocusedElement | None = None
        self.moves = 0

    def focused(self, window: InputWindow) -> FocusedElement | None:
        return self.element

    def focus_may_move(self) -> None:
        self.moves += 1

    def close(self) -> None: ...


class Words(Ocr):
    """Reads words at given boxes in pixels."""

    def __init__(self, **words: tuple[int, int, int, int]) -> None:
        super().__init__()
        self.words = {PixelBox(*place): text.replace("_", " ") for text, place in words.items()}
        self.looked_at: list[PixelBox] = []

    def boxes(self, pixels: Pixels, area: PixelBox, stop: Event, at: PixelBox | None = None) -> list[PixelBox]:
        self.looked_at.append(area)
        return [box for box in self.words if area.has(box.centre)]

    def read_boxes(self, pixels: Pixels, boxes: object, stop: Event) -> list[TextLine]:
        assert isinstance(boxes, list | tuple)
        texts = [next(text for box, text in self.words.items() if box.has(part.centre)) for part in boxes]
        return [TextLine(text, part, 1.0, ()) for text, part in zip(texts, boxes, strict=True)]


def screen(*outlines: tuple[int, int, int, int], words: Ocr | None = None) -> Image.Image:
    """Draw controls' outlines on grey, and ink where words stand."""
    image = Image.new("RGB", (1000, 1000), (230, 230, 230))
    for outline in outlines:
        ImageDraw.Draw(image).rectangle(outline, fill=(250, 250, 250), outline=(90, 90, 90))
    for box in words.words if isinstance(words, Words) else ():
        for x in range(int(box.x1) + 2, int(box.x2) - 2, 4):
            ImageDraw.Draw(image).line((x, box.y1 + 4, x, box.y2 - 5), fill=(20, 20, 20))
    return image


def look_at(image: Image.Image) -> Look:
    pixels = np.asarray(image).astype(np.uint32)
    return Look(np.ascontiguousarray(pixels[..., 0] << 16 | pixels[..., 1] << 8 | pixels[..., 2]), VIEW)


class Judging:
    """A judge with all that it asks."""

    def __init__(
        self,
        words: Ocr | None = None,
        windows: Windows | None = None,
        policy: Policy | None = None,
        patience: float = 0.05,
    ) -> None:
        self.words, self.windows, self.control = words or Words(), windows or Windows(), RunControl()
        self.accessibility = FakeAccessibility()
        self.hovered: list[Position] = []
        self.shown: Iterator[Look] | None = None
        self.look = look_at(screen(BUTTON, words=self.words))
        caret = CaretFinder(self.windows, self._next_look, self.control, self.accessibility, patience)
        self.judge = ScreenJudge(
            policy or Policy(),
            self.windows,
            self.words,
            caret,
            self.control,
            lambda _name: (None, False),
            self.hovered.append,
            bound=3,
        )

    def _next_look(self) -> Look:
        if self.shown:
            return next(self.shown)
        time.sleep(0.01)
        return self.look

    def __call__(self, effect: Effect) -> tuple[Verdict, Rule]:
        judgement = self.judge.judge(effect, self.look)
        return judgement.verdict, judgement.rule

    def labels(self, effect: Effect) -> tuple[str, ...]:
        return self.judge.judge(effect, self.look).labels


def press(x: float, y: float, width: float = 0, height: float = 0) -> Press:
    return Press(Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2))


ASKED: tuple[Verdict, Rule] = (Verdict.ASK, "commit")
FREE: tuple[Verdict, Rule] = (Verdict.ALLOW, "other")


@pytest.mark.parametrize("effect", [press(100, 100), Point(Box.at(100, 100)), Turn("up", 1, Box.at(100, 100))])
def test_what_aims_reaches_the_window_under_its_target(effect: Effect) -> None:
    assert Judging(windows=Windows(EDITOR)).judge.judge(effect, look_at(screen())).window == "Letter"


@pytest.mark.parametrize("effect", [ENTER, Text("x")])
def test_keys_reach_the_window_with_the_focus(effect: Effect) -> None:
    assert Judging(windows=Windows(XTERM))(effect) == (Verdict.ASK, "terminal")


def test_the_wheel_turns_where_the_pointer_is() -> None:
    judging = Judging(windows=Windows(MAIL))
    assert judging.judge.judge(Turn("up", 1), judging.look).window == "Save As"


def test_a_drag_is_judged_by_both_its_ends() -> None:
    drag = DragTo(Box.at(900, 100), Box.at(100, 500))
    assert Judging(windows=Windows(right=XTERM))(drag) == (Verdict.ASK, "terminal")


def test_a_drag_is_judged_by_what_it_takes_and_by_where_it_ends() -> None:
    there, elsewhere = Box.at(200, 120), Box.at(800, 800)
    for effect in (Drop(there), DragTo(there, elsewhere), DragTo(elsewhere, there)):
        assert Judging(Words(Slide_to_pay=(150, 110, 250, 130)))(effect) == ASKED
    assert Judging(Words(Slide_to_pay=(150, 110, 250, 130)))(DragTo(elsewhere, elsewhere)) == FREE


def test_the_bound_window_is_known_by_its_id_or_its_dialogs_owner() -> None:
    policy = Policy(stay_in_window=True)
    assert Judging(policy=policy)(press(900, 100))[0] is Verdict.ALLOW
    assert Judging(policy=policy)(press(100, 100)) == (Verdict.REFUSE, "stay_in_window")


@pytest.mark.parametrize("effect", [Pause(1), Launch("mousepad")])
def test_what_has_no_place_needs_no_look(effect: Effect) -> None:
    judging = Judging()
    judging(effect)
    assert judging.words.looked_at == []  # type: ignore[attr-defined]


def test_all_that_stands_inside_a_controls_edges_counts_however_far_the_place() -> None:
    assert Judging(Words(Delete=(300, 110, 350, 130)))(press(110, 120)) == ASKED


def test_what_stands_outside_of_a_controls_edges_does_not_count() -> None:
    assert Judging(Words(Delete=(300, 145, 350, 165), Save=(200, 110, 250, 130)))(press(300, 138)) == FREE


def test_a_word_that_was_read_over_the_edge_of_two_controls_is_cut_there() -> None:
    judging = Judging(Words(Cancel=(110, 110, 170, 130), Delete=(405, 110, 470, 130)))
    assert judging(press(200, 120)) == FREE


def test_the_lines_of_one_control_make_one_label() -> None:
    judging = Judging(Words(Do_not=(220, 102, 280, 118), delete=(220, 122, 280, 138)))
    assert judging.labels(press(250, 120)) == ("Do not delete",)


def test_on_a_flat_bar_only_the_words_at_the_place_count() -> None:
    words = Words(New=(100, 500, 130, 516), Delete=(180, 500, 230, 516), Reply_to=(280, 500, 330, 516))
    assert Judging(words)(press(115, 508)) == FREE
    assert Judging(words)(press(200, 508)) == ASKED


def test_between_two_words_both_count() -> None:
    words = Words(New=(100, 500, 130, 516), Delete=(180, 500, 230, 516))
    assert Judging(words)(press(150, 508)) == ASKED


def test_an_icon_has_the_word_below_it() -> None:
    assert Judging(Words(Delete=(180, 520, 230, 536)))(press(205, 495)) == ASKED


def test_a_menus_entry_reaches_over_its_whole_row() -> None:
    words = Words(Delete=(110, 500, 160, 516), Open=(110, 530, 160, 546))
    menu = Windows(left=MENU)
    assert Judging(words, menu)(press(300, 508)) == ASKED
    assert Judging(words, menu)(press(300, 538)) == FREE


@pytest.mark.parametrize("button", ["right", "middle"])
def test_the_other_buttons_press_too(button: str) -> None:
    words, effect = Words(Delete=(110, 500, 160, 516)), Press(Box.at(130, 508), button)  # type: ignore[arg-type]
    assert Judging(words, Windows(left=MENU))(effect) == ASKED


def test_a_yes_is_judged_by_the_question_that_it_answers() -> None:
    question = Words(Yes=(150, 110, 190, 130), Delete_all_messages=(60, 40, 260, 60))
    assert Judging(question)(press(170, 120)) == ASKED
    assert Judging(Words(Yes=(150, 110, 190, 130), Show_all_messages=(60, 40, 260, 60)))(press(170, 120)) == FREE


def test_words_in_a_text_field_are_no_label() -> None:
    judging = Judging(Words(Delete_me=(110, 110, 170, 130)))
    judging.windows.i_beam = True
    assert judging(press(140, 120)) == FREE
    (spot,) = judging.hovered
    assert spot[0] > 170 - 1000  # beside the words, where a button is no I-beam


def test_words_that_are_no_text_field_stay_a_label_after_the_look_at_the_pointer() -> None:
    judging = Judging(Words(Delete_me=(110, 110, 170, 130)))
    assert judging(press(140, 120)) == ASKED
    assert judging.hovered


@pytest.mark.parametrize("effect", [ENTER, Text(" "), Keys(("space",)), Keys(("d",)), Keys(("alt", "d")), Text("d")])
def test_without_a_caret_keys_may_press_anything_in_the_window(effect: Effect) -> None:
    words = Words(Cancel=(20, 900, 70, 920), Delete=(220, 900, 270, 920))
    assert Judging(words)(effect) == ASKED


def test_what_stands_in_another_window_is_not_pressed_by_keys() -> None:
    assert Judging(Words(Delete=(700, 900, 760, 920)))(ENTER) == FREE


def test_what_stands_in_an_open_menu_of_the_application_is() -> None:
    windows = Windows()
    windows.menus = (Rect(-400, 800, 300, 200),)
    assert Judging(Words(Delete=(700, 900, 760, 920)), windows)(ENTER) == ASKED


def test_after_its_own_click_into_text_the_agent_knows_the_caret() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.windows.i_beam = True
    judging.judge.note(press(120, 120), VIEW)
    judging.windows.at = (-880, 120)
    assert judging(Text("abc d"))[0] is Verdict.ALLOW
    assert judging(Keys(("delete",)))[0] is Verdict.ALLOW


@pytest.mark.parametrize(
    "moved", [Keys(("tab",)), Keys(("down",)), Keys(("ctrl", "l")), Text("a\t"), Press(Box.at(900, 900)), Launch("x")]
)
def test_what_may_move_the_focus_ends_that_knowledge(moved: Effect) -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.windows.i_beam = True
    judging.judge.note(press(120, 120), VIEW)
    judging.judge.note(moved, VIEW)
    judging.windows.at = (-880, 120)
    assert judging(Text("abc d")) == ASKED


def test_what_the_person_did_since_ends_it_too() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.windows.i_beam = True
    judging.judge.note(press(120, 120), VIEW)
    judging.windows.at = (-880, 120)
    assert judging(Text("abc d"))[0] is Verdict.ALLOW
    judging.control.person_acted()  # it may have been Tab
    judging.control.hand_back()
    assert judging(Text("abc d")) == ASKED


def blinking(*outlines: tuple[int, int, int, int]) -> Iterator[Look]:
    """Show a caret that goes and comes, and a bar that grows beside it."""
    for n in range(100):
        image = screen(*outlines)
        ImageDraw.Draw(image).rectangle((10, 300, 20 + n, 310), fill="blue")
        if n % 8 < 4:
            ImageDraw.Draw(image).line((120, 112, 120, 128), fill="black")
        yield look_at(image)


def test_a_blinking_caret_is_evidence_whatever_else_moves() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)), patience=30)
    judging.shown = blinking(BUTTON)
    assert judging(Text("abc d"))[0] is Verdict.ALLOW


def test_enter_in_a_field_presses_the_forms_button() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)), patience=30)
    judging.shown = blinking(BUTTON)
    assert judging(ENTER) == ASKED


def test_enter_in_a_text_area_begins_a_new_line() -> None:
    area = (50, 50, 450, 800)
    judging = Judging(Words(Delete=(220, 900, 270, 920), Delete_this=(100, 400, 200, 420)), patience=30)
    judging.look = look_at(screen(area, words=judging.words))
    judging.shown = blinking(area)
    assert judging(ENTER)[0] is Verdict.ALLOW
    judging.shown = blinking(area)
    assert judging(Keys(("ctrl", "enter"))) == ASKED


@pytest.mark.parametrize("effect", [ENTER, Text(" "), Keys(("space",))])
def test_the_name_of_the_control_with_the_focus_is_a_label_though_none_is_read(effect: Effect) -> None:
    judging = Judging()
    judging.accessibility.element = Control(("", "Delete"))
    assert judging(effect) == ASKED
    judging.accessibility.element = Control(("Add",))
    assert judging(effect)[0] is Verdict.ALLOW


def test_what_is_read_counts_beside_that_name() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.accessibility.element = Control(("Add",))
    assert judging(Keys(("alt", "d"))) == ASKED


def test_no_caret_is_seen_where_a_control_is_said_to_have_the_focus() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)), patience=30)
    judging.windows.i_beam = True
    judging.judge.note(press(120, 120), VIEW)
    judging.windows.at = (-880, 120)
    judging.accessibility.element = Control(("Add",))
    assert judging(Text("abc d")) == ASKED


def told_field(place: tuple[int, int, int, int], multi_line: bool = False) -> TextField:
    """Tell of a field at a place in pixels."""
    x1, y1, x2, y2 = place
    return TextField(Rect(x1 - 1000, y1, x2 - x1, y2 - y1), multi_line)


def test_a_field_that_is_said_to_have_the_focus_has_a_caret_without_looking_for_one() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.shown = iter(())
    judging.accessibility.element = told_field(BUTTON)
    assert judging(Text("abc d"))[0] is Verdict.ALLOW
    assert judging(Keys(("delete",)))[0] is Verdict.ALLOW


def test_an_open_menu_takes_the_keys_whatever_is_said() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.accessibility.element = told_field(BUTTON)
    judging.windows.menus = (Rect(-400, 800, 300, 200),)
    assert judging(Text("abc d")) == ASKED


def test_enter_in_such_a_field_presses_the_forms_button_and_not_the_fields_own_text() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.accessibility.element = told_field(BUTTON)
    assert judging(ENTER) == ASKED
    judging = Judging(Words(Delete=(220, 110, 270, 130)))
    judging.accessibility.element = told_field(BUTTON)
    assert judging(ENTER) == FREE


def test_a_field_is_only_where_its_edges_are_seen_too() -> None:
    judging = Judging(Words(Delete=(220, 110, 270, 130)))
    judging.accessibility.element = told_field((100, 20, 400, 260))  # scrolled behind what is seen there
    assert judging(ENTER) == ASKED


def test_enter_begins_a_new_line_where_a_text_area_is_said_and_seen() -> None:
    area = (50, 50, 450, 800)
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.look = look_at(screen(area, words=judging.words))
    judging.accessibility.element = told_field(area, multi_line=True)
    assert judging(ENTER)[0] is Verdict.ALLOW
    judging.accessibility.element = told_field(area)
    assert judging(ENTER) == ASKED


def test_the_application_is_asked_anew_after_what_may_move_the_focus_and_only_then() -> None:
    judging = Judging()
    for moves in (press(120, 120), Press(Box.at(900, 900), "right"), Keys(("tab",)), Keys(("ctrl", "l")), Launch("x")):
        before = judging.accessibility.moves
        judging.judge.note(moves, VIEW)
        assert judging.accessibility.moves == before + 1
    for writes in (Keys(("a",)), Keys(("ctrl", "c")), Text("abc"), Pause(1)):
        before = judging.accessibility.moves
        judging.judge.note(writes, VIEW)
        assert judging.accessibility.moves == before


def test_a_control_that_looks_otherwise_than_the_model_saw_it_is_stale() -> None:
    judging, seen = Judging(), screen(BUTTON)
    ImageDraw.Draw(seen).text((300, 110), "Save", fill="black")
    assert judging.judge.stale(press(110, 120), judging.look, Observation(seen, VIEW))
    assert not judging.judge.stale(press(110, 120), judging.look, Observation(screen(BUTTON), VIEW))


def test_what_changed_elsewhere_is_not() -> None:
    judging, seen = Judging(), screen(BUTTON)
    ImageDraw.Draw(seen).text((300, 310), "12:05", fill="black")
    assert not judging.judge.stale(press(110, 120), judging.look, Observation(seen, VIEW))


def test_a_caret_and_our_own_windows_are_no_change() -> None:
    judging, seen = Judging(), screen(BUTTON)
    ImageDraw.Draw(seen).line((120, 112, 120, 128), fill="black")
    ImageDraw.Draw(seen).rectangle((200, 90, 500, 400), fill=(128, 128, 128))
    assert not judging.judge.stale(press(110, 120), judging.look, Observation(seen, VIEW))


def test_keys_are_stale_when_another_window_has_the_focus_by_now() -> None:
    judging = Judging(windows=Windows(MAIL))
    assert not judging.judge.stale(ENTER, judging.look, Observation(screen(), VIEW, focused=1))
    assert judging.judge.stale(ENTER, judging.look, Observation(screen(), VIEW, focused=2))


def test_a_stop_while_reading_is_a_stop() -> None:
    class Interrupted(Words):
        def boxes(self, pixels: Pixels, area: PixelBox, stop: Event, at: PixelBox | None = None) -> list[PixelBox]:
            raise GenerationStopped

    with pytest.raises(Stopped):
        Judging(Interrupted(Save=(200, 110, 250, 130)))(press(110, 120))

"""A judge with all that it asks: windows from a fake window system, words from a fake OCR."""

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from threading import Event

import numpy as np
from PIL import Image, ImageDraw

from actions.effects import Effect, Keys, Press
from actions.geometry import Rect, View
from actions.policy.policy import Policy, Rule, Verdict
from actions.schema import Box
from agent.control.run_control import RunControl
from agent.guard.caret import CaretFinder
from agent.guard.judge import ScreenJudge
from agent.screen.look import Look
from agent.windows.accessibility import FocusedElement
from agent.windows.reached import InputWindow, Position
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

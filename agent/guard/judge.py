"""Judges effects by a policy on a fresh look at the screen.

Finds what the policy judges by: the window that an effect reaches, the labels that it may press, and the text caret.
What is costly is looked for only where the verdict depends on it: labels are read at the place of a press, or in the
whole window that keys go to; a caret is looked for where a key would otherwise be forbidden. Knows neither rules, nor
window systems, nor OCR.
"""

from collections.abc import Callable
from dataclasses import replace

from actions.applications.desktop_entries import Application
from actions.effects import DragTo, Effect, Keys, Launch, Pause, Press, Text, Turn, places
from actions.geometry import Rect, View
from actions.policy.policy import Judgement, Policy, Surroundings, Verdict
from actions.policy.reach import Reach
from actions.schema import Box, InputAction, TypeText
from actions.words.labels import says_yes
from agent.control.run_control import RunControl
from agent.errors import Stopped
from agent.guard.caret import Caret, CaretFinder
from agent.screen.look import Look
from agent.step import Observation
from agent.windows.accessibility import Control
from agent.windows.reached import InputWindow, InputWindows, Position
from model.base import GenerationStopped
from model.sight.extent import extent_at
from model.sight.labels import blank_spot, labels_at, lines_in
from model.sight.ocr import Ocr
from model.sight.text_line import PixelBox, box_around

FindApplication = Callable[[str], tuple[Application | None, bool]]
"""From a name to the application that would be started, and whether the user named it."""

_WIDEST_LABEL = 40  # heights: what is longer is prose

# In pointer units.
_SMALL_DIALOG = 400_000  # 800x500
_DIALOG_ON_PAGE = (360, 300, 60)

# In pixels.
_TALL_FIELD = 100  # a text area, in which Enter begins a new line
_TALLEST_CONTROL = 60
_BESIDE_CARET = 4  # at a field's left edge, the caret touches its frame
_NEAR_TARGET = (48, 20)
_FIELD_FRAME = 12  # between the edges that an application tells of and those that are seen

_CURSOR_SECONDS = 0.04
_CURSOR_LOOKS = 4


class ScreenJudge:
    """Implements `agent.guard.guard.Judge`. `bound` says the id of the run's own window; `hover` moves the pointer."""

    def __init__(
        self,
        policy: Policy,
        windows: InputWindows,
        ocr: Ocr,
        caret: CaretFinder,
        control: RunControl,
        find_application: FindApplication,
        hover: Callable[[Position], None],
        bound: int | None = None,
    ) -> None:
        self._policy, self._windows, self._ocr, self._caret = policy, windows, ocr, caret
        self._control, self._find_application = control, find_application
        self._hover, self._bound = hover, bound

    def judge(self, effect: Effect, look: Look) -> Judgement:
        """Return what becomes of the effect, and by what evidence. Raises `Stopped`, and `ModelError` without OCR."""
        if isinstance(effect, Pause):
            return self._policy.judge(effect, Surroundings())
        if isinstance(effect, Launch):
            application, named = self._find_application(effect.name)
            return self._policy.judge(effect, Surroundings(application=application, named=named))
        try:
            return self._judge_input(effect, look)
        except GenerationStopped as stop:
            raise Stopped from stop

    def stale(self, effect: Effect, look: Look, observation: Observation) -> bool:
        """Say whether a control that is aimed at looks otherwise than the model saw it, or the keys go elsewhere."""
        if isinstance(effect, Keys | Text):
            return observation.focused is not None and self._windows.focused_id() != observation.focused
        if not isinstance(effect, Press | DragTo):
            return False
        return any(look.changed_since(observation, _neighbourhood(look, box)) for box in places(effect))

    def reaches(self, effect: Effect, view: View) -> int | None:
        """Return the id of the window that the effect reaches, as far as it is known."""
        return self._window_of(effect, view).id

    def unbound_secrets(self, action: InputAction) -> frozenset[str]:
        """Return the names of the secrets that the action types and that the policy binds to no window."""
        return self._policy.unbound_secrets(action.text) if isinstance(action, TypeText) else frozenset()

    def note(self, effect: Effect, view: View) -> None:
        """Remember what the effect does to the focus."""
        self._caret.note(effect, view)

    def _window_of(self, effect: Effect, view: View) -> InputWindow:
        """Return the window that the effect reaches: at its last place, or where the wheel or the keys go."""
        if boxes := places(effect):
            return self._windows.under(view.pointer_at(boxes[-1].centre))
        pointer = self._windows.pointer() if isinstance(effect, Turn) else None
        return self._windows.under(pointer) if pointer else self._windows.focused()

    def _judge_input(self, effect: Effect, look: Look) -> Judgement:
        window = self._window_of(effect, look.view)
        around = self._surroundings(window)
        control = self._caret.control(window) if isinstance(effect, Keys | Text) else None
        found = self._judge_with_labels(effect, look, window, around, control)
        if found.verdict is Verdict.ALLOW:
            return self._with_start(effect, look, found)
        if found.rule not in ("commit", "discard", "remove"):
            return found
        if isinstance(effect, Keys | Text):
            caret = self._caret.at(window)
            return self._judge_with_labels(effect, look, window, replace(around, caret=True), caret) if caret else found
        if isinstance(effect, Press) and self._is_in_text_field(places(effect)[0], look):
            return self._policy.judge(effect, around)
        return found

    def _is_in_text_field(self, box: Box, look: Look) -> bool:
        """Say whether the pointer becomes an I-beam beside the words at a place too: they are a text to be edited."""
        spot = blank_spot(self._ocr, look.pixels, look.place(box), self._control.stopped)
        if spot is None:
            return False
        self._hover(look.position(spot))
        for _ in range(_CURSOR_LOOKS):
            self._control.pause(_CURSOR_SECONDS)
            if self._windows.points_at_text():
                return True
        return False

    def _with_start(self, effect: Effect, look: Look, found: Judgement) -> Judgement:
        """Judge a drag by the window that it begins in too."""
        boxes = places(effect)
        if len(boxes) < 2:
            return found
        window = self._windows.under(look.view.pointer_at(boxes[0].centre))
        begun = self._policy.judge(effect, self._surroundings(window))
        return found if begun.verdict is Verdict.ALLOW else begun

    def _judge_with_labels(
        self, effect: Effect, look: Look, window: InputWindow, around: Surroundings, focus: Caret | Control | None
    ) -> Judgement:
        labels: tuple[str, ...] = ()
        match self._policy.reach(effect, around):
            case Reach.PLACE:
                labels = tuple(label for box in places(effect) for label in self._labels_at(box, look, window))
            case Reach.WINDOW:
                labels = self._labels_in(window, look, effect, focus)
        return self._policy.judge(effect, replace(around, labels=labels))

    def _surroundings(self, window: InputWindow) -> Surroundings:
        return Surroundings(
            window.titles,
            window.window_class,
            in_bound_window=self._bound is not None and self._bound in window.family,
        )

    def _labels_at(self, box: Box, look: Look, window: InputWindow) -> tuple[str, ...]:
        """Return the labels at a place; with one that only says yes, the question that it answers."""
        stop, place = self._control.stopped, look.place(box)
        labels = labels_at(self._ocr, look.pixels, look.extent(place), place, look.box(box), stop, menu=window.popup)
        if not says_yes(labels):
            return labels
        asked = look.area(_dialog(window, look.view.pointer_at(box.centre)))
        return (*labels, *(line.text for line in lines_in(self._ocr, look.pixels, asked, stop))) if asked else labels

    def _labels_in(
        self, window: InputWindow, look: Look, effect: Effect, focus: Caret | Control | None
    ) -> tuple[str, ...]:
        """Return what is read in the window that keys go to, and in its menus, but for the text around the caret.

        The name of the control that has the focus comes first: it may be an icon.
        """
        caret = focus if isinstance(focus, Caret) else None
        field = _field_at(look, caret) if caret else None
        if caret and field and _is_text_area(field, caret) and (effect == Keys(("enter",)) or isinstance(effect, Text)):
            return ()  # it begins a new line
        named = focus.labels if isinstance(focus, Control) else ()
        rects = (*((window.rect,) if window.rect else ()), *self._windows.popups(window))
        areas = [area for rect in rects if (area := look.area(rect))]
        lines = [line for area in areas for line in lines_in(self._ocr, look.pixels, area, self._control.stopped)]
        short = [line for line in lines if line.box.width <= _WIDEST_LABEL * line.box.height]
        return (*named, *(line.text for line in short if not (field and field.contains(line.box))))


def _field_at(look: Look, caret: Caret) -> PixelBox | None:
    """Return the field or the text area that the caret stands in, where edges close it in.

    They must be seen where the application tells of them: it may have scrolled the field behind something else.
    """
    x, y = look.at(*caret.at)
    extent = extent_at(look.pixels, (x + _BESIDE_CARET, y), reach=look.frame.shape[::-1])
    if extent is None or not extent.closed:
        return None
    told = look.area(caret.field.rect) if caret.field else extent.box
    return extent.box if told and _is_about(told, extent.box) else None


def _is_about(told: PixelBox, seen: PixelBox) -> bool:
    return all(abs(one - other) <= _FIELD_FRAME for one, other in zip(told, seen, strict=True))


def _is_text_area(field: PixelBox, caret: Caret) -> bool:
    return field.height >= _TALL_FIELD and (caret.field is None or caret.field.multi_line)


def _dialog(window: InputWindow, place: Position) -> Rect:
    """Return the window, or the part of a large one in which a page shows a dialog of its own."""
    if window.rect and window.rect.width * window.rect.height <= _SMALL_DIALOG:
        return window.rect
    (across, above, below), (x, y) = _DIALOG_ON_PAGE, place
    part = Rect(x - across, y - above, 2 * across, above + below)
    return (part.intersection(window.rect) if window.rect else None) or part


def _neighbourhood(look: Look, box: Box) -> PixelBox:
    """Return the control at a place, or what lies around it where that has no edges."""
    place = look.place(box)
    extent = look.extent(place)
    if extent and extent.closed and extent.box.height <= _TALLEST_CONTROL:
        return extent.box
    return box_around(place, _NEAR_TARGET, (look.frame.shape[1], look.frame.shape[0]))

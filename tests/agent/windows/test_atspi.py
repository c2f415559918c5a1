"""What is believed of a focus that a bus tells of, on a bus that no application stands behind."""

import time
from collections.abc import Iterator
from typing import Any

import pytest

from actions.geometry import Rect
from agent.windows.accessibility import Control, FocusedElement, TextField
from agent.windows.atspi import Accessible, AtSpi, NoAnswerError
from agent.windows.reached import InputWindow

FIELD, BUTTON = Accessible(":1.7", "/field"), Accessible(":1.7", "/button")
WINDOW = InputWindow((1,), ("Form",), rect=Rect(0, 0, 500, 500), process_id=42)
FOCUSED, SHOWING, EDITABLE, MULTI_LINE = (1 << bit for bit in (12, 25, 7, 17))
SEEN = FOCUSED | SHOWING
ENTRY, PUSH_BUTTON, PANEL = 79, 43, 39


class FakeBus:
    """Answers for a field and a button of process 42. Implements `Bus`."""

    def __init__(self) -> None:
        self.told: list[tuple[Accessible, bool]] = []
        self.answers: dict[tuple[Accessible | None, str], Any] = {
            (None, "GetConnectionUnixProcessID"): (42,),
            (FIELD, "GetState"): ([SEEN | EDITABLE, 0],),
            (FIELD, "GetRole"): (ENTRY,),
            (FIELD, "GetExtents"): ((10, 20, 300, 30),),
            (BUTTON, "GetState"): ([SEEN, 0],),
            (BUTTON, "GetRole"): (PUSH_BUTTON,),
            (BUTTON, "Name"): (("s", ""),),
            (BUTTON, "Description"): (("s", "Delete\n all"),),
        }
        self.calls = 0
        self.meanwhile: list[tuple[Accessible, bool]] = []
        self.closed = False

    def call(
        self, target: Accessible, interface: str, member: str, deadline: float, signature: str = "", *arguments: Any
    ) -> tuple[Any, ...]:
        self.calls += 1
        self.told += self.meanwhile
        key = arguments[-1] if member == "Get" else member
        answer = self.answers.get((target, key), self.answers.get((None, key)))
        if answer is None:
            raise NoAnswerError
        return tuple(answer)

    def news(self, deadline: float) -> Iterator[tuple[Accessible, bool]]:
        told, self.told = self.told, []
        yield from told

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def bus() -> FakeBus:
    return FakeBus()


def told_of(bus: FakeBus, accessible: Accessible, window: InputWindow = WINDOW) -> FocusedElement | None:
    bus.told.append((accessible, True))
    return AtSpi(bus).focused(window)


def test_a_field_that_took_the_focus_is_known_with_its_place(bus: FakeBus) -> None:
    assert told_of(bus, FIELD) == TextField(Rect(10, 20, 300, 30), multi_line=False)


def test_a_field_of_many_lines_is_known_as_such(bus: FakeBus) -> None:
    bus.answers[FIELD, "GetState"] = ([SEEN | EDITABLE | MULTI_LINE, 0],)
    assert told_of(bus, FIELD) == TextField(Rect(10, 20, 300, 30), multi_line=True)


def test_a_control_is_known_by_its_name_and_its_tooltip_in_a_line_each(bus: FakeBus) -> None:
    bus.answers[BUTTON, "Name"] = (("s", "Bin"),)
    assert told_of(bus, BUTTON) == Control(("Bin", "Delete all"))


def test_without_news_nothing_is_known_and_nobody_asked(bus: FakeBus) -> None:
    assert AtSpi(bus).focused(WINDOW) is None
    assert bus.calls == 0


@pytest.mark.parametrize("process_id", [None, 43])
@pytest.mark.parametrize("accessible", [FIELD, BUTTON])
def test_what_another_process_says_is_not_of_this_window(
    bus: FakeBus, accessible: Accessible, process_id: int | None
) -> None:
    window = InputWindow((1,), rect=WINDOW.rect, process_id=process_id)
    assert told_of(bus, accessible, window) is None


@pytest.mark.parametrize("rect", [None, Rect(0, 0, 300, 500), Rect(200, 0, 500, 500)])
def test_a_field_outside_of_the_window_is_in_another_one_of_its_application(bus: FakeBus, rect: Rect | None) -> None:
    assert told_of(bus, FIELD, InputWindow((1,), rect=rect, process_id=42)) is None


def test_what_says_that_it_lost_the_focus_is_forgotten(bus: FakeBus) -> None:
    bus.told = [(FIELD, True), (FIELD, False)]
    assert AtSpi(bus).focused(WINDOW) is None


def test_that_another_element_lost_it_means_nothing(bus: FakeBus) -> None:
    bus.told = [(FIELD, True), (BUTTON, False)]
    assert AtSpi(bus).focused(WINDOW) is not None


@pytest.mark.parametrize("state", [EDITABLE | SHOWING, EDITABLE | FOCUSED])
def test_what_lost_the_focus_or_is_hidden_without_a_word_is_unknown(bus: FakeBus, state: int) -> None:
    bus.answers[FIELD, "GetState"] = ([state, 0],)
    assert told_of(bus, FIELD) is None


def test_a_text_that_cannot_be_edited_is_no_field(bus: FakeBus) -> None:
    bus.answers[FIELD, "GetState"] = ([SEEN, 0],)
    assert told_of(bus, FIELD) is None


def test_what_is_neither_text_nor_pressed_is_unknown(bus: FakeBus) -> None:
    bus.answers[BUTTON, "GetRole"] = (PANEL,)
    assert told_of(bus, BUTTON) is None


def test_a_field_is_unknown_from_an_input_that_may_move_the_focus_until_one_takes_it(bus: FakeBus) -> None:
    accessibility = AtSpi(bus)
    bus.told.append((FIELD, True))
    accessibility.focus_may_move()
    assert accessibility.focused(WINDOW) is None  # it may not have heard of the Tab yet
    bus.told.append((FIELD, True))
    assert isinstance(accessibility.focused(WINDOW), TextField)


def test_a_control_stays_known_meanwhile_it_only_adds_labels(bus: FakeBus) -> None:
    accessibility = AtSpi(bus)
    bus.told.append((BUTTON, True))
    accessibility.focus_may_move()
    assert isinstance(accessibility.focused(WINDOW), Control)


def test_a_focus_that_moves_while_it_is_asked_about_is_unknown(bus: FakeBus) -> None:
    bus.meanwhile = [(BUTTON, True)]
    assert told_of(bus, FIELD) is None


@pytest.mark.parametrize("silent", ["GetState", "GetRole", "GetExtents", "GetConnectionUnixProcessID"])
def test_what_does_not_answer_is_unknown_and_not_asked_again(bus: FakeBus, silent: str) -> None:
    bus.answers = {key: answer for key, answer in bus.answers.items() if key[1] != silent}
    bus.told.append((FIELD, True))
    accessibility = AtSpi(bus)
    assert accessibility.focused(WINDOW) is None
    asked = bus.calls
    assert accessibility.focused(WINDOW) is None
    assert bus.calls == asked


@pytest.mark.parametrize("member", ["GetState", "GetRole", "GetExtents", "GetConnectionUnixProcessID"])
@pytest.mark.parametrize("answer", [(), ("79",), ([1],), ((1, 2, 3),), ((10, 20, 0, 30),), (None,), ([], [])])
def test_an_answer_of_another_shape_is_none(bus: FakeBus, member: str, answer: tuple[Any, ...]) -> None:
    bus.answers[None if "Unix" in member else FIELD, member] = answer
    assert told_of(bus, FIELD) is None


def test_a_name_that_is_no_text_is_no_answer(bus: FakeBus) -> None:
    bus.answers[BUTTON, "Name"] = (("u", 7),)
    assert told_of(bus, BUTTON) is None


def test_all_questions_have_one_short_deadline(bus: FakeBus) -> None:
    deadlines = []

    class Watched(FakeBus):
        def call(
            self, target: Accessible, interface: str, member: str, deadline: float, signature: str = "", *arguments: Any
        ) -> tuple[Any, ...]:
            deadlines.append(deadline)
            return super().call(target, interface, member, deadline, signature, *arguments)

    start = time.monotonic()
    told_of(Watched(), BUTTON)
    assert len(deadlines) == 5
    assert len(set(deadlines)) == 1
    assert deadlines[0] <= time.monotonic() + 0.05
    assert deadlines[0] >= start


def test_closing_closes_the_bus(bus: FakeBus) -> None:
    AtSpi(bus).close()
    assert bus.closed

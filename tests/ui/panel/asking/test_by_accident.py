"""A person who happens to type or to click where a window asks, by real input, approves nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from actions.schema import TypeText
from agent.recording import Recording
from tests.fakes import FakeDesktop, FakeModel
from tests.ui.panel.conftest import OpenPanel
from tests.ui.panel.hand import Hand
from tests.ui.panel.person import Person
from tests.ui.panel.replies import ASK, DONE, click, reply
from ui.panel.asking.confirm import Confirm
from ui.panel.asking.question import QuestionWindow
from ui.panel.asking.unhurried import UNHURRIED_MS
from ui.panel.panel import Panel
from ui.panel.settings.panel_settings import PanelSettings

pytestmark = pytest.mark.display

EACH = PanelSettings(language="en", theme="light", approve_each=True)
HIDDEN = reply(action_type="input_text", text="ls\t-l\nrm -rf \u202ex" + "\nline" * 50, override=True)
YES = "Yes, do it"


def ask(open_panel: OpenPanel, person: Person, *replies: str) -> Panel:
    """Start a run that asks, and give what it asks with the focus, as some window managers do."""
    panel = open_panel(FakeModel(*replies), settings=EACH)
    person.starts()
    person.wait_for(lambda: asking() is not None)
    window = asking()
    assert window is not None
    window.activateWindow()
    person.wait_for(lambda: QApplication.focusWindow() is window.windowHandle())
    return panel


def asking() -> Confirm | QuestionWindow | None:
    windows = QApplication.topLevelWidgets()
    return next((w for w in windows if isinstance(w, Confirm | QuestionWindow) and w.isVisible()), None)


@pytest.mark.parametrize("tabs", [0, 3, 4, 5])
@pytest.mark.parametrize(
    "words", ["", "somebody who types for another window and goes on"], ids=["at once", "for long"]
)
def test_typing_approves_nothing(
    open_panel: OpenPanel, person: Person, hand: Hand, desktop: FakeDesktop, words: str, tabs: int
) -> None:
    ask(open_panel, person, click(), DONE)
    hand.types(*words.replace(" ", ""), *["Tab"] * tabs, "space", "Return")
    person.lives_on(UNHURRIED_MS)
    assert desktop.acted == []


def test_a_click_that_was_meant_for_what_stood_there_before_approves_nothing(
    open_panel: OpenPanel, person: Person, hand: Hand, desktop: FakeDesktop
) -> None:
    ask(open_panel, person, click(), click(300), DONE)
    hand.aims_at(person.button(YES))
    person.wait_for(lambda: person.can_press(YES))
    hand.clicks()
    person.wait_for(lambda: len(desktop.acted) == 1 and asking() is not None)
    hand.clicks()
    person.lives_on(UNHURRIED_MS)
    assert len(desktop.acted) == 1
    assert asking() is not None


def test_keys_that_mean_it_approve(open_panel: OpenPanel, person: Person, hand: Hand, desktop: FakeDesktop) -> None:
    ask(open_panel, person, click(), DONE)
    person.wait_for(lambda: person.can_press(YES))
    while not person.button(YES).hasFocus():
        hand.types("Tab")
    hand.types("space")
    person.wait_to_see("Goal reached")
    assert len(desktop.acted) == 1


def test_escape_is_no(open_panel: OpenPanel, person: Person, hand: Hand, desktop: FakeDesktop) -> None:
    panel = ask(open_panel, person, click(), DONE)
    hand.types("Escape")
    person.wait_to_see("Goal reached")
    assert desktop.acted == []
    assert "did not approve" in Recording(panel.run.folder).steps[0].error


def test_all_that_is_approved_is_shown(open_panel: OpenPanel, person: Person, desktop: FakeDesktop) -> None:
    ask(open_panel, person, HIDDEN, DONE)
    assert person.sees("Replace what the field holds by “ls⇥-l⏎rm")
    whole = next(field for field in shown_texts() if field.accessibleName() == "The whole text")
    assert whole.toPlainText().startswith("ls⇥\t-l⏎\nrm -rf ⟨U+202E⟩x⏎\nline")
    assert whole.verticalScrollBar().maximum() > 0
    window = asking()
    assert window is not None
    assert window.height() < 700


def test_a_text_that_is_not_edited_after_all_is_typed_to_the_letter(
    open_panel: OpenPanel, person: Person, desktop: FakeDesktop
) -> None:
    ask(open_panel, person, reply(action_type="input_text", text="a\u00a0b\u2029c"), DONE)
    person.press("Edit")
    person.press(YES)
    person.wait_to_see("Goal reached")
    assert desktop.acted == [TypeText(text="a\u00a0b\u2029c")]


def test_what_cannot_be_seen_in_the_field_is_not_typed_from_it(
    open_panel: OpenPanel, person: Person, desktop: FakeDesktop
) -> None:
    ask(open_panel, person, reply(action_type="input_text", text="rm \u202ea\u200bb"), DONE)
    person.press("Edit")
    person.press(YES)
    person.wait_to_see("Goal reached")
    assert desktop.acted == [TypeText(text="rm ab")]


def test_the_window_is_as_high_as_what_it_shows(open_panel: OpenPanel, person: Person) -> None:
    panel = ask(open_panel, person, HIDDEN, click(), DONE)
    high = panel.stage.confirm.height()
    person.press("No")
    person.wait_for(lambda: panel.stage.confirm.isVisible() and person.sees("Click"))
    low = panel.stage.confirm.height()
    assert low == panel.stage.confirm.sizeHint().height() < high


def test_a_question_is_not_answered_by_what_was_typed_for_another_window(
    open_panel: OpenPanel, person: Person, hand: Hand
) -> None:
    ask(open_panel, person, ASK, DONE)
    hand.types("l", "s", "Return")
    window = asking()
    assert window is not None
    assert window.isVisible()


def shown_texts() -> list[QPlainTextEdit]:
    window = asking()
    assert window is not None
    fields = window.findChildren(QPlainTextEdit, options=Qt.FindChildOption.FindChildrenRecursively)
    return [field for field in fields if field.isVisible()]

"""A thought as it is written: a long paragraph is parted for speed, which nobody sees."""

import pytest
from pytestqt.qtbot import QtBot

from ui.panel.steps.thought_view import ThoughtView

pytestmark = pytest.mark.display
WORDS = [f"word{number} " for number in range(400)]


@pytest.fixture
def view(qtbot: QtBot) -> ThoughtView:
    made = ThoughtView()
    qtbot.addWidget(made)
    made.resize(400, 120)
    made.show()
    return made


def test_a_long_paragraph_is_parted_where_its_lines_end(view: ThoughtView) -> None:
    for word in WORDS:
        view.stream(word)
    assert view.blockCount() > 1
    assert view.toPlainText().replace("\n", "") == "".join(WORDS)
    lines = sum(view.document().findBlockByNumber(number).layout().lineCount() for number in range(view.blockCount()))
    view.show_text("".join(WORDS))
    assert view.document().lastBlock().layout().lineCount() == lines


def test_a_resized_view_shows_the_paragraph_whole(view: ThoughtView) -> None:
    for word in WORDS:
        view.stream(word)
    view.resize(300, 120)
    assert view.toPlainText() == "".join(WORDS)


def test_it_stays_at_the_end_while_it_grows(view: ThoughtView) -> None:
    for word in WORDS:
        view.stream(word)
    view.resize(300, 120)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum() > 0


def test_a_reader_who_scrolled_up_stays_there(view: ThoughtView) -> None:
    view.show_text("".join(WORDS))
    view.verticalScrollBar().setValue(2)
    view.stream("more")
    assert view.verticalScrollBar().value() == 2

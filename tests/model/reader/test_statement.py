"""The goal written on the screen, and what looks like it and is a control all the same."""

import pytest

from model.reader.statement import Said, find_outside, is_only_stated
from tests.model.sight.screens import line

ONE = Said("Click button ONE, then click button TWO.")


def places(phrase: str, *texts: str, said: Said) -> list[str]:
    """Return the lines, one below the other with a gap, in which the phrase may be a control."""
    lines = [line(text, 0, 100 * row) for row, text in enumerate(texts)]
    return [match.line.text for match in find_outside(phrase, lines, said)]


def test_a_word_in_the_goals_sentence_is_no_control_and_the_same_word_alone_is() -> None:
    assert places("ONE", "Click button ONE, then click", "button TWO.", "ONE", said=ONE) == ["ONE"]


@pytest.mark.parametrize(
    ("goal", "phrase", "read"),
    [
        ("Select 10/11/2016 as the date and hit submit.", "10/11/2016 as the date", "Select 10/11/2016 as the date"),
        ("Select 10/11/2016 as the date and hit submit.", "submit", "and hit submit."),
        ('Click on the link "In".', "In", "Click on the link “In”."),
        ("click OK, press Enter", "OK", "user@host:~$ deskhand do 'click OK, press Enter'"),
        ("Click on the OK button.", "OK", "Clickon the 0K button."),
        ("File > Save", "Save", "$ deskhand do 'open menu File > Save'"),
        ("点击“保存”，然后关闭", "保存", "任务：点击“保存”，然后关闭"),
        ('Click on the "♥♥♥" button.', "♥♥♥", 'Click on the "♥♥♥" button.'),
    ],
)
def test_the_goals_own_words_around_it_tell_the_statement(goal: str, phrase: str, read: str) -> None:
    assert places(phrase, read, said=Said(goal)) == []
    assert is_only_stated(phrase, [line(read)], Said(goal))


@pytest.mark.parametrize(
    ("goal", "phrase", "read"),
    [
        ("click the OK button", "OK", "OK button"),
        ("click Save", "Save", "Save"),
        ("click Save", "Save", "Don't Save"),
        ("click Edit, click View", "Edit", "File Edit View Help"),
        ("open menu Image > Rotate", "Rotate", "Image Rotate"),
        ('type "x" into Name and click Save', "Name", "Name and address"),
        ("点击保存按钮", "保存", "保存按钮"),
        ("点击保存", "保存", "不保存"),
    ],
)
def test_what_only_looks_like_the_goal_stays_a_control(goal: str, phrase: str, read: str) -> None:
    assert places(phrase, read, said=Said(goal)) == [read]


def test_the_statement_goes_on_in_the_next_line() -> None:
    lines = [line("Click the word that is next to the", 0, 0), line("Submit.", 0, 25), line("Submit", 0, 300)]
    found = find_outside("Submit", lines, Said("Click the word that is next to the Submit."))
    assert [match.box.y1 for match in found] == [300]


def test_what_was_answered_is_no_control_either() -> None:
    said = Said("click Foo\nReason: “Foo” is not there yet.")
    assert places("Foo", "Wait: “Foo” is not there yet.", said=said) == []


def test_a_text_that_was_typed_is_no_statement() -> None:
    said = Said('type "Hello brave world", double-click "brave"', ("Hello brave world",))
    assert places("brave", "Hello brave world", said=said) == ["Hello brave world"]


def test_a_word_that_stands_nowhere_is_not_stated() -> None:
    assert not is_only_stated("Foo", [line("Click Bar")], Said("click Foo"))


def test_a_piece_of_the_goals_sentence_is_no_control_where_its_line_was_read_in_pieces() -> None:
    said = Said("Enter the password and press login.")
    pieces = [line("and press", 0, 0), line("login.", 94, 0), line("login", 300, 200)]
    assert [match.line.box.y1 for match in find_outside("login", pieces, said)] == [200]


def test_a_line_goes_on_from_one_whose_last_word_is_the_verb() -> None:
    said = Said('Click the "Share" button on 2 posts by @jess and then click Submit.')
    statement = [line("posts by @jess and then click", 0, 0), line("Submit.", 0, 24), line("Submit", 300, 200)]
    assert [match.line.box.y1 for match in find_outside("Submit", statement, said)] == [200]

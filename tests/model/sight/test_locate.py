"""Finding a phrase among lines: how close each kind of likeness is, and what is no likeness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.sight.locate import Closeness, comparable, find
from model.sight.text_line import PixelBox
from tests.model.sight.screens import line


@pytest.mark.parametrize(
    ("phrase", "read", "closeness"),
    [
        ("Save As...", "Save As...", Closeness.EXACT),
        ("save as...", "SaveAs...", Closeness.SAME),
        ("ＯＫ", "OK", Closeness.SAME),
        ("Save As", "Save As…", Closeness.BARE),
        ("Name", "Name:", Closeness.BARE),
        ("Untitled 1", "* Untitled 1", Closeness.BARE),
        ("Save", "Save Ctrl+S", Closeness.SAME),
        ("Edit", "File Edit View", Closeness.WORDS),
        ("Edit", "FileEditView", Closeness.WORDS),
        ("保存", "不保存", Closeness.WORDS),
        ("文件", "文件(F)", Closeness.BARE),
        ("File", "Fi1e", Closeness.ALIKE),
        ("OK", "0K", Closeness.ALIKE),
        ("File", "Eile Edit Help", Closeness.ALIKE),
        ("Preferences", "Preferemces", Closeness.SLIPS),
        ("Other Locations", "+ Other Locotions here", Closeness.WORDS_SLIPS),
    ],
)
def test_how_close_a_line_is(phrase: str, read: str, closeness: Closeness) -> None:
    assert [match.closeness for match in find(phrase, [line(read)])] == [closeness]


@pytest.mark.parametrize(
    ("phrase", "read"),
    [
        ("OK", "Notebook"),
        ("search", "Research"),
        ("Save", "Cave"),
        ("sand", "words and"),
        ("Chapter 1", "Chapter 2"),
        ("Encoding", "Decoding"),
        ("Save", ""),
        ("+", "OK"),
    ],
)
def test_other_words_are_not_found(phrase: str, read: str) -> None:
    assert find(phrase, [line(read)]) == []


def test_only_the_words_meant_are_boxed() -> None:
    [match] = find("Save As", [line("Open Save As... Close", x=100)])
    assert match.box == PixelBox(150, 0, 220, 20)


def test_every_place_in_a_line_is_found() -> None:
    assert [match.box.x1 for match in find("OK", [line("OK or OK")])] == [0, 60]


def test_less_surplus_is_better() -> None:
    short, long = find("Save", [line("Save it"), line("Save it somewhere")])
    assert short.rank < long.rank


def test_marks_at_the_ends_do_not_keep_lines_from_being_counted_together() -> None:
    matches = find("Name", [line("Name:"), line("Name"), line("Name of it")])
    assert [match.line.text for match in comparable(matches)] == ["Name:", "Name"]


@given(st.text(), st.text())
def test_any_texts_can_be_compared(phrase: str, read: str) -> None:
    for match in find(phrase, [line(read)]):
        assert match.box.x1 < match.box.x2


def test_the_letter_that_presses_a_control_does_not_count_unless_it_is_said() -> None:
    lines = [line("名称(N)：", 0, 0), line("另存为(A)...", 0, 40)]
    assert [match.closeness for match in find("名称", lines)] == [Closeness.BARE]
    assert [match.line.text for match in find("另存为(A)", lines)] == ["另存为(A)..."]
    assert find("选项(B)", [line("选项(A)")]) == []

"""Names of keys, in English and Chinese."""

import pytest

from model.reader.language.words.chords import read_chord


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Ctrl+S", ("ctrl", "s")),
        ("ctrl-s", ("ctrl", "s")),
        ("Control + Shift + S", ("ctrl", "shift", "s")),
        ("Ctrl++", ("ctrl", "+")),
        ("Ctrl+-", ("ctrl", "-")),
        ("Alt+F4", ("alt", "f4")),
        ("the Enter key", ("enter",)),
        ("Page Down", ("pagedown",)),
        ("the down arrow", ("down",)),
        ("arrow up", ("up",)),
        ("Windows", ("super",)),
        ("a", ("a",)),
        ("回车", ("enter",)),
        ("回车键", ("enter",)),
        ("向下键", ("down",)),
        ("上方向键", ("up",)),
        ("Ctrl＋C", ("ctrl", "c")),
        ("快捷键 Ctrl+V", ("ctrl", "v")),
        ("Alt+回车", ("alt", "enter")),
    ],
)
def test_chords(text: str, keys: tuple[str, ...]) -> None:
    assert read_chord(text) == keys


@pytest.mark.parametrize("text", ["OK", "Save+As", "the button", "好", "", "F25", "a+b"])
def test_other_words_are_no_chords(text: str) -> None:
    assert read_chord(text) is None

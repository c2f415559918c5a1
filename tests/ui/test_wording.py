"""Actions in words, and text that cannot steer a terminal."""

import pytest

from actions.schema import (
    Action,
    AskUser,
    Box,
    Click,
    Done,
    Drag,
    Infeasible,
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)
from ui.wording import in_words, printable, unsaid_text, visible

HERE = Box.at(1, 1)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (Click(box_2d=HERE), "Click"),
        (Click(box_2d=HERE, clicks=2, modifiers=("ctrl",)), "Ctrl+Double-click"),
        (Click(box_2d=HERE, button="right"), "Click (right button)"),
        (Drag(box_2d=HERE, to_box_2d=HERE), "Drag"),
        (TypeText(text="a\nb"), "Type “a⏎b”"),
        (TypeText(text="ls", press_enter=True), "Type “ls” and press Enter"),
        (TypeText(text="ls", override=True), "Replace what the field holds by “ls”"),
        (
            TypeText(text="ls", override=True, press_enter=True),
            "Replace what the field holds by “ls” and press Enter",
        ),
        (Drag(box_2d=HERE, to_box_2d=HERE, modifiers=("ctrl", "shift")), "Ctrl+Shift+Drag"),
        (PressKeys(keys=("ctrl", "s")), "Press Ctrl+S"),
        (Scroll(direction="down", notches=3), "Scroll down by 3"),
        (Wait(seconds=1.5), "Wait 1.5 s"),
        (OpenApp(app_name="Mousepad"), "Open Mousepad"),
        (AskUser(text="Which {one}?"), "Ask: Which {one}?"),
        (Done(), "Done"),
        (Infeasible(), "Give up"),
        (Infeasible(reason="no such file"), "Give up: no such file"),
    ],
)
def test_an_action_is_said_in_words(action: Action, words: str) -> None:
    assert in_words(action) == words


def test_long_text_is_shortened_and_its_length_said() -> None:
    words = in_words(TypeText(text="x" * 5000))
    assert "5000 characters" in words
    assert len(words) < 100


@pytest.mark.parametrize("text", ["\x1b]0;title\x07", "\x9b31m", "a\rb", "\x00", "\u202e"])
def test_control_characters_do_not_reach_the_terminal(text: str) -> None:
    assert not set(printable(text)) & set("\x1b\x07\x9b\r\x00\u202e")


def test_words_in_any_script_stay_as_they_are() -> None:
    text = "Hello 你好 ñ € 😀\n\tnext"
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\tb\n", "a⇥\tb⏎\n"),
        ("ls\r", "ls⟨U+000D⟩"),
        ("\u202ecod.exe", "⟨U+202E⟩cod.exe"),
        ("a\u200bb\x00", "a⟨U+200B⟩b⟨U+0000⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("你好 ñ 😀", "你好 ñ 😀"),
    ],
)
def test_nothing_in_a_visible_text_is_unseen(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize("text", ["x" * 61, "a\nb", "a\u200bb", "ls ⏎\n"])
def test_a_text_that_is_said_shortened_or_altered_is_unsaid(text: str) -> None:
    assert unsaid_text(TypeText(text=text)) == visible(text)


def test_a_text_that_is_said_as_it_is_needs_no_more() -> None:
    assert unsaid_text(TypeText(text="ls -l ")) == ""
    assert unsaid_text(Click(box_2d=HERE)) == ""

"""Inputs put together to what people do with them."""

from agent.step import SentInput
from ui.report.inputs import inputs_in_words

DOWN, UP = SentInput("button down", (5, 6), "left"), SentInput("button up", (5, 6), "left")


def key(name: str, kind: str = "down") -> SentInput:
    return SentInput("key down" if kind == "down" else "key up", None, name)


def test_presses_and_releases_are_clicks() -> None:
    assert inputs_in_words([SentInput("move", (5, 6)), DOWN, UP, DOWN, UP]) == [
        "pointer to 5, 6",
        "left click \u00d7 2 at 5, 6",
    ]


def test_a_drag_is_told_from_its_press_to_its_release() -> None:
    moves = [SentInput("move", (n, n)) for n in range(6, 9)]
    assert inputs_in_words([DOWN, *moves, SentInput("button up", (8, 8), "left")]) == [
        "left button down at 5, 6",
        "pointer along 3 points to 8, 8",
        "left button up at 8, 8",
    ]


def test_keys_that_are_held_together_are_a_chord() -> None:
    keys = [key("ctrl"), key("a"), key("a", "up"), key("ctrl", "up"), key("delete"), key("delete", "up")]
    assert inputs_in_words(keys) == ["Ctrl+A", "Delete"]


def test_a_chord_that_was_broken_off_stays_down() -> None:
    assert inputs_in_words([key("ctrl"), key("shift")]) == ["Ctrl+Shift down"]


def test_the_keys_of_a_text_are_counted_and_those_of_a_secret_are_not() -> None:
    typed = [key(""), key("", "up")]
    assert inputs_in_words(typed * 3) == ["3 keys of text"]
    assert inputs_in_words([SentInput("secret text")]) == ["a secret, of which nothing is recorded"]

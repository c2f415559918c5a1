"""Asking in the terminal whether an action may be done."""

import stat
from pathlib import Path

import pytest
from PIL import Image

from actions.geometry import Rect, View
from actions.schema import Action, Box, Click, PressKeys, TypeText
from agent.step import Observation
from ui.cli.terminal.ask import ask_approval

SCREEN = Rect(0, 0, 1000, 800)
OBSERVATION = Observation(Image.new("RGB", (1000, 800), "white"), View(SCREEN, (SCREEN,)))
CLICK = Click(box_2d=Box(500, 500, 600, 550))
TYPE = TypeText(text="rm -rf " + "x" * 80, box_2d=Box.at(0, 0))


class Person:
    """Answers with these lines, and remembers what it was shown."""

    def __init__(self, folder: Path, *lines: str) -> None:
        self.picture = folder / "asked.png"
        self.shown: list[str] = []
        self._lines = list(lines)

    def ask(self, question: str) -> str | None:
        self.shown.append(question)
        return self._lines.pop(0) if self._lines else None

    def is_asked(self, action: Action) -> Action | None:
        return ask_approval(action, OBSERVATION, "It commits.", self.picture, self.ask, self.shown.append)


@pytest.mark.parametrize("answer", ["y", "Yes", " y ", "是"])
def test_yes_is_the_action_itself(tmp_path: Path, answer: str) -> None:
    assert Person(tmp_path, answer).is_asked(CLICK) == CLICK


@pytest.mark.parametrize("answer", ["n", "No", "", "否"])
def test_no_and_nothing_are_no(tmp_path: Path, answer: str) -> None:
    assert Person(tmp_path, answer).is_asked(CLICK) is None


def test_the_inputs_end_is_no(tmp_path: Path) -> None:
    assert Person(tmp_path).is_asked(CLICK) is None


def test_anything_else_is_asked_again(tmp_path: Path) -> None:
    person = Person(tmp_path, "what?", "e", "y")
    assert person.is_asked(CLICK) == CLICK
    assert len([line for line in person.shown if line.startswith("Do it?")]) == 3


def test_a_text_can_be_edited_and_is_then_asked_again(tmp_path: Path) -> None:
    person = Person(tmp_path, "e", "ls", "y")
    assert person.is_asked(TYPE) == TYPE.model_copy(update={"text": "ls"})


def test_an_empty_edit_leaves_the_text(tmp_path: Path) -> None:
    assert Person(tmp_path, "e", "", "y").is_asked(TYPE) == TYPE


def test_the_whole_text_is_shown(tmp_path: Path) -> None:
    person = Person(tmp_path, "n")
    person.is_asked(TYPE)
    assert TYPE.text in person.shown


def test_the_reason_the_place_and_a_picture_are_shown(tmp_path: Path) -> None:
    person = Person(tmp_path, "n")
    person.is_asked(CLICK)
    assert person.shown[0] == "It commits."
    assert "  at 550, 420" in person.shown
    with Image.open(person.picture) as picture:
        assert picture.size == (500, 440)
        assert picture.getpixel((200, 200)) == (220, 0, 0)


def test_keys_have_no_place(tmp_path: Path) -> None:
    person = Person(tmp_path, "y")
    person.is_asked(PressKeys(keys=("enter",)))
    assert "  It goes to what has the focus." in person.shown
    assert not person.picture.exists()


def test_what_cannot_be_seen_is_shown(tmp_path: Path) -> None:
    person = Person(tmp_path, "n")
    person.is_asked(TypeText(text="ls\t\u202e\nrm", override=True))
    assert "→ Replace what the field holds by “ls⇥⟨U+202E⟩⏎rm”" in person.shown
    assert "ls⇥\t⟨U+202E⟩⏎\nrm" in person.shown


def test_the_picture_of_what_is_asked_is_private(tmp_path: Path) -> None:
    person = Person(tmp_path, "n")
    person.is_asked(CLICK)
    assert stat.S_IMODE(person.picture.stat().st_mode) == 0o600

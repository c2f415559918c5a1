"""A worker's questions and a person's answers, through files."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PIL import Image

from actions.schema import Action, PressKeys, TypeText
from agent.control.run_control import RunControl
from agent.step import Observation
from tasks.runner.person import AskingProgress, Person, Questions
from tests.fakes import SCREEN, FakeDesktop, RecordingListener

LOOK = Observation(Image.new("RGB", SCREEN[2:], (1, 2, 3)), FakeDesktop().view)


class Approver(RecordingListener):
    """Remembers what it was shown, and approves what it says."""

    def __init__(self, approved: Action | None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.approved = approved
        self.shown: list[tuple[Action, Observation, str]] = []

    def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
        self.shown.append((action, observation, reason))
        return self.approved


class Conversation:
    """A worker's side, and a runner that answers as the listener does until it is stopped."""

    def __init__(self, folder: Path) -> None:
        self.stop = Event()
        self.folder = folder
        self.worker = AskingProgress(folder, self.stop.wait)

    def answered_by(self, listener: RecordingListener) -> AskingProgress:
        threading.Thread(target=self._answer, args=[Person(listener, RunControl())], daemon=True).start()
        return self.worker

    def _answer(self, person: Person) -> None:
        questions = Questions(self.folder)
        while not self.stop.wait(0.02):
            if question := questions.next():
                questions.answer(person.answer(question, self.folder))


@pytest.fixture
def conversation(tmp_path: Path) -> Iterator[Conversation]:
    talk = Conversation(tmp_path)
    yield talk
    talk.stop.set()


def test_a_question_gets_its_answer(conversation: Conversation) -> None:
    worker = conversation.answered_by(RecordingListener(replies=["芒果", "two\nlines"]))
    assert [worker.ask("Which?"), worker.ask("Which?"), worker.ask("And?")] == ["芒果", "two\nlines", None]


def test_an_action_is_shown_where_it_aims_and_may_be_edited(conversation: Conversation) -> None:
    approver = Approver(TypeText(text="edited"))
    worker = conversation.answered_by(approver)
    assert worker.approve(TypeText(text="{{secret:A}}"), LOOK, "It types.") == TypeText(text="edited")
    ((action, look, reason),) = approver.shown
    assert (action, reason, look.view) == (TypeText(text="{{secret:A}}"), "It types.", LOOK.view)
    assert look.image.getpixel((0, 0)) == (1, 2, 3)


def test_what_was_just_refused_is_not_asked_about_again(conversation: Conversation) -> None:
    approver = Approver(None)
    worker = conversation.answered_by(approver)
    for keys in (("delete",), ("delete",), ("backspace",), ("delete",)):
        assert worker.approve(PressKeys(keys=keys), LOOK, "It deletes.") is None
    assert [action.keys for action, _, _ in approver.shown if isinstance(action, PressKeys)] == [
        ("delete",),
        ("backspace",),
        ("delete",),
    ]


@pytest.mark.parametrize("hands_back", [True, False])
def test_who_took_over_is_asked_to_hand_back(conversation: Conversation, hands_back: bool) -> None:
    assert conversation.answered_by(RecordingListener(hands_back=hands_back)).wait_for_hand_back() is hands_back


@pytest.mark.parametrize("way", [lambda w: w.ask("?"), lambda w: w.approve(TypeText(text="a"), LOOK, "r")])
def test_a_stop_ends_waiting_and_is_no_yes(conversation: Conversation, way: Callable[[AskingProgress], object]) -> None:
    threading.Timer(0.2, conversation.stop.set).start()
    began = time.monotonic()
    assert way(conversation.worker) is None
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("garbage", [b"", b"\xff", b"{}", b'{"number": 1, "kind": "shell", "text": "x"}', b"[" * 9999])
def test_what_is_no_question_is_none(tmp_path: Path, garbage: bytes) -> None:
    (tmp_path / "question.json").write_bytes(garbage)
    assert Questions(tmp_path).next() is None

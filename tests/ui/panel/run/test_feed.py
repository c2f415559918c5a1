"""What a run shows comes in order, and one thing a frame."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from agent.step import Step
from ui.panel.run.feed import Feed
from ui.panel.run.worker import Worker

pytestmark = pytest.mark.display


class Shown:
    """Notes what the feed shows."""

    def __init__(self, feed: Feed) -> None:
        self.things: list[str] = []
        feed.observed.connect(lambda index, _picture: self.things.append(f"observed {index}"))
        feed.streamed.connect(lambda text, _pieces: self.things.append(text))
        feed.step_taken.connect(lambda step, _path: self.things.append(f"taken {step.index}"))


@pytest.fixture
def worker(qtbot: QtBot) -> Worker:
    return Worker()


@pytest.fixture
def feed(worker: Worker) -> Iterator[Feed]:
    owner = QObject()
    made = Feed(worker, owner)
    made.begin()
    yield made
    made.end()


def take_steps(worker: Worker, count: int) -> None:
    for index in range(1, count + 1):
        worker.text.step = index
        worker.observed.emit(index, QImage())
        worker.text.add(f"thought {index}")
        step = Step(index=index, screenshot="1.png", thought="", answer="")
        worker.step_taken.emit(step, Path("1.png"))


TWO_STEPS = ["observed 1", "thought 1", "taken 1", "observed 2", "thought 2", "taken 2"]


def test_steps_that_come_at_once_are_shown_in_order(qtbot: QtBot, worker: Worker, feed: Feed) -> None:
    shown = Shown(feed)
    take_steps(worker, 2)
    qtbot.waitUntil(lambda: len(shown.things) == len(TWO_STEPS))
    assert shown.things == TWO_STEPS


def test_one_thing_is_shown_a_frame(qtbot: QtBot, worker: Worker, feed: Feed) -> None:
    shown = Shown(feed)
    take_steps(worker, 2)
    for count, signal in enumerate((feed.observed, feed.streamed, feed.step_taken), start=1):
        with qtbot.waitSignal(signal):
            pass
        assert shown.things == TWO_STEPS[:count]


def test_the_end_shows_what_is_left(worker: Worker, feed: Feed) -> None:
    shown = Shown(feed)
    take_steps(worker, 2)
    feed.end()
    assert shown.things == TWO_STEPS


def test_a_backlog_is_caught_up_with_in_order(qtbot: QtBot, worker: Worker, feed: Feed) -> None:
    shown = Shown(feed)
    take_steps(worker, 200)
    qtbot.waitUntil(lambda: len(shown.things) == 600, timeout=10_000)
    assert shown.things == [f"{thing} {index}" for index in range(1, 201) for thing in ("observed", "thought", "taken")]


def test_a_new_run_shows_nothing_of_the_last(qtbot: QtBot, worker: Worker, feed: Feed) -> None:
    shown = Shown(feed)
    take_steps(worker, 2)
    worker.text.begin()
    feed.begin()
    qtbot.wait(100)
    assert shown.things == []

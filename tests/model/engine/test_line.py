"""Who comes next: in the order of asking, past those who are gone, until nobody asks any more."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from model.base import GenerationStopped, ModelError, ModelLostError, Request
from model.engine.line import Asked, Line, Piece
from model.reply import Reply
from tests.model.engine.models import WAIT_SECONDS, SlowModel
from tests.waiting import wait_until


@contextmanager
def working(line: Line, model: SlowModel) -> Iterator[None]:
    thread = Thread(target=line.work, args=(model, WAIT_SECONDS))
    thread.start()
    try:
        yield
    finally:
        line.close()
        model.may_finish.set()
        thread.join(WAIT_SECONDS)
        assert not thread.is_alive()


def question(goal: str) -> Request:
    return Request(("words",), goal)


def ending(asked: Asked) -> Piece:
    return [piece for piece in asked.pieces(WAIT_SECONDS) if piece is not None][-1]


def test_requests_are_answered_in_their_order() -> None:
    line, model = Line(), SlowModel()
    asked = [line.join(question(str(number))) for number in range(4)]
    model.may_finish.set()
    with working(line, model):
        answers = [ending(each) for each in asked]
    assert model.order == ["0", "1", "2", "3"]
    assert [answer.answer for answer in answers if isinstance(answer, Reply)] == ["0 0", "1 0", "2 0", "3 0"]


def test_who_left_the_line_is_passed_over() -> None:
    line, model = Line(), SlowModel()
    first, gone, last = (line.join(question(name)) for name in ("first", "gone", "last"))
    line.leave(gone)
    model.may_finish.set()
    with working(line, model):
        ending(first)
        ending(last)
    assert model.order == ["first", "last"]


def test_leaving_stops_what_is_being_written() -> None:
    line, model = Line(), SlowModel()
    with working(line, model):
        asked = line.join(question("long"))
        assert model.writing.wait(WAIT_SECONDS)
        line.leave(asked)
        assert isinstance(ending(asked), GenerationStopped)


def test_a_thought_is_hurried_while_it_is_written() -> None:
    line, model = Line(), SlowModel()
    with working(line, model):
        asked = line.join(question("long"))
        assert model.writing.wait(WAIT_SECONDS)
        line.hurry(asked)
        assert isinstance(ending(asked), Reply)


def test_who_hurries_in_the_line_hurries_nobody_else() -> None:
    line, model = Line(), SlowModel()
    with working(line, model):
        first = line.join(question("first"))
        assert model.writing.wait(WAIT_SECONDS)
        second = line.join(question("second"))
        line.hurry(second)
        time.sleep(0.1)
        assert model.order == ["first"]
        line.leave(first)
        assert isinstance(ending(second), Reply)


def test_an_error_ends_one_request_and_not_the_line() -> None:
    line, model = Line(), SlowModel()
    model.may_finish.set()
    with working(line, model):
        assert isinstance(ending(line.join(question("fail"))), ModelError)
        assert isinstance(ending(line.join(question("on"))), Reply)


def test_a_lost_model_ends_the_line() -> None:
    line, model = Line(), SlowModel()
    asked = line.join(question("die"))
    with pytest.raises(ModelLostError):
        line.work(model, WAIT_SECONDS)
    assert isinstance(ending(asked), ModelLostError)


def test_it_ends_when_nobody_asks() -> None:
    line = Line()
    line.work(SlowModel(), longest_idle=0.05)
    assert line.idle_seconds >= 0.05


def test_it_is_not_idle_while_somebody_waits() -> None:
    line = Line()
    asked = line.join(question("wait"))
    time.sleep(0.02)
    assert line.idle_seconds == 0
    line.leave(asked)
    time.sleep(0.02)
    assert line.idle_seconds > 0


def test_what_comes_next_is_read_while_nobody_asks() -> None:
    line, model = Line(), SlowModel()
    line.read_ahead(("next",))
    with working(line, model):
        wait_until(lambda: model.ahead == [("next",)])


def test_nothing_is_read_ahead_of_who_asks() -> None:
    line, model = Line(), SlowModel()
    line.read_ahead(("too late",))
    asked = line.join(question("asked"))
    with working(line, model):
        assert model.writing.wait(WAIT_SECONDS)
        line.read_ahead(("in between",))
        model.may_finish.set()
        ending(asked)
        line.leave(asked)
        line.read_ahead(("next",))
        wait_until(lambda: model.ahead == [("next",)])

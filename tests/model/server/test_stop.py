"""A stop comes through wherever the model waits."""

import time
from threading import Event, Thread, Timer

import pytest

from model.base import GenerationStopped
from model.server import ServerSettings
from tests.model.server.chat_server import Play, Visit, answers
from tests.model.server.conftest import FAST, GOOD, REQUEST, Connect, Serve, generate


def streams(visit: Visit) -> None:
    visit.stream()
    visit.delta(content="<think>Hm")
    visit.wait()


@pytest.mark.parametrize(
    ("play", "settings"),
    [
        (lambda visit: visit.wait(), FAST),
        (streams, FAST.model_copy(update={"between_tokens_seconds": 2})),
        (answers(503), FAST.model_copy(update={"backoff_seconds": 4})),
        (answers(429, retry_after="4"), FAST),
    ],
    ids=["before the first byte", "in the stream", "in back-off", "in the server's own wait"],
)
def test_it_comes_through_at_once(play: Play, settings: ServerSettings, serve: Serve, connect: Connect) -> None:
    model, stop, stopped_at = connect(serve(play).url, settings), Event(), 0.0

    def press() -> None:
        nonlocal stopped_at
        stopped_at = time.monotonic()
        stop.set()

    timer = Timer(0.3, press)
    timer.start()
    with pytest.raises(GenerationStopped):
        generate(model, stop)
    assert time.monotonic() - stopped_at < 0.05
    timer.join()


def test_the_server_is_hung_up_on(serve: Serve, connect: Connect) -> None:
    server, stop = serve(streams), Event()
    model = connect(server.url)
    with pytest.raises(GenerationStopped):
        model.generate(REQUEST, lambda _text: stop.set(), stop)
    assert server.left.wait(1)


def test_nothing_is_sent_after_a_stop(serve: Serve, connect: Connect) -> None:
    server, stop = serve(GOOD), Event()
    model = connect(server.url)
    stop.set()
    with pytest.raises(GenerationStopped):
        generate(model, stop)
    assert server.asked == []


def test_the_model_can_be_asked_again(serve: Serve, connect: Connect) -> None:
    stop = Event()
    model = connect(serve(streams, GOOD).url)
    with pytest.raises(GenerationStopped):
        model.generate(REQUEST, lambda _text: stop.set(), stop)
    assert generate(model)[0].answer == "Go"


def test_another_thread_may_ask(serve: Serve, connect: Connect) -> None:
    model, replies = connect(serve(GOOD).url), []
    for _ in range(2):
        thread = Thread(target=lambda: replies.append(generate(model)[0].answer))
        thread.start()
        thread.join()
    assert replies == ["Go", "Go"]

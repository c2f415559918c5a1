"""A server's bad days: what passes is asked again, what stays is said, and nothing hangs."""

import json
import time

import pytest

from model.base import ModelError
from tests.model.server.chat_server import Play, Visit, answers
from tests.model.server.conftest import FAST, GOOD, Ask, Connect, Serve, generate


def killed(visit: Visit) -> None:
    visit.stream()
    visit.delta(content="<think>Hm")
    visit.die()


def cut(visit: Visit) -> None:
    visit.stream()
    visit.delta(content="<think>H")
    visit.end()


def malformed(visit: Visit) -> None:
    visit.stream()
    visit.delta(content="<think>Hm")
    visit.event('{"choices": [{"delta"')
    visit.delta(content=" Go", finish="stop")
    visit.end()


def breaks_off(visit: Visit) -> None:
    visit.stream()
    visit.event(json.dumps({"error": {"message": "CUDA out of memory", "code": 500}}))
    visit.end()


def falls_silent(visit: Visit) -> None:
    visit.stream()
    visit.delta(content="<think>Hm")
    visit.wait()


def huge_event(visit: Visit) -> None:
    visit.stream()
    for _ in range(100):
        visit.chunk(b"x" * 65536)
    visit.end()


def finished_and(end: Play) -> Play:
    """Return a play that finishes its reply as it should, and then ends so."""

    def play(visit: Visit) -> None:
        visit.stream()
        visit.delta(content="<think>Hm.</think>Go")
        visit.delta(finish="stop")
        end(visit)

    return play


@pytest.mark.parametrize(
    "end",
    [
        lambda visit: visit.die(),
        lambda visit: visit.event('{"choices": [{"delta"'),
        lambda visit: visit.event(json.dumps({"error": {"message": "gone", "code": 404}})),
        lambda visit: visit.wait(),
    ],
)
def test_a_reply_that_has_its_finish_reason_is_one(end: Play, serve: Serve, connect: Connect) -> None:
    server = serve(finished_and(end))
    reply, _ = generate(connect(server.url))
    assert reply.answer == "Go"
    assert len(server.asked) == 1


FAULTS = (
    killed,
    cut,
    malformed,
    breaks_off,
    falls_silent,
    huge_event,
    answers(429),
    answers(429, retry_after="0"),
    answers(500),
    answers(503, "overloaded"),
    lambda visit: visit.die(),
)


@pytest.mark.parametrize("fault", FAULTS)
def test_the_next_try_brings_the_reply(fault: Play, serve: Serve, connect: Connect) -> None:
    reply, heard = generate(connect(serve(fault, fault, GOOD).url))
    assert reply.answer == "Go"
    assert heard == reply.text, "what was heard before a fault is not heard again"


@pytest.mark.parametrize("fault", FAULTS)
def test_the_last_try_ends_in_a_sentence(fault: Play, serve: Serve, connect: Connect) -> None:
    server = serve(fault)
    with pytest.raises(ModelError, match="The server failed 3 times, at last so: "):
        generate(connect(server.url))
    assert len(server.asked) == FAST.tries


def test_a_wait_that_the_server_asks_for_is_kept(serve: Serve, connect: Connect) -> None:
    reply, _ = generate(connect(serve(answers(429, retry_after="0.3"), GOOD).url))
    assert reply.seconds >= 0.3


def test_a_server_that_went_away_gets_a_sentence(serve: Serve, connect: Connect) -> None:
    server = serve(GOOD)
    model = connect(server.url)
    server.close()
    with pytest.raises(ModelError, match="nothing answers there"):
        generate(model)


@pytest.mark.parametrize(
    ("play", "sentence"),
    [
        (lambda visit: visit.send(200, "text/html", b"<html>"), "text/html, not with a chat completion"),
        (lambda visit: visit.send(200, "image/png", b"\x89PNG"), "image/png"),
        (answers(401, "bad key"), "wants another key: bad key"),
        (answers(404, "model not found"), "no such address or model: model not found"),
        (answers(413), "answered 413"),
        (lambda visit: visit.send(418, "application/json", b"[" * 100_000), "answered 418"),
        (answers(429, retry_after="9999"), "left alone for 9999 s"),
    ],
)
def test_they_are_said_at_once(play: Play, sentence: str, serve: Serve, connect: Connect) -> None:
    server = serve(play)
    with pytest.raises(ModelError, match=sentence):
        generate(connect(server.url))
    assert len(server.asked) == 1


def test_json_that_is_no_completion_gets_a_sentence(ask: Ask) -> None:
    with pytest.raises(ModelError, match="failed 3 times"):
        ask(lambda visit: visit.send_json(200, ["hello"]))


def test_a_silent_server_ends_the_run(ask: Ask) -> None:
    began = time.monotonic()
    with pytest.raises(ModelError, match=r"wrote nothing for 0\.2 s"):
        ask(lambda visit: visit.wait(), settings=FAST.model_copy(update={"first_token_seconds": 0.2}))
    assert time.monotonic() - began < 1


def test_comments_alone_do_not_keep_a_run_alive(ask: Ask) -> None:
    def only_pings(visit: Visit) -> None:
        visit.stream()
        while not visit.client_left():
            visit.chunk(b": ping\n\n")
            time.sleep(0.02)

    with pytest.raises(ModelError, match="wrote nothing"):
        ask(only_pings, settings=FAST.model_copy(update={"first_token_seconds": 0.2}))


def test_a_reply_without_end_is_ended(ask: Ask) -> None:
    def rambles(visit: Visit) -> None:
        visit.stream()
        while not visit.client_left():
            visit.delta(content="and so on ")
            time.sleep(0.01)

    with pytest.raises(ModelError, match=r"not finished after 0\.5 s"):
        ask(rambles, settings=FAST.model_copy(update={"reply_seconds": 0.5}))

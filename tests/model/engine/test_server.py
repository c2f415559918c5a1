"""HTTP on a real socket: streamed and whole replies, clients that go away, and who is let in."""

import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import httpx
import pytest

from model.engine.line import Line
from model.engine.server import CHAT, LEAVE, MODELS, NOW, STATE, Desk, State, serve_on_loopback, serve_on_socket
from tests.model.engine.models import WAIT_SECONDS, SlowModel


class Running:
    """A server with a model at work, and a client of it."""

    def __init__(self, path: Path) -> None:
        self.line, self.model, self.left = Line(), SlowModel(), Event()
        self.desk = Desk(self.line, State(ready=True, name="slow"), self.left.set)
        self.path = path
        self.http = httpx.Client(transport=httpx.HTTPTransport(uds=str(path)), base_url="http://engine", timeout=10)

    def chat(self, goal: str = "goal", **more: object) -> dict[str, object]:
        own = {"goal": goal, **more}
        return {"stream": True, "messages": [{"role": "user", "content": "x"}], "deskhand": own}


@contextmanager
def running(path: Path) -> Iterator[Running]:
    made = Running(path)
    server = serve_on_socket(path, made.desk)
    work = Thread(target=made.line.work, args=(made.model, WAIT_SECONDS))
    work.start()
    try:
        yield made
    finally:
        made.http.close()
        made.line.close()
        made.model.may_finish.set()
        work.join(WAIT_SECONDS)
        server.shutdown()
        server.server_close()


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Running]:
    with running(tmp_path / "e.sock") as made:
        yield made


def events(text: str) -> list[dict[str, object]]:
    lines = [line.removeprefix("data: ") for line in text.splitlines() if line]
    assert lines[-1] == "[DONE]"
    return [json.loads(line) for line in lines[:-1]]


def test_a_reply_is_streamed_with_its_tokens(engine: Running) -> None:
    engine.model.may_finish.set()
    got = events(engine.http.post(CHAT, json=engine.chat()).text)
    text = "".join(event["choices"][0]["delta"].get("content", "") for event in got)  # type: ignore[index]
    assert text == "<think></think><answer>goal 0</answer>"
    assert got[-1]["choices"][0]["finish_reason"] == "stop"  # type: ignore[index]
    assert got[-1]["usage"] == {"completion_tokens": 7, "seconds": 1.0}


def test_a_reply_comes_whole_to_who_wants_it_so(engine: Running) -> None:
    engine.model.may_finish.set()
    answer = engine.http.post(CHAT, json=engine.chat() | {"stream": False}).json()
    assert answer["choices"][0]["message"]["content"].endswith("goal 0</answer>")


def test_a_thought_is_ended_by_its_name(engine: Running) -> None:
    with engine.http.stream("POST", CHAT, json=engine.chat(id="mine")) as response:
        assert engine.model.writing.wait(WAIT_SECONDS)
        with httpx.Client(transport=httpx.HTTPTransport(uds=str(engine.path)), base_url="http://engine") as other:
            assert other.post(NOW, json={"id": "another"}).json() == {"hurried": False}
            assert other.post(NOW, json={"id": "mine"}).json() == {"hurried": True}
        assert "goal 0" in response.read().decode()
    assert engine.desk.waiting == {}


def test_a_client_that_dies_frees_the_model(engine: Running) -> None:
    body = json.dumps(engine.chat("dying")).encode()
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(str(engine.path))
        client.sendall(b"POST " + CHAT.encode() + b" HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        assert engine.model.writing.wait(WAIT_SECONDS)
    engine.model.may_finish.clear()
    deadline = time.monotonic() + WAIT_SECONDS
    while engine.line.idle_seconds == 0:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    engine.model.may_finish.set()
    assert events(engine.http.post(CHAT, json=engine.chat("next")).text)
    assert engine.model.order == ["dying", "next"]


def test_a_failure_is_an_event_with_its_sentence(engine: Running) -> None:
    (event,) = events(engine.http.post(CHAT, json=engine.chat("fail")).text)
    assert event["error"]["message"] == "The goal says so."  # type: ignore[index]


def test_nonsense_is_refused_with_a_sentence(engine: Running) -> None:
    answer = engine.http.post(CHAT, content=b"{")
    assert answer.status_code == 400
    assert answer.json()["error"]["message"]
    assert engine.http.get("/etc/passwd").status_code == 404
    assert engine.http.post(NOW, content=b"[]").status_code == 400


def test_it_says_how_far_it_is_and_what_it_holds(engine: Running) -> None:
    assert engine.http.get(STATE).json()["pid"] == os.getpid()
    assert engine.http.get(MODELS).json()["data"][0]["id"] == "slow"


def test_it_leaves_when_it_is_told_to(engine: Running) -> None:
    assert engine.http.post(LEAVE).json() == {"leaving": True}
    assert engine.left.is_set()


def test_nobody_else_can_reach_the_socket(engine: Running) -> None:
    assert engine.path.stat().st_mode & 0o077 == 0


def test_a_port_opens_to_its_token_alone_and_to_no_page(tmp_path: Path) -> None:
    desk = Desk(Line(), State(), lambda: None, token="secret")
    server = serve_on_loopback(0, desk)
    base = f"http://127.0.0.1:{server.server_address[1]}"
    right = {"Authorization": "Bearer secret"}
    try:
        assert httpx.get(base + STATE).status_code == 401
        assert httpx.get(base + STATE, headers={"Authorization": "Bearer secre"}).status_code == 401
        assert httpx.get(base + STATE, headers=right | {"Origin": "http://evil.example"}).status_code == 401
        assert httpx.get(base + STATE, headers=right).status_code == 200
    finally:
        server.shutdown()
        server.server_close()

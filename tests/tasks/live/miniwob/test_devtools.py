"""Talking with a browser, as it may answer: in pieces, with events in between, refusing, late or never."""

import json
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from tasks.live.miniwob.devtools import BrowserSilentError, DevTools, DevToolsError

Pair = tuple[DevTools, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield DevTools(ours, seconds=0.2), theirs


def say(browser: socket.socket, *messages: dict[str, Any]) -> None:
    browser.sendall(b"".join(json.dumps(message).encode() + b"\0" for message in messages))


def test_the_answer_is_told_from_events_and_from_late_ones(pair: Pair) -> None:
    tools, browser = pair
    late = {"id": 0, "result": {"value": 1}}
    say(browser, {"method": "Page.loaded", "params": {}}, late, {"id": 1, "result": {"value": "茶\0"}})
    assert tools.call("A.b") == {"value": "茶\0"}
    asked, _, _ = browser.recv(1000).partition(b"\0")
    assert json.loads(asked) == {"id": 1, "method": "A.b", "params": {}}


def test_an_answer_may_come_with_the_next_one(pair: Pair) -> None:
    tools, browser = pair
    say(browser, {"id": 1, "result": {"n": 1}}, {"id": 2, "result": {"n": 2}})
    assert [tools.call("A.b")["n"], tools.call("A.b")["n"]] == [1, 2]


def test_a_refusal_is_the_browsers_own_sentence(pair: Pair) -> None:
    tools, browser = pair
    say(browser, {"id": 1, "error": {"code": -32601, "message": "'A.b' wasn't found"}})
    with pytest.raises(DevToolsError, match="wasn't found"):
        tools.call("A.b")


def test_a_script_that_throws_is_told(pair: Pair) -> None:
    tools, browser = pair
    thrown = {"text": "Uncaught", "exception": {"description": "TypeError: x"}}
    say(browser, {"id": 1, "result": {"result": {"type": "object"}, "exceptionDetails": thrown}})
    with pytest.raises(DevToolsError, match="TypeError: x"):
        tools.evaluate("x", "session")


def test_a_value_that_is_none_is_none(pair: Pair) -> None:
    tools, browser = pair
    say(browser, {"id": 1, "result": {"result": {"type": "undefined"}}})
    assert tools.evaluate("undefined", "session") is None


def test_a_browser_that_says_nothing_is_not_waited_for_for_ever(pair: Pair) -> None:
    tools, browser = pair
    browser.sendall(b'{"id": 1')
    with pytest.raises(BrowserSilentError, match="not answered for"):
        tools.call("A.b")


def test_a_browser_that_ends_is_told(pair: Pair) -> None:
    tools, browser = pair
    browser.close()
    with pytest.raises(BrowserSilentError):
        tools.call("A.b")


def test_a_page_that_crashed_is_not_waited_for(pair: Pair) -> None:
    tools, browser = pair
    say(browser, {"method": "Inspector.targetCrashed", "params": {}, "sessionId": "s"})
    with pytest.raises(BrowserSilentError, match="crashed"):
        tools.evaluate("1", "s")

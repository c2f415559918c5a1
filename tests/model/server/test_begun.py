"""A begun reply as the turn that a server goes on with: whole, or as llama.cpp's template wants it."""

from typing import Any

import pytest

from model.server import ServerSettings
from tests.model.server.chat_server import ChatServer, Play, Visit, lists, says
from tests.model.server.conftest import FAST, Connect, Serve, generate

SHORT: ServerSettings = FAST.model_copy(update={"thought_tokens": 2})
LLAMA = lists("GLM-4.5V.gguf", owned_by="llamacpp")
OPENING = "<|user|>What now?<|assistant|>"


def thinks(*words: str) -> Play:
    def play(visit: Visit) -> None:
        visit.stream()
        for word in words:
            visit.delta(content=word)
        visit.wait()

    return play


def applied(opened: str, *, parts: bool) -> Play:
    """Return what writes a begun reply into a template, as llama.cpp does, that opens replies so."""

    def play(visit: Visit) -> None:
        turn = asked(visit)[-1]
        if parts:
            written = f"<think>{turn.get('reasoning_content', '')}</think>{turn['content']}"
        else:
            written = opened + turn["content"]
        visit.send_json(200, {"prompt": OPENING + written})

    return play


def asked(visit: Visit) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = visit._server.calls[-1].body["messages"]
    return messages


def turn_of(server: ChatServer) -> dict[str, Any]:
    """Return the turn that the server was at last to go on with."""
    turn: dict[str, Any] = server.asked[-1].body["messages"][-1]
    return turn


@pytest.mark.parametrize(
    ("words", "begun"),
    [
        (("<think>I", " look"), "<think>I look\n</think>\n"),
        (("I", " look "), "<think>\nI look\n</think>\n"),
        (("<b>", " is bold"), "<think>\n<b> is bold\n</think>\n"),
    ],
)
def test_it_holds_the_thought_whole(words: tuple[str, ...], begun: str, serve: Serve, connect: Connect) -> None:
    server = serve(thinks(*words), says("Go"), models=lists("GLM-4.5V", owned_by="vllm"))
    reply, _ = generate(connect(server.url, SHORT))
    assert turn_of(server) == {"role": "assistant", "content": begun}
    assert reply.answer == "Go"


@pytest.mark.parametrize(
    ("opened", "parts", "turn"),
    [
        ("", False, {"content": "<think>\nI look\n</think>\n"}),
        ("<think>", False, {"content": "\nI look\n</think>\n"}),
        ("", True, {"reasoning_content": "\nI look\n", "content": "\n"}),
    ],
)
def test_llama_cpp_is_asked_what_its_template_makes_of_it(
    opened: str, parts: bool, turn: dict[str, str], serve: Serve, connect: Connect
) -> None:
    tries = [applied(opened, parts=parts)] * (1 if not opened and not parts else 2 if opened else 3)
    server = serve(thinks("I", " look"), *tries, says("Go"), thinks("I", " look"), says("On"), models=LLAMA)
    model = connect(server.url, SHORT)
    for answer in ("Go", "On"):
        reply, _ = generate(model)
        assert (reply.thought, reply.answer) == ("I look", answer)
        assert turn_of(server) == {"role": "assistant", **turn}
    assert sum(call.path == "/apply-template" for call in server.calls) == len(tries)


@pytest.mark.parametrize(
    "says_nothing",
    [
        lambda visit: visit.send_json(404, {"error": {"message": "File Not Found"}}),
        lambda visit: visit.send_json(200, ["prompt"]),
        lambda visit: visit.die(),
    ],
)
def test_one_that_does_not_tell_is_given_it_whole(says_nothing: Play, serve: Serve, connect: Connect) -> None:
    server = serve(thinks("I", " look"), *[says_nothing] * 3, says("Go"), models=LLAMA)
    assert generate(connect(server.url, SHORT))[0].answer == "Go"
    assert turn_of(server)["content"] == "<think>\nI look\n</think>\n"

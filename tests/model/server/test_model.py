"""A served model that is served well."""

from dataclasses import replace
from threading import Event

import pytest

from model.base import Grammar, ModelError
from tests.model.server.chat_server import Visit, answers, lists, says
from tests.model.server.conftest import FAST, GOOD, REQUEST, Ask, Connect, Serve, generate


def test_a_reply_is_streamed_and_parted(serve: Serve, connect: Connect) -> None:
    reply, heard = generate(connect(serve(GOOD).url))
    assert (reply.thought, reply.answer, reply.tokens) == ("Hm.", "Go", 7)
    assert heard == reply.text == "<think>Hm.</think><answer>Go</answer>"
    assert 0 < reply.seconds < 5


def test_text_is_heard_as_it_comes(serve: Serve, connect: Connect) -> None:
    first_heard = Event()

    def waits_to_be_heard(visit: Visit) -> None:
        visit.stream()
        visit.delta(content="first")
        assert first_heard.wait(2)
        visit.delta(content=" second", finish="stop")
        visit.end()

    model = connect(serve(waits_to_be_heard).url)
    assert model.generate(REQUEST, lambda _text: first_heard.set(), Event()).text == "first second"


def test_special_tokens_and_every_script_arrive(ask: Ask) -> None:
    text = "<|begin_of_box|>[[1,2,3,4]]<|end_of_box|> 你好 \u2028 😀"
    assert ask(says(text[:9], text[9:])).answer == text


def test_a_server_that_does_not_stream_will_do(ask: Ask) -> None:
    message = {"role": "assistant", "content": "Go", "reasoning_content": "Hm."}
    completion = {"choices": [{"message": message, "finish_reason": "stop"}], "usage": {"completion_tokens": 3}}
    reply = ask(lambda visit: visit.send_json(200, completion))
    assert (reply.thought, reply.answer, reply.tokens) == ("Hm.", "Go", 3)


def test_the_end_need_not_be_announced_twice(ask: Ask) -> None:
    def no_done(visit: Visit) -> None:
        visit.stream()
        visit.delta(content="Go", finish="stop")
        visit.end()

    assert ask(no_done).answer == "Go"


def test_a_server_that_does_not_hang_up_after_the_end_is_not_waited_for(ask: Ask) -> None:
    def lingers(visit: Visit) -> None:
        visit.stream()
        visit.delta(content="Go", finish="stop")
        visit.event("[DONE]")
        visit.wait()

    assert ask(lingers).seconds < 0.5


def test_comments_do_not_disturb(ask: Ask) -> None:
    def keeps_alive(visit: Visit) -> None:
        visit.stream()
        visit.chunk(b": keep-alive\n\n")
        visit.delta(content="Go", finish="stop")
        visit.end()

    assert ask(keeps_alive).answer == "Go"


def strict(visit: Visit) -> None:
    """Refuse what the protocol does not know, as some servers do."""
    visit.send_json(400, {"error": {"message": "Unrecognized request argument: skip_special_tokens"}})


def test_they_are_left_out_where_refused_and_from_then_on(serve: Serve, connect: Connect) -> None:
    server = serve(strict, GOOD)
    model = connect(server.url)
    for _ in range(2):
        assert generate(model)[0].answer == "Go"
    assert ["skip_special_tokens" in call.body for call in server.asked] == [True, False, False]


def test_a_request_that_is_refused_either_way_gets_the_servers_word(ask: Ask) -> None:
    with pytest.raises(ModelError, match="refuses the request: context too long"):
        ask(answers(400, "context too long."))


def test_the_grammar_is_sent_to_an_engine_that_takes_it(serve: Serve, connect: Connect) -> None:
    server = serve(GOOD, models=lists("glm-4.1v", owned_by="vllm"))
    request = replace(REQUEST, grammar=Grammar("Action:", 'start: "x"'))
    connect(server.url, FAST.model_copy(update={"grammar": "auto"})).generate(request, lambda _text: None, Event())
    assert "Action:" in server.asked[0].body["structured_outputs"]["grammar"]

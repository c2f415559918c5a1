"""The thought of a served model, ended by its budget or by the user's wish, where the server goes on with a reply."""

from threading import Event

import pytest

from model.families import family_named
from model.server import ServerSettings
from model.server.chunk import Chunk, Transcript
from model.server.thinking import ThoughtLimit
from tests.model.server.chat_server import Play, Visit, answers, lists, says
from tests.model.server.conftest import FAST, REQUEST, Connect, Serve, generate

VLLM = lists("GLM-4.5V", owned_by="vllm")
SHORT = FAST.model_copy(update={"thought_tokens": 3})


def thinks_for_ever(visit: Visit) -> None:
    visit.stream()
    for word in ("<think>I", " think", " and", " think"):
        visit.delta(content=word)
    visit.wait()


def test_a_thought_that_is_too_long_is_ended_and_the_answer_asked_for(serve: Serve, connect: Connect) -> None:
    server = serve(thinks_for_ever, says("Action: DONE()"), models=VLLM)
    reply, heard = generate(connect(server.url, SHORT))
    assert (reply.thought, reply.answer) == ("I think and", "Action: DONE()")
    assert heard == reply.text
    again = server.asked[1].body
    assert again["messages"][-1] == {"role": "assistant", "content": "<think>I think and\n</think>\n"}
    assert (again["continue_final_message"], again["add_generation_prompt"]) == (True, False)
    assert again["max_tokens"] == server.asked[0].body["max_tokens"] - 3


def test_what_the_server_then_calls_reasoning_is_the_answer(serve: Serve, connect: Connect) -> None:
    def reasons(visit: Visit) -> None:
        visit.stream()
        visit.delta(reasoning_content="Action: DONE()")
        visit.delta(finish="stop")
        visit.end()

    reply, _ = generate(connect(serve(thinks_for_ever, reasons, models=VLLM).url, SHORT))
    assert reply.answer == "Action: DONE()"


def test_an_answer_is_not_cut(serve: Serve, connect: Connect) -> None:
    server = serve(says("<think>I", "</think>", "a", "b", "c", "d"), models=VLLM)
    reply, _ = generate(connect(server.url, SHORT))
    assert (reply.answer, len(server.asked)) == ("abcd", 1)


def test_the_user_may_want_the_answer_now(serve: Serve, connect: Connect) -> None:
    model = connect(serve(thinks_for_ever, says("Go"), models=VLLM).url, FAST.model_copy(update={"thought_tokens": 99}))
    reply = model.generate(REQUEST, lambda text: model.answer_now() if "and" in text else None, Event())
    assert (reply.thought, reply.answer) == ("I think and", "Go")


@pytest.mark.parametrize("refusal", [answers(400, "no continue_final_message"), answers(422)])
def test_a_server_that_does_not_go_on_is_asked_without(refusal: Play, serve: Serve, connect: Connect) -> None:
    server = serve(thinks_for_ever, refusal, says("<think>I", " think", " and", " stop.</think>", "Go"), models=VLLM)
    reply, _ = generate(connect(server.url, SHORT))
    assert (reply.thought, reply.answer) == ("I think and stop.", "Go")


def test_a_server_of_an_unknown_kind_is_let_think(serve: Serve, connect: Connect) -> None:
    server = serve(says("<think>I", " think", " and", " stop.</think>", "Go"), models=lists("GLM-4.5V"))
    model = connect(server.url, SHORT)
    model.answer_now()
    assert generate(model)[0].thought == "I think and stop."


def test_seconds_count_too() -> None:
    clock = iter([0.0, 0.0, 7.0, 7.0])
    limit = ThoughtLimit(family_named("glm-4.5v"), 99, 5, Event(), lambda: next(clock))
    transcript = Transcript()
    transcript.add(Chunk.model_validate({"choices": [{"delta": {"content": "Hm"}}]}))
    assert not limit.is_over(transcript)
    assert limit.is_over(transcript)


def test_the_budget_is_the_familys_where_none_is_set() -> None:
    assert ServerSettings().thought_tokens is None
    assert family_named("ui-venus-2").thought_tokens == 2048

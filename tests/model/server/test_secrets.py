"""Keys reach the server and nothing else."""

import logging

import pytest

from model.base import ModelError
from tests.model.server.chat_server import answers
from tests.model.server.conftest import GOOD, Connect, Serve, generate

KEY = "sk-very-secret"


def test_the_key_is_sent(serve: Serve, connect: Connect) -> None:
    server = serve(GOOD)
    generate(connect(server.url, DESKHAND_API_KEY=KEY))
    assert {call.headers["Authorization"] for call in server.calls} == {f"Bearer {KEY}"}


def test_a_server_without_key_gets_no_header(serve: Serve, connect: Connect) -> None:
    server = serve(GOOD)
    generate(connect(server.url))
    assert {call.headers["Authorization"] for call in server.calls} == {None}


def test_user_and_password_are_sent_and_not_shown(serve: Serve, connect: Connect) -> None:
    server = serve(GOOD)
    model = connect(server.url.replace("://", "://me:pass-word@"))
    generate(model)
    assert server.asked[0].headers["Authorization"].startswith("Basic ")
    assert model.name == f"server:{server.url}/v1#glm-4.1v"


def test_it_is_in_no_error_log_or_repr(serve: Serve, connect: Connect, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    refuses = answers(401, f"Incorrect API key provided: {KEY}")
    model = connect(serve(answers(500, KEY), refuses).url, DESKHAND_API_KEY=KEY)
    with pytest.raises(ModelError, match=r"Incorrect API key provided: \[hidden\]") as caught:
        generate(model)
    assert KEY not in caplog.text + model.name + repr(vars(model)) + str(caught.value)
    assert caught.value.__suppress_context__


def test_it_is_in_no_error_of_the_first_contact(serve: Serve, connect: Connect) -> None:
    server = serve(GOOD, models=answers(403, f"not {KEY}"))
    with pytest.raises(ModelError, match=r"not \[hidden\]"):
        connect(server.url, DESKHAND_API_KEY=KEY)

"""Finding what a server serves when the run begins."""

import socket
import time
from contextlib import closing

import pytest

from model.base import ModelError
from model.server import ServerModel, ServerSettings
from tests.model.server.chat_server import Play, Visit, answers, lists, says
from tests.model.server.conftest import FAST, Connect, Serve


def page(visit: Visit) -> None:
    visit.send(200, "text/html", b"<html>Welcome</html>")


def nonsense(visit: Visit) -> None:
    visit.send_json(200, {"data": [{"name": "x"}]})


def endless(visit: Visit) -> None:
    visit.stream()
    while not visit.client_left():
        visit.chunk(b" " * 65536)


def silent(visit: Visit) -> None:
    visit.wait()


def test_the_only_model_is_taken(serve: Serve, connect: Connect) -> None:
    server = serve(says("x"))
    model = connect(server.url)
    assert model.name == f"server:{server.url}/v1#glm-4.1v"
    assert model.family.name == "glm-4.1v"


def test_a_named_model_is_taken_from_several(serve: Serve, connect: Connect) -> None:
    model = connect(serve(says("x"), models=lists("a", "qwen2.5-vl-7b")).url + "#qwen2.5-vl-7b")
    assert model.family.name == "qwen2.5-vl"


def test_the_family_can_be_said(serve: Serve, connect: Connect) -> None:
    settings = ServerSettings(family="qwen2.5-vl")
    assert connect(serve(says("x"), models=lists("my-finetune")).url, settings).family.name == "qwen2.5-vl"


def test_a_family_that_is_not_there_gets_a_sentence(serve: Serve, connect: Connect) -> None:
    with pytest.raises(ModelError, match=r"no model family 'gpt'.*glm-4\.1v"):
        connect(serve(says("x")).url, ServerSettings(family="gpt"))


@pytest.mark.parametrize("models", [answers(404), answers(405), answers(503)])
def test_a_server_without_a_list_will_do_for_a_named_model(models: Play, serve: Serve, connect: Connect) -> None:
    assert connect(serve(says("x"), models=models).url + "#glm").name.endswith("#glm")


@pytest.mark.parametrize(
    ("models", "sentence"),
    [
        (lists("a", "b"), "choose with #NAME one of a, b"),
        (lists(), "no model yet"),
        (page, "text/html.*check the address"),
        (nonsense, "no list of models"),
        (answers(404, "nope"), "nope"),
        (answers(503, "loading"), "503: loading"),
        (answers(401, "Invalid key"), "Invalid key.*DESKHAND_API_KEY"),
        (answers(307, location="https://elsewhere.org/v1"), r"https://elsewhere.org/v1: use that"),
        (endless, "more than 16 MiB"),
    ],
)
def test_what_cannot_be_used_gets_a_sentence(models: Play, sentence: str, serve: Serve, connect: Connect) -> None:
    with pytest.raises(ModelError, match=sentence):
        connect(serve(says("x"), models=models).url)


def test_a_refused_key_is_said_even_where_the_model_is_named(serve: Serve, connect: Connect) -> None:
    with pytest.raises(ModelError, match="wants another key"):
        connect(serve(says("x"), models=answers(401)).url + "#glm")


def test_a_silent_server_is_not_waited_for_long(serve: Serve, connect: Connect) -> None:
    settings = FAST.model_copy(update={"connect_seconds": 0.2})
    began = time.monotonic()
    with pytest.raises(ModelError, match=r"did not answer within 0\.2 s"):
        connect(serve(says("x"), models=silent).url, settings)
    assert time.monotonic() - began < 1


def test_nothing_there_gets_a_sentence(connect: Connect) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        with pytest.raises(ModelError, match=r"Nothing answers at .* start it, or check the address"):
            connect(f"http://127.0.0.1:{unused.getsockname()[1]}")


def test_a_host_that_does_not_exist_gets_a_sentence(connect: Connect) -> None:
    with pytest.raises(ModelError, match="Nothing answers at"):
        connect("http://no-such-host.invalid:8000")


def test_settings_come_from_the_environment_where_none_are_given(serve: Serve) -> None:
    environ = {"DESKHAND_SERVER_FAMILY": "qwen2.5-vl"}
    with closing(ServerModel.connect(serve(says("x")).url, environ=environ)) as model:
        assert model.family.name == "qwen2.5-vl"

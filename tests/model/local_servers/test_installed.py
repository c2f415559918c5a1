"""What local servers hold, read from the answers that they document."""

import socket

import pytest

from model.local_servers.engine import LLAMACPP, LMSTUDIO, OLLAMA, SGLANG, VLLM, Engine
from model.local_servers.installed import Installed, NotThereError, held_by, installed, port_of
from tests.model.local_servers import documented
from tests.model.local_servers.documented import serving


def test_ollamas_models_have_sizes_and_say_whether_they_see() -> None:
    with serving(documented.OLLAMA) as port:
        found = held_by(OLLAMA, port)
    assert [(model.spec, model.sees) for model in found] == [
        ("ollama:qwen2.5vl:7b", True),
        ("ollama:llama3.2:latest", False),
    ]
    assert found[0].size == 5_969_245_856


def test_lm_studios_models_say_what_is_loaded_and_with_which_context() -> None:
    with serving(documented.LMSTUDIO) as port:
        found = held_by(LMSTUDIO, port)
    assert [(model.name, model.sees, model.loaded, model.context) for model in found] == [
        ("ui-tars-1.5-7b", True, True, 4096),
        ("qwen2.5-7b-instruct", False, False, 32768),
    ]


def test_llama_cpp_tells_context_size_and_whether_it_was_given_a_projector() -> None:
    with serving(documented.LLAMACPP) as port:
        (model,) = held_by(LLAMACPP, port)
    assert model == Installed(LLAMACPP, port, "GLM-4.6V-Flash-Q4_K_M.gguf", 6_200_000_000, True, 16384)
    assert model.spec == f"llamacpp:{port}"


def test_an_engine_on_its_usual_port_needs_none() -> None:
    assert Installed(VLLM, 8000, "x").spec == "vllm"


@pytest.mark.parametrize("engine", [OLLAMA, LMSTUDIO, LLAMACPP, VLLM, SGLANG])
def test_where_nothing_answers_nothing_is_there(engine: Engine) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        with pytest.raises(NotThereError):
            held_by(engine, taken.getsockname()[1])


def test_another_server_on_the_port_is_not_taken_for_it() -> None:
    with serving(documented.VLLM) as port:
        assert held_by(SGLANG, port) == []
        with pytest.raises(NotThereError):
            held_by(OLLAMA, port)


@pytest.mark.parametrize("answer", [{"models": "none"}, {"models": [{"nome": 1}]}, []])
def test_an_answer_that_is_not_as_documented_is_nothing(answer: object) -> None:
    with serving({"/api/tags": answer}) as port, pytest.raises(NotThereError):
        held_by(OLLAMA, port)


@pytest.mark.parametrize(
    ("host", "port"),
    [("", 11434), ("127.0.0.1:11500", 11500), ("0.0.0.0:11500", 11500), ("localhost", 11434), ("x:99999999", 11434)],
)
def test_ollamas_port_is_its_users_to_set(host: str, port: int) -> None:
    assert port_of(OLLAMA, {"OLLAMA_HOST": host}) == port


def test_all_that_answer_are_found() -> None:
    with serving(documented.OLLAMA) as port:
        names = {model.spec for model in installed({"OLLAMA_HOST": f"127.0.0.1:{port}"})}
    assert {"ollama:qwen2.5vl:7b", "ollama:llama3.2:latest"} <= names

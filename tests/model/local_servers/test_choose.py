"""From what `--model` says to an address, or a sentence that lists what is there."""

import pytest

from model.base import ModelError
from model.local_servers.choose import address_of
from tests.model.local_servers import documented
from tests.model.local_servers.documented import serving


def test_a_model_of_ollama_is_named() -> None:
    with serving(documented.OLLAMA) as port:
        environ = {"OLLAMA_HOST": f"127.0.0.1:{port}"}
        assert address_of("ollama", "qwen2.5vl:7b", environ) == f"http://127.0.0.1:{port}/v1#qwen2.5vl:7b"


def test_without_a_name_it_is_the_only_one_that_sees() -> None:
    with serving(documented.OLLAMA) as port:
        assert address_of("ollama", "", {"OLLAMA_HOST": f"127.0.0.1:{port}"}).endswith("#qwen2.5vl:7b")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("qwen", r"holds no model 'qwen': it has ollama:qwen2\.5vl:7b, ollama:llama3\.2:latest"),
        ("llama3.2", r"llama3\.2 cannot see images, and a screen has to be seen: ollama:qwen2\.5vl:7b can"),
    ],
)
def test_a_name_that_will_not_do_gets_what_is_there(name: str, sentence: str) -> None:
    with serving(documented.OLLAMA) as port, pytest.raises(ModelError, match=sentence):
        address_of("ollama", name, {"OLLAMA_HOST": f"127.0.0.1:{port}"})


def test_a_server_is_named_by_its_port() -> None:
    with serving(documented.VLLM) as port:
        assert address_of("vllm", str(port), {}) == f"http://127.0.0.1:{port}/v1#Qwen/Qwen3-VL-8B-Instruct"


def test_where_none_answers_the_others_are_named() -> None:
    with (
        serving(documented.OLLAMA) as port,
        pytest.raises(ModelError, match=r"No sglang answers .*ollama:qwen2\.5vl:7b"),
    ):
        address_of("sglang", "1", {"OLLAMA_HOST": f"127.0.0.1:{port}"})


@pytest.mark.parametrize("rest", ["eight", "0", "70000", "8000/v1"])
def test_what_is_no_port_is_said(rest: str) -> None:
    with pytest.raises(ModelError, match=r"names no port: it is vllm or vllm:8000"):
        address_of("vllm", rest, {})


def test_an_empty_server_says_so() -> None:
    with serving({"/api/tags": {"models": [], "none": True}}) as port, pytest.raises(ModelError, match="no model yet"):
        address_of("ollama", "", {"OLLAMA_HOST": f"127.0.0.1:{port}"})

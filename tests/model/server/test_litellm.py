"""An OpenAI-compatible server that nobody here wrote: LiteLLM's proxy, in an environment of its own.

Its pins do not agree with ours, so it cannot live beside us; `make litellm` puts it where this test looks. One of
its models has a mock reply, the other is relayed to our chat server, which sees what comes through.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import httpx
import pytest
import yaml

from model.base import ModelError
from model.server import ServerModel
from tests.model.server.chat_server import ChatServer, Visit
from tests.model.server.conftest import FAST, ONE_MODEL, REQUEST, generate

PROGRAM = Path(sys.prefix) / "litellm" / "bin" / "litellm"
KEY = "sk-only-for-this-test-0123456789abcdef"
REPLY = '<think>看 a button.</think><answer>Memory: none\nAction: {"action_type": "done"}</answer>'
START_SECONDS = 90
SETTINGS = FAST.model_copy(update={"first_token_seconds": 20, "between_tokens_seconds": 5, "reply_seconds": 30})

pytestmark = pytest.mark.skipif(not PROGRAM.exists(), reason=f"no {PROGRAM}: run `make litellm`")


def thinks_apart(visit: Visit) -> None:
    """Stream as servers with a reasoning parser do."""
    visit.stream()
    visit.delta(role="assistant", reasoning_content="Hm.")
    visit.delta(content="<|begin_of_box|>Go<|end_of_box|>")
    visit.delta(finish="stop")
    visit.event("[DONE]")
    visit.end()


@pytest.fixture(scope="module")
def upstream() -> Iterator[ChatServer]:
    with closing(ChatServer([thinks_apart], ONE_MODEL)) as server:
        yield server


@pytest.fixture(scope="module")
def proxy(upstream: ChatServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the proxy, give its URL, and end it."""
    folder = tmp_path_factory.mktemp("litellm")
    with (folder / "log").open("wb") as log:
        process, url = start(folder, config(upstream), log.fileno())
        try:
            wait_until_ready(process, url, folder / "log")
            yield url
        finally:
            process.terminate()
            process.wait(20)


def config(upstream: ChatServer) -> dict[str, Any]:
    def entry(name: str, **parameters: Any) -> dict[str, Any]:
        return {"model_name": name, "litellm_params": {"model": "openai/glm-4.1v", "api_key": "none", **parameters}}

    return {
        "model_list": [
            entry("mocked-glm-4.1v", mock_response=REPLY),
            entry("relayed-glm-4.1v", api_base=f"{upstream.url}/v1"),
        ]
    }


def start(folder: Path, config: dict[str, Any], log: int) -> tuple[subprocess.Popen[bytes], str]:
    (folder / "config.yaml").write_text(yaml.safe_dump(config))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command: list[str | Path] = [PROGRAM, "--config", folder / "config.yaml", "--host", "127.0.0.1", "--port", port]
    quiet = {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "LITELLM_TELEMETRY": "False"}
    environ = {"PATH": os.environ["PATH"], "HOME": str(folder), "LITELLM_MASTER_KEY": KEY, **quiet}
    return subprocess.Popen(command, stdout=log, stderr=log, env=environ), f"http://127.0.0.1:{port}"


def wait_until_ready(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"{url}/health/liveliness", trust_env=False).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    pytest.fail(f"the proxy did not start: {log.read_text(errors='replace')[-2000:]}")


def connect(url: str, model: str, key: str = KEY) -> ServerModel:
    return ServerModel.connect(f"{url}#{model}", SETTINGS, {"DESKHAND_API_KEY": key})


def test_a_mock_reply_is_streamed(proxy: str) -> None:
    with closing(connect(proxy, "mocked-glm-4.1v")) as model:
        heard: list[str] = []
        reply = model.generate(REQUEST, heard.append, Event())
    assert reply.text == "".join(heard) == REPLY
    assert len(heard) > 3
    assert (reply.thought, reply.answer) == ("看 a button.", 'Memory: none\nAction: {"action_type": "done"}')
    assert reply.tokens > 0


def test_images_and_special_fields_come_through_and_thoughts_come_back(proxy: str, upstream: ChatServer) -> None:
    with closing(connect(proxy, "relayed-glm-4.1v")) as model:
        reply, heard = generate(model)
    assert (reply.thought, reply.answer) == ("Hm.", "<|begin_of_box|>Go<|end_of_box|>")
    assert heard == reply.text
    body = upstream.asked[-1].body
    image, text = body["messages"][0]["content"]
    assert image["image_url"]["url"].startswith("data:image/png;base64,")
    assert text == {"type": "text", "text": "What now?"}
    assert body["skip_special_tokens"] is False


@pytest.mark.parametrize(("name", "key"), [("mocked-glm-4.1v", "sk-wrong-one"), ("no-such-model", KEY)])
def test_a_wrong_key_or_model_gets_a_sentence(name: str, key: str, proxy: str) -> None:
    with closing(connect(proxy, name, key)) as model, pytest.raises(ModelError, match="The server") as caught:
        generate(model)
    assert key not in str(caught.value)


def test_several_models_are_listed(proxy: str) -> None:
    with pytest.raises(ModelError, match=r"choose with #NAME one of mocked-glm-4\.1v, relayed-glm-4\.1v"):
        connect(proxy, "")

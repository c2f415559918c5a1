"""llama.cpp's own server, with a tiny model of random weights: nothing is faked."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import httpx
import pytest
from PIL import Image

from model.base import GenerationStopped, ModelError, Request
from model.local_servers.engine import LLAMACPP
from model.local_servers.installed import held_by
from model.server import ServerModel, ServerSettings

pytest.importorskip("xllamacpp", reason="llama.cpp's server is not installed (the extra `llamacpp`)")
pytest.importorskip("gguf")

SERVER = """
import sys, time, xllamacpp
given = xllamacpp.CommonParams()
given.model.path, given.mmproj.path = sys.argv[1:]
given.hostnames, given.port, given.n_ctx, given.n_parallel, given.warmup = ["127.0.0.1"], 0, 4096, 1, False
given.cpuparams.n_threads = given.cpuparams_batch.n_threads = 1
given.reasoning_format = xllamacpp.common_reasoning_format.COMMON_REASONING_FORMAT_AUTO
server = xllamacpp.Server(given)
print(server.listening_address, flush=True)
sys.stdin.read()
"""
TURNS = """{% for turn in messages %}<|im_start|>{{ turn.role }}
{% if turn.content is string %}{{ turn.content }}{% else %}{% for part in turn.content %}{% if part.type == "text" %}\
{{ part.text }}{% else %}<|vision_start|><|image_pad|><|vision_end|>{% endif %}{% endfor %}{% endif %}<|im_end|>
{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant
"""
PLAIN, OPENING = f"{TURNS}{{% endif %}}", f"{TURNS}<think>{{% endif %}}"
PARTING = PLAIN.replace(
    "{% if turn.content is string %}",
    "{% if turn.reasoning_content %}<think>\n{{ turn.reasoning_content }}\n</think>\n{% endif %}"
    "{% if turn.content is string %}",
)
SETTINGS = ServerSettings(max_tokens=60, thought_tokens=10, family="glm-4.5v")
QUESTION = {"role": "user", "content": "What now?"}
SCREEN = Image.effect_noise((280, 168), 80).convert("RGB")


@contextmanager
def serving(folder: Path, template: str) -> Iterator[str]:
    """Serve a model with this template; yield its address."""
    from tests.model.local_servers.tiny_gguf import EYES, MODEL, write_model

    write_model(folder, template)
    command = [sys.executable, "-c", SERVER, str(folder / MODEL), str(folder / EYES)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout
        try:
            yield next(line.strip() for line in server.stdout if line.startswith("http"))
        finally:
            server.kill()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("llama"), PLAIN) as address:
        yield address


@contextmanager
def asking(address: str, settings: ServerSettings = SETTINGS) -> Iterator[ServerModel]:
    model = ServerModel.connect(f"{address}/v1", settings, {})
    try:
        yield model
    finally:
        model.close()


def ask(model: ServerModel, *content: str | Image.Image, stop: Event | None = None) -> str:
    request = Request(content, "goal", screenshot=SCREEN)
    return model.generate(request, lambda _text: None, stop or Event()).text


def test_it_says_what_it_holds(address: str) -> None:
    (held,) = held_by(LLAMACPP, int(address.rpartition(":")[2]))
    assert (held.sees, held.context) == (True, 4096)
    assert held.size


def test_it_answers_about_several_screens_in_all_tokens_that_it_may(address: str) -> None:
    with asking(address, SETTINGS.model_copy(update={"thought_tokens": 99})) as model:
        request = Request((SCREEN, SCREEN.reduce(2), "What now?"), "goal", screenshot=SCREEN)
        heard: list[str] = []
        reply = model.generate(request, heard.append, Event())
        assert reply.tokens == SETTINGS.max_tokens
        assert "".join(heard) == reply.text


def test_a_stop_ends_it(address: str) -> None:
    stop = Event()
    with asking(address, SETTINGS.model_copy(update={"max_tokens": 3000, "thought_tokens": 3000})) as model:
        with pytest.raises(GenerationStopped):
            model.generate(Request(("Hello",), "goal"), lambda _text: stop.set(), stop)
        assert ask(model, SCREEN, "Hello")


def test_what_its_context_does_not_hold_is_said(address: str) -> None:
    with asking(address) as model, pytest.raises(ModelError, match="context size"):
        ask(model, SCREEN, "word " * 2000)


@pytest.mark.parametrize("template", [PLAIN, OPENING, PARTING], ids=["plain", "opening", "parting"])
def test_a_thought_is_ended_where_the_template_wants_it(tmp_path: Path, template: str) -> None:
    with serving(tmp_path, template) as address, asking(address) as model:
        text = ask(model, SCREEN, "What now?")
        assert text.count("<think>") == text.count("</think>") == 1
        turn, begun = model._connection.run(model._begun.of("I look"))
        body = {"messages": [QUESTION, turn], "add_generation_prompt": False, "continue_final_message": True}
        prompt = httpx.post(f"{address}/apply-template", json=body).json()["prompt"]
    assert prompt.count("<think>") == prompt.count("</think>") == 1
    assert "".join(prompt.split()).endswith("".join(begun.split()))

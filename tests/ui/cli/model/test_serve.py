"""`deskhand serve` as it is typed, with a tiny checkpoint."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from model.engine.places import FOLDER
from model.engine.starting import engines
from tests.model.glm.tiny_checkpoint import save_checkpoint

SECONDS = 120.0


@pytest.fixture
def environ(tmp_path: Path) -> Iterator[dict[str, str]]:
    limits = {"DESKHAND_GLM_MAX_NEW_TOKENS": "24", "DESKHAND_GLM_ACTION_TOKENS": "16"}
    device = {"DESKHAND_GLM_DEVICE": "cpu", "DESKHAND_GLM_CONTEXT_TOKENS": "1024"}
    own = {**os.environ, **limits, **device, FOLDER: str(tmp_path / "e"), "HF_HUB_OFFLINE": "1"}
    yield own
    for _, standing in engines(own):
        os.kill(standing.pid, signal.SIGKILL)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "ui.cli", "serve", *arguments]


def test_it_serves_its_port_to_its_token_and_ends_with_ctrl_c(tmp_path: Path, environ: dict[str, str]) -> None:
    checkpoint = save_checkpoint(tmp_path / "tiny")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    arguments = command(f"glm:{checkpoint}", "--port", str(port))
    with subprocess.Popen(arguments, env=environ, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout
        told = (line for line in serving.stdout if line.strip())
        assert "answers on" in next(told)
        assert f"127.0.0.1:{port}" in next(told)
        ((place, _),) = engines(environ)
        key = {"Authorization": f"Bearer {place.token.read_text()}"}
        chat = {"messages": [{"role": "user", "content": "Hello"}], "max_tokens": 8}
        url = f"http://127.0.0.1:{port}/v1/chat/completions"
        assert httpx.post(url, json=chat).status_code == 401
        answer = httpx.post(url, json=chat, headers=key, timeout=SECONDS).json()
        assert answer["usage"]["completion_tokens"] > 0
        assert answer["choices"][0]["message"]["role"] == "assistant"
        listed = subprocess.run(command("--list"), env=environ, capture_output=True, text=True, check=True).stdout
        assert checkpoint.name in listed
        serving.send_signal(signal.SIGINT)
        assert serving.wait(SECONDS) == 3
    deadline = time.monotonic() + SECONDS
    while list(place.folder.iterdir()):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_what_no_engine_holds_gets_a_sentence(environ: dict[str, str]) -> None:
    done = subprocess.run(command("reader"), env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "only glm" in done.stderr


def test_with_none_there_is_none_to_list_or_to_end(environ: dict[str, str]) -> None:
    for option in ("--list", "--stop"):
        done = subprocess.run(command(option), env=environ, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "There is none."

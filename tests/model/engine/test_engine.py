"""The engine's process: found or started, shared by many, outliving each of them, and leaving nothing behind."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Event

import pytest
from PIL import Image

from model.base import ModelError, Request
from model.engine.client import EngineModel
from model.engine.places import FOLDER, Wanted, place_of
from model.engine.starting import engines, state_of
from model.families import family_named
from model.glm.settings import GlmSettings
from tests.model.glm.tiny_checkpoint import save_checkpoint
from tests.waiting import wait_until

SECONDS = 60.0
SETTINGS = GlmSettings(device="cpu", max_new_tokens=24, action_tokens=16, context_tokens=1024, idle_seconds=30)
CLIENT = """
import sys
from threading import Event
from model.base import Request
from model.engine.client import EngineModel
from model.engine.places import Wanted
from model.glm.settings import GlmSettings
model = EngineModel(Wanted(sys.argv[1], GlmSettings.model_validate_json(sys.argv[2])))
print(model.generate(Request(("What is it?",), "goal"), lambda _text: None, Event()).text)
model.close()
assert "torch" not in sys.modules
"""


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_checkpoint(tmp_path_factory.mktemp("engine") / "tiny")


@pytest.fixture
def environ(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment with a folder of its own for engines; those that are left in it end with the test."""
    own = {**os.environ, FOLDER: str(tmp_path / "e"), "HF_HUB_OFFLINE": "1"}
    yield own
    for _, standing in engines(own):
        os.kill(standing.pid, signal.SIGKILL)


def is_alive(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def ask(model: EngineModel, *content: str | Image.Image) -> str:
    return model.generate(Request(content or ("What is it?",), "goal"), lambda _text: None, Event()).text


def scripted(tmp_path: Path, *replies: str, **settings: object) -> Wanted:
    """Return an engine that is there at once."""
    script = tmp_path / "replies.jsonl"
    script.write_text("".join(json.dumps(reply) + "\n" for reply in replies))
    return Wanted(f"scripted:{script}", SETTINGS.model_copy(update=settings))


@pytest.mark.parametrize("count", [3, pytest.param(11, marks=pytest.mark.slow)])
def test_one_engine_serves_many_processes_and_outlives_each_of_them(
    checkpoint: Path, environ: dict[str, str], count: int
) -> None:
    wanted = Wanted(f"glm:{checkpoint}", SETTINGS)
    command = [sys.executable, "-c", CLIENT, wanted.model, wanted.settings.model_dump_json(exclude_unset=True)]
    with ExitStack() as started:
        clients = [
            started.enter_context(subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True))
            for _ in range(count)
        ]
        dead = clients.pop()
        wait_until(lambda: state_of(place_of(wanted, environ)) is not None, SECONDS)
        dead.kill()
        texts = {client.communicate(timeout=SECONDS * 4)[0] for client in clients}
    assert [client.returncode for client in clients] == [0] * (count - 1)
    assert len(texts) == 1, "one model, and the same question"
    assert len(list(engines(environ))) == 1


def test_progress_is_told_while_it_loads_and_the_same_engine_is_found_again(
    checkpoint: Path, environ: dict[str, str]
) -> None:
    told: list[str] = []
    wanted = Wanted(f"glm:{checkpoint}", SETTINGS)
    first = EngineModel(wanted, on_progress=lambda message, _fraction: told.append(message), environ=environ)
    assert told
    second = EngineModel(wanted, environ=environ)
    assert first.name == second.name == f"glm:{checkpoint.name}"
    assert first.family.name == "glm-4.1v"
    image = Image.new("RGB", (64, 64), "red")
    assert ask(first, image, "What?") == ask(second, image, "What?") != ""
    first.close()
    second.close()


def test_one_that_is_killed_is_started_again_and_asked_once_more(tmp_path: Path, environ: dict[str, str]) -> None:
    model = EngineModel(scripted(tmp_path, "<answer>yes</answer>"), environ=environ)
    ((_, standing),) = engines(environ)
    os.kill(standing.pid, signal.SIGKILL)
    assert ask(model) == "<answer>yes</answer>"
    ((_, again),) = engines(environ)
    assert again.pid != standing.pid
    model.close()


def test_killed_for_good_it_leaves_no_file_and_no_process(tmp_path: Path, environ: dict[str, str]) -> None:
    EngineModel(scripted(tmp_path, "x"), environ=environ).close()
    ((place, standing),) = engines(environ)
    children = Path(f"/proc/{standing.pid}/task/{standing.pid}/children").read_text().split()
    os.kill(standing.pid, signal.SIGKILL)
    wait_until(lambda: not list(place.folder.iterdir()), SECONDS)
    wait_until(lambda: not any(map(is_alive, children)), SECONDS)


def test_idle_it_ends_and_leaves_nothing(tmp_path: Path, environ: dict[str, str]) -> None:
    EngineModel(scripted(tmp_path, "x", idle_seconds=0.3), environ=environ).close()
    folder = Path(environ[FOLDER])
    wait_until(lambda: not list(folder.iterdir()), SECONDS)


def test_told_politely_it_ends_and_leaves_nothing(tmp_path: Path, environ: dict[str, str]) -> None:
    EngineModel(scripted(tmp_path, "x"), environ=environ).close()
    ((place, standing),) = engines(environ)
    os.kill(standing.pid, signal.SIGTERM)
    wait_until(lambda: not list(place.folder.iterdir()), SECONDS)


def test_one_that_stands_idle_makes_room_for_another(tmp_path: Path, environ: dict[str, str]) -> None:
    EngineModel(scripted(tmp_path, "x"), environ=environ).close()
    wait_until(lambda: next(engines(environ))[1].idle_seconds > 0, SECONDS)
    other = EngineModel(scripted(tmp_path, "y", seed=1), environ=environ)
    assert ask(other) == "y"
    wait_until(lambda: len(list(engines(environ))) == 1, SECONDS)
    other.close()


def test_what_cannot_be_loaded_is_said_in_the_models_own_sentence(tmp_path: Path, environ: dict[str, str]) -> None:
    with pytest.raises(ModelError, match="nothing"):
        EngineModel(Wanted(f"glm:{tmp_path / 'nothing'}", SETTINGS), environ=environ)


def test_its_secrets_stay_out_of_it(tmp_path: Path, environ: dict[str, str]) -> None:
    own = environ | {"DESKHAND_SERVER_KEY": "hush"}
    EngineModel(scripted(tmp_path, "x"), environ=own).close()
    ((_, standing),) = engines(own)
    assert "hush" not in Path(f"/proc/{standing.pid}/environ").read_text()


def test_who_wants_shorter_thoughts_finds_the_same_engine(tmp_path: Path, environ: dict[str, str]) -> None:
    wanted = scripted(tmp_path, "x")
    shorter = Wanted(wanted.model, SETTINGS.model_copy(update={"thought_tokens": 5, "idle_seconds": 9.0}))
    assert place_of(shorter, environ) == place_of(wanted, environ)
    assert place_of(Wanted(wanted.model, SETTINGS.model_copy(update={"seed": 1})), environ) != place_of(wanted, environ)
    family = family_named("glm-4.1v")
    assert shorter.limited(Request(("x",), "goal"), family).thought_tokens == 5
    assert shorter.limited(Request(("x",), "goal", thought_tokens=3), family).thought_tokens == 3


def test_a_folder_of_somebody_elses_is_not_used(tmp_path: Path, environ: dict[str, str]) -> None:
    folder = tmp_path / "open"
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    with pytest.raises(ModelError, match="alone can enter"):
        place_of(Wanted("glm", SETTINGS), environ | {FOLDER: str(folder)})


def test_a_path_too_long_for_a_socket_is_said(environ: dict[str, str]) -> None:
    with pytest.raises(ModelError, match="too long"):
        place_of(Wanted("glm", SETTINGS), environ | {FOLDER: "/tmp/" + "long" * 30})  # noqa: S108

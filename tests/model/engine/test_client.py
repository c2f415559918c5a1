"""What a client sends an engine beside its questions, to an engine in this process."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from PIL import Image, ImageChops

from model.base import Request
from model.engine.client import EngineModel
from model.engine.line import Line
from model.engine.places import FOLDER, Wanted, place_of
from model.engine.server import Desk, State, serve_on_socket
from model.glm.settings import GlmSettings
from tests.model.engine.models import WAIT_SECONDS, SlowModel
from tests.waiting import wait_until

WANTED = Wanted("glm:slow", GlmSettings())


@pytest.fixture
def held() -> SlowModel:
    return SlowModel()


@pytest.fixture
def client(tmp_path: Path, held: SlowModel) -> Iterator[EngineModel]:
    environ = {**os.environ, FOLDER: str(tmp_path / "e")}
    line, state = Line(), State(ready=True, name="slow", family="glm-4.1v")
    server = serve_on_socket(place_of(WANTED, environ).socket, Desk(line, state, lambda: None))
    work = Thread(target=line.work, args=(held, WAIT_SECONDS))
    work.start()
    model = EngineModel(WANTED, environ=environ)
    yield model
    model.close()
    line.close()
    held.may_finish.set()
    work.join(WAIT_SECONDS)
    server.shutdown()
    server.server_close()


def test_what_comes_next_is_let_begin_there(client: EngineModel, held: SlowModel) -> None:
    screen = Image.effect_noise((60, 40), 80).convert("RGB")
    client.read_ahead((screen, "words"))
    wait_until(lambda: bool(held.ahead))
    ((image, words),) = held.ahead
    assert isinstance(image, Image.Image)
    assert ImageChops.difference(image, screen).getbbox() is None
    assert words == "words"


def test_an_engine_that_is_asked_hears_no_more_of_what_might_come(client: EngineModel, held: SlowModel) -> None:
    held.may_finish.set()
    client.read_ahead((Image.effect_noise((2000, 1500), 80).convert("RGB"),))
    reply = client.generate(Request(("Hello",), "goal"), lambda _text: None, Event())
    assert reply.answer == "goal 0"
    client.read_ahead(("later",))
    wait_until(lambda: ("later",) in held.ahead)
    assert len(held.ahead) == 1


def test_where_no_engine_is_nothing_is_read_ahead_and_nothing_said(client: EngineModel, tmp_path: Path) -> None:
    (tmp_path / "e" / f"{WANTED.name}.sock").unlink()
    client.read_ahead(("words",))

"""A fresh chat server for a test, and a model that is asked through it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from threading import Event
from typing import Protocol

import pytest
from PIL import Image

from model.base import Request
from model.reply import Reply
from model.server import ServerModel, ServerSettings
from tests.model.server.chat_server import ChatServer, Play, lists, says

FAST = ServerSettings(
    backoff_seconds=0.01,
    connect_seconds=2,
    first_token_seconds=2,
    between_tokens_seconds=0.3,
    reply_seconds=5,
    tries=3,
)
REQUEST = Request(content=(Image.new("RGB", (60, 40), "red"), "What now?"), goal="Anything")

ONE_MODEL = lists("glm-4.1v")
GOOD = says("<think>Hm.</think>", "<answer>", "Go", "</answer>")


def generate(model: ServerModel, stop: Event | None = None) -> tuple[Reply, str]:
    """Return the reply and the text that was heard while it was written."""
    heard: list[str] = []
    return model.generate(REQUEST, heard.append, stop or Event()), "".join(heard)


class Serve(Protocol):
    """Starts a chat server that lives as long as the test."""

    def __call__(self, *plays: Play, models: Play = ...) -> ChatServer: ...


class Connect(Protocol):
    """Makes a model that is closed after the test."""

    def __call__(self, spec: str, settings: ServerSettings = ..., **environ: str) -> ServerModel: ...


@pytest.fixture
def serve() -> Iterator[Serve]:
    with ExitStack() as stack:

        def start(*plays: Play, models: Play = ONE_MODEL) -> ChatServer:
            server = ChatServer(plays, models)
            stack.callback(server.close)
            return server

        yield start


@pytest.fixture
def connect() -> Iterator[Connect]:
    with ExitStack() as stack:

        def start(spec: str, settings: ServerSettings = FAST, **environ: str) -> ServerModel:
            model = ServerModel.connect(spec, settings, environ)
            stack.callback(model.close)
            return model

        yield start


Ask = Callable[..., Reply]


@pytest.fixture
def ask(serve: Serve, connect: Connect) -> Ask:
    """Ask a server that plays the given plays once; return the reply."""

    def once(*plays: Play, settings: ServerSettings = FAST) -> Reply:
        return connect(serve(*plays).url, settings).generate(REQUEST, lambda _text: None, Event())

    return once

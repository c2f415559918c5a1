"""A request survives being JSON, and what is none gets a sentence."""

import json

import pytest
from PIL import Image, ImageChops

from model.base import Grammar, ModelError, Request, Turn
from model.engine.wire import Body, chat_body


def test_a_request_survives_its_json() -> None:
    image = Image.effect_noise((40, 30), 80).convert("RGB")
    asked = Request(
        (image, "Do it.", image.reduce(2)),
        "a goal",
        (Turn("answer", "outcome", failed=True, changed=False),),
        Grammar("Action:", 'start: "x"', ("a+",)),
        image,
        max_tokens=100,
        thought_tokens=7,
        thought_seconds=1.5,
    )
    body = Body.read(json.dumps(chat_body(asked, "glm", "id-1")).encode())
    heard = body.request()
    assert body.stream
    assert body.deskhand.id == "id-1"
    assert heard.content[1] == "Do it."
    assert [part.size for part in heard.content if isinstance(part, Image.Image)] == [(40, 30), (20, 15)]
    assert isinstance(heard.content[0], Image.Image)
    assert ImageChops.difference(heard.content[0], image).getbbox() is None
    for name in ("goal", "turns", "grammar", "max_tokens", "thought_tokens", "thought_seconds"):
        assert getattr(heard, name) == getattr(asked, name)


def test_a_plain_chat_of_another_client_is_read() -> None:
    body = Body.read(b'{"model": "x", "temperature": 0, "messages": [{"role": "user", "content": "Hello"}]}')
    assert body.request().content == ("Hello",)
    assert not body.stream


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"messages": []}',
        b'{"messages": [{"role": "user"}]}',
        b'{"messages": [{"role": "user", "content": [{"type": "audio"}]}]}',
        b'{"messages": [{"role": "user", "content": "x"}], "max_tokens": 0}',
        b"\xff\xfe",
    ],
)
def test_what_is_no_chat_gets_a_sentence(data: bytes) -> None:
    with pytest.raises(ModelError, match=r"\.$"):
        Body.read(data)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/x.png",
        "file:///etc/passwd",
        "data:image/png;base64,",
        "data:image/png;base64,!!!",
        "data:image/png;base64,aGVsbG8=",
        "data:text/plain;base64,aGVsbG8=",
        "",
    ],
)
def test_only_images_that_came_along_are_read(url: str) -> None:
    content = [{"type": "image_url", "image_url": {"url": url}}]
    body = Body.read(json.dumps({"messages": [{"role": "user", "content": content}]}).encode())
    with pytest.raises(ModelError):
        body.request()

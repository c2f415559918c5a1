"""As many images as a server takes: the current screenshot always, and of the earlier ones the latest."""

from threading import Event

import pytest
from PIL import Image

from model.base import Message, ModelError, Request
from model.server.images import image_count, with_images
from tests.model.server.chat_server import answers, lists, says
from tests.model.server.conftest import FAST, Connect, Serve

NOW, *EARLIER = (Image.new("RGB", (8, 8), (shade, 0, 0)) for shade in range(4))
TALK = Request(
    content=("It failed.", NOW),
    goal="g",
    screenshot=NOW,
    earlier=tuple(
        message for image in EARLIER for message in (Message("user", (image,)), Message("assistant", ("done",)))
    ),
)
TOLD = Request(content=(NOW, *EARLIER, "Now?"), goal="g", screenshot=NOW)


def test_the_latest_stay_and_the_turns_keep_their_order() -> None:
    shown = with_images(TALK, 2)
    assert shown.earlier[0].content == ("(This screenshot is left out.)",)
    assert shown.earlier[4].content == (EARLIER[2],)
    assert shown.content == TALK.content


def test_the_current_screenshot_stays_wherever_it_stands() -> None:
    assert with_images(TOLD, 1).content == (NOW, "Now?")
    assert with_images(TOLD, 3).content == (NOW, *EARLIER[1:], "Now?")


def test_enough_room_changes_nothing() -> None:
    assert with_images(TALK, 4) is TALK
    assert image_count(TOLD) == 4


def sent(server_bodies: list[dict[str, object]]) -> list[int]:
    return [str(body).count("data:image/png") for body in server_bodies]


def test_a_server_that_refuses_them_is_asked_with_fewer_and_from_then_on(serve: Serve, connect: Connect) -> None:
    refused = answers(400, "At most 1 image(s) may be provided in one prompt.")
    server = serve(*[refused] * 4, says("Go"))
    model = connect(server.url)
    for _ in range(2):
        assert model.generate(TALK, lambda _text: None, Event()).answer == "Go"
    assert sent([call.body for call in server.asked]) == [4, 4, 2, 2, 1, 1]


def test_a_request_that_is_refused_with_one_image_is_refused(serve: Serve, connect: Connect) -> None:
    model = connect(serve(answers(400, "no")).url)
    with pytest.raises(ModelError, match="refuses the request: no"):
        model.generate(TALK, lambda _text: None, Event())


def test_ollamas_usual_context_holds_one(serve: Serve, connect: Connect) -> None:
    server = serve(says("Go"), models=lists("qwen3-vl:8b", owned_by="library"))
    connect(server.url).generate(TALK, lambda _text: None, Event())
    connect(server.url, FAST.model_copy(update={"images": 3})).generate(TALK, lambda _text: None, Event())
    assert sent([call.body for call in server.asked]) == [1, 3]

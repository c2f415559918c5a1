"""A local server's model is opened as any served one, and seen as that server shows it images."""

from model.open import open_model
from model.server.settings import ServerSettings
from tests.model.server.chat_server import lists, says
from tests.model.server.conftest import Connect, Serve


def test_it_is_opened_as_any_served_model(serve: Serve) -> None:
    port = serve(says("x"), models=lists("UI-TARS-1.5-7B", owned_by="vllm")).url.rpartition(":")[2]
    model = open_model(f"vllm:{port}", environ={})
    assert model.family.name == "ui-tars-1.5"
    model.close()


def test_images_are_no_larger_than_the_server_leaves_them(serve: Serve, connect: Connect) -> None:
    server = serve(says("x"), models=lists("qwen2.5vl:7b", owned_by="library"))
    family = connect(server.url, ServerSettings()).family
    width, height = family.canvas(2560, 1440)
    assert width * height <= 2 << 20
    assert (width % 28, height % 28) == (0, 0)

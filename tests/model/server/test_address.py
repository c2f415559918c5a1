"""`URL[#NAME]`, and nothing secret in what is shown of it."""

import pytest

from model.base import ModelError
from model.server.address import Address


@pytest.mark.parametrize(
    ("text", "base", "model"),
    [
        ("http://localhost:8000", "http://localhost:8000/v1", ""),
        ("http://localhost:8000/v1/", "http://localhost:8000/v1", ""),
        ("https://example.org/glm/v1#zai-org/GLM-4.5V", "https://example.org/glm/v1", "zai-org/GLM-4.5V"),
        ("http://[::1]:8000#a#b", "http://[::1]:8000/v1", "a#b"),
    ],
)
def test_an_address_is_parted(text: str, base: str, model: str) -> None:
    address = Address.parse(text)
    assert (address.base, address.model) == (base, model)


def test_user_and_password_are_taken_out_and_not_shown() -> None:
    address = Address.parse("https://me:s%40cret@example.org:8443/v1")
    assert (address.base, address.host) == ("https://example.org:8443/v1", "example.org:8443")
    assert address.userinfo == ("me", "s@cret")
    assert "s@cret" not in repr(address)


@pytest.mark.parametrize(
    "text", ["", "localhost:8000", "ftp://example.org", "http://", "http://a:b:c/", "http://[::1", "http://a/v1?key=b"]
)
def test_what_is_no_address_gets_a_sentence(text: str) -> None:
    with pytest.raises(ModelError, match="address"):
        Address.parse(text)


@pytest.mark.parametrize(
    ("url", "loopback", "private"),
    [
        ("http://127.0.0.9:1", True, True),
        ("http://localhost", True, True),
        ("http://[::1]:1", True, True),
        ("http://192.168.1.2", False, False),
        ("http://localhost.example.org", False, False),
        ("https://example.org", False, True),
    ],
)
def test_what_others_on_the_way_can_read(url: str, loopback: bool, private: bool) -> None:
    address = Address.parse(url)
    assert (address.is_loopback, address.is_private) == (loopback, private)

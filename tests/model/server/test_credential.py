"""Keys from the address, the environment and the keyring: found, kept private, never shown."""

from collections.abc import Iterator

import keyring
import pytest

from model.base import ModelError
from model.server.address import Address
from model.server.credential import NO_CREDENTIAL, Credential, find_credential
from tests.memory_keyring import MemoryKeyring, keyring_in_memory

HTTPS = Address.parse("https://example.org:8443")
KEY = {"DESKHAND_API_KEY": "sk-secret"}


@pytest.fixture(autouse=True)
def memory() -> Iterator[MemoryKeyring]:
    with keyring_in_memory() as memory:
        yield memory


def find(address: Address, environ: dict[str, str], *, over_plain_http: bool = False) -> Credential:
    return find_credential(address, environ, over_plain_http=over_plain_http)


def test_the_environments_key_is_sent_as_a_bearer() -> None:
    assert find(HTTPS, KEY).header == "Bearer sk-secret"


def test_the_keyring_is_asked_for_this_very_server() -> None:
    keyring.set_password("deskhand", "example.org:8443", "sk-kept")
    assert find(HTTPS, {}).header == "Bearer sk-kept"
    assert find(Address.parse("https://elsewhere.org"), {}) == NO_CREDENTIAL


def test_user_and_password_of_the_address_go_before_a_key() -> None:
    assert find(Address.parse("https://me:pw@example.org"), KEY).header == "Basic bWU6cHc="


def test_a_locked_keyring_gets_a_sentence(memory: MemoryKeyring) -> None:
    memory.locked = True
    with pytest.raises(ModelError, match="unlock it, or set DESKHAND_API_KEY"):
        find(HTTPS, {})


def test_a_key_does_not_travel_unencrypted_to_another_machine() -> None:
    lan = Address.parse("http://192.168.1.2:8000")
    with pytest.raises(ModelError, match="unencrypted"):
        find(lan, KEY)
    assert find(lan, {}) == NO_CREDENTIAL
    assert find(lan, KEY, over_plain_http=True).header == "Bearer sk-secret"


def test_a_key_may_go_to_this_machine_itself() -> None:
    assert find(Address.parse("http://localhost:8000"), KEY).header == "Bearer sk-secret"


@pytest.mark.parametrize("key", ["schlüssel", "a\nb"])
def test_a_key_that_no_header_can_carry_gets_a_sentence_without_it(key: str) -> None:
    with pytest.raises(ModelError, match="copy it again") as caught:
        find(HTTPS, {"DESKHAND_API_KEY": key})
    assert key not in str(caught.value)


def test_a_credential_shows_nothing_of_itself() -> None:
    credential = find(HTTPS, KEY)
    assert "sk-secret" not in f"{credential!r} {credential}"
    assert credential.hidden_in("Incorrect key sk-secret!") == "Incorrect key [hidden]!"

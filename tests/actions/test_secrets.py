"""Secrets are looked up while they are typed, and known to nobody else."""

from collections.abc import Iterator

import keyring
import pytest

from actions.errors import ActionError
from actions.executor import Executor
from actions.geometry import View
from actions.input.gate import OpenGate
from actions.schema import Box, TypeText
from actions.secrets import SecretStore, find_secret, secret_names
from tests.actions.editors import Editor
from tests.memory_keyring import MemoryKeyring, keyring_in_memory

GOAL = 'type "{{secret:bank}}" into Password'
VALUE = "s3cr€t {{secret:other}}"


@pytest.fixture
def memory() -> Iterator[MemoryKeyring]:
    with keyring_in_memory() as memory:
        yield memory


def store(goal: str = GOAL) -> SecretStore:
    return SecretStore(goal, {"bank": VALUE, "other": "not this"}.get)


@pytest.mark.parametrize("text", ["{{secret:bank}}", "{{ secret: bank }}", "{{secret:bank }}"])
def test_a_placeholder_becomes_its_secret_once(text: str) -> None:
    assert store().resolve(f"<{text}>") == f"<{VALUE}>"


@pytest.mark.parametrize("text", ["", "plain", "{{name}}", "{secret:bank}", "secret:bank", "{{secrets:bank}}"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert store().resolve(text) == text


def test_only_what_the_goal_names_can_be_typed() -> None:
    with pytest.raises(ActionError, match="names no secret 'other'"):
        store().resolve("{{secret:other}}")


def test_without_a_goal_there_are_no_secrets() -> None:
    with pytest.raises(ActionError, match="names no secret"):
        SecretStore().resolve("{{secret:bank}}")


def test_a_missing_secret_is_said_with_where_to_put_it() -> None:
    with pytest.raises(ActionError, match=r"DESKHAND_SECRET_pin.*keyring set deskhand pin"):
        store("{{secret:pin}}").resolve("{{secret:pin}}")


@pytest.mark.parametrize("text", ["{{secret:}}", "{{secret:my bank}}", "{{secret:bank", "{{secret:bänk}}"])
def test_a_broken_placeholder_is_not_typed(text: str) -> None:
    with pytest.raises(ActionError, match="A secret is written"):
        store().resolve(text)


def test_no_error_says_a_secret() -> None:
    with pytest.raises(ActionError) as caught:
        store().resolve("{{secret:bank}} {{secret:other}}")
    assert VALUE not in str(caught.value)


def test_names_are_found_in_a_goal() -> None:
    assert secret_names("use {{secret:user_1}} and {{ secret:pw }}, then {{secret:pw}}") == {"user_1", "pw"}


def test_the_environment_holds_secrets() -> None:
    assert find_secret("bank", {"DESKHAND_SECRET_bank": VALUE}) == VALUE


def test_the_keyring_holds_secrets(memory: MemoryKeyring) -> None:
    keyring.set_password("deskhand", "bank", VALUE)
    assert find_secret("bank", {}) == VALUE
    assert find_secret("other", {}) is None


def test_a_locked_keyring_is_said(memory: MemoryKeyring) -> None:
    memory.locked = True
    with pytest.raises(ActionError, match="'bank', cannot be read: locked"):
        find_secret("bank", {})


@pytest.mark.display
def test_the_executor_types_the_secret(mousepad: Editor, view: View) -> None:
    value = 'p"w(1)'
    with Executor(OpenGate(), SecretStore(GOAL, lambda _name: value)) as executor:
        executor.execute(TypeText(text="{{secret:bank}}", box_2d=Box.at(500, 500), override=True), view)
    assert mousepad.received(value) == value


@pytest.mark.display
def test_a_missing_secret_clears_nothing(mousepad: Editor, executor: Executor, view: View) -> None:
    field = Box.at(500, 500)
    executor.execute(TypeText(text="kept", box_2d=field, override=True), view)
    with pytest.raises(ActionError):
        executor.execute(TypeText(text="{{secret:bank}}", box_2d=field, override=True), view)
    assert mousepad.received("kept") == "kept"

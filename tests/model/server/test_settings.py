"""Settings from the environment: read, or refused by name."""

import pytest

from model.base import ModelError
from model.server import ServerSettings


def test_variables_are_read_and_others_left_alone() -> None:
    environ = {"DESKHAND_SERVER_MAX_TOKENS": "99", "DESKHAND_SERVER_KEY_OVER_PLAIN_HTTP": "true", "PATH": "/bin"}
    assert ServerSettings.from_environment(environ) == ServerSettings(max_tokens=99, key_over_plain_http=True)


@pytest.mark.parametrize(
    ("name", "value"),
    [("MAX_TOKEN", "9"), ("MAX_TOKENS", "many"), ("TEMPERATURE", "-1"), ("GRAMMAR", "on"), ("REPLY_SECONDS", "0")],
)
def test_a_mistyped_variable_is_named(name: str, value: str) -> None:
    with pytest.raises(ModelError, match=f"DESKHAND_SERVER_{name}(:| is no setting:) "):
        ServerSettings.from_environment({f"DESKHAND_SERVER_{name}": value})

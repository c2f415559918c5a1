"""How a served model is asked, and how long it is waited for."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from model.environment import settings_from

PREFIX = "DESKHAND_SERVER_"

Seconds = Annotated[float, Field(gt=0, allow_inf_nan=False)]


class ServerSettings(BaseModel):
    """Settings of a served model, each also an environment variable (`DESKHAND_SERVER_MAX_TOKENS`).

    `family` names the model's family where its served name does not show it (see `model.families`).
    `grammar` "auto" sends the dialect's grammar to vLLM and SGLang. They hold the answer to it and leave the thought
    free only when started with a reasoning parser, which a client cannot see from outside: hence "off" by default.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    family: str = ""
    temperature: Annotated[float, Field(ge=0, le=2)] = 0.0
    max_tokens: Annotated[int, Field(ge=1)] = 8192
    thought_tokens: Annotated[int, Field(ge=0)] | None = None
    """How long a thought may be before it is ended, on servers that can go on with a begun reply; else the family's."""
    thought_seconds: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 120.0
    images: Annotated[int, Field(ge=1)] | None = None
    """The most images in a request; else as many as the family was taught, as far as the server takes them."""
    grammar: Literal["off", "auto"] = "off"

    connect_seconds: Seconds = 10.0
    first_token_seconds: Seconds = 300.0
    between_tokens_seconds: Seconds = 60.0
    reply_seconds: Seconds = 900.0
    """The whole reply, retries and their waits included."""

    tries: Annotated[int, Field(ge=1, le=20)] = 5
    backoff_seconds: Seconds = 0.5
    """Wait before the second try; doubled before each further one, with jitter."""
    longest_wait_seconds: Seconds = 60.0
    """Also the longest `Retry-After` that is honoured; a server that asks for more ends the run."""

    key_over_plain_http: bool = False
    """Send a key to another machine although the connection is not encrypted."""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "ServerSettings":
        """Read the variables. One that is no setting, or has an impossible value, is a `ModelError`."""
        return settings_from(environ, cls, PREFIX)


def variable(setting: str) -> str:
    """Return the environment variable of a setting, which sentences for the user name."""
    return PREFIX + setting.upper()

"""Settings that stand in the environment: `DESKHAND_GLM_QUANTIZATION=int8`, `DESKHAND_SERVER_MAX_TOKENS=4096`."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from model.base import ModelError

_Settings = TypeVar("_Settings", bound=BaseModel)


def settings_from(environ: Mapping[str, str], kind: type[_Settings], prefix: str) -> _Settings:
    """Return the settings that variables of this prefix give; the rest keep their defaults.

    A variable that is no setting, or has an impossible value, is a `ModelError` that names it.
    """
    given = {name.removeprefix(prefix).lower(): value for name, value in environ.items() if name.startswith(prefix)}
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        if not first["loc"]:
            raise ModelError(f"{prefix}…: {first['msg']}.") from error
        variable = prefix + str(first["loc"][0]).upper()
        if first["type"] != "extra_forbidden":
            raise ModelError(f"{variable}: {first['msg']}.") from error
        known = ", ".join(name.upper() for name in kind.model_fields)
        raise ModelError(f"{variable} is no setting: after {prefix} can come {known}.") from error

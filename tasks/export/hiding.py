"""Secrets in what is exported: placeholders stay, and a value that a screen or a person let slip in goes.

A recording holds placeholders alone, so a value stands only in what a model read off a screen or a person replied.
What a screenshot shows is not looked at.
"""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel

from actions.secrets import find_secret, secret_names

_Model = TypeVar("_Model", bound=BaseModel)


def known_secrets(goal: str) -> dict[str, str]:
    """Return the placeholder of each secret of a goal that can be looked up here, by its value.

    Raises `ActionError` for a locked keyring.
    """
    found = {name: find_secret(name) for name in sorted(secret_names(goal))}
    return {value: f"{{{{secret:{name}}}}}" for name, value in found.items() if value}


def hide(text: str, secrets: Mapping[str, str]) -> str:
    """Return a text with the placeholder in the place of each secret's value, of the longest first."""
    for value, placeholder in sorted(secrets.items(), key=lambda entry: -len(entry[0])):
        text = text.replace(value, placeholder)
    return text


def without_secrets(said: _Model, secrets: Mapping[str, str]) -> _Model:
    """Return a model with the secrets hidden in all of its texts, and in those of the models in it."""
    if not secrets:
        return said
    return said.model_copy(update={name: _hidden(value, secrets) for name, value in said})


def _hidden(value: object, secrets: Mapping[str, str]) -> object:
    match value:
        case str():
            return hide(value, secrets)
        case BaseModel():
            return without_secrets(value, secrets)
    return value

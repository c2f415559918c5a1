"""Secrets: `{{secret:NAME}}` in a goal stands for a text that is looked up only at the moment of typing.

The model, the recording, the log and every error know the placeholder alone. Only names that the user wrote into the
goal can be looked up, so that no text on a screen can make the model ask for another.

What becomes of the text once typed is the application's: a field that shows it in clear shows it to the next screenshot
too. Type secrets into fields that show dots, or let the policy ask (`secret: ask`) where the agent might mistake one.
"""

import os
import re
from collections.abc import Callable, Mapping

from actions.errors import ActionError

VARIABLE = "DESKHAND_SECRET_"
SERVICE = "deskhand"

_PLACEHOLDER = re.compile(r"\{\{\s*secret:\s*(\w+)\s*\}\}", re.ASCII)
_BEGINNING = re.compile(r"\{\{\s*secret\s*:")


def secret_names(text: str) -> frozenset[str]:
    """Return the names of the placeholders in a text."""
    return frozenset(_PLACEHOLDER.findall(text))


def find_secret(name: str, environ: Mapping[str, str] = os.environ) -> str | None:
    """Look a secret up in the environment, then in the system's keyring. Raises `ActionError` for a locked keyring."""
    return environ.get(VARIABLE + name) or _from_keyring(name)


class SecretStore:
    """The secrets that one goal names."""

    def __init__(self, goal: str = "", find: Callable[[str], str | None] = find_secret) -> None:
        self._names, self._find = secret_names(goal), find

    def resolve(self, text: str) -> str:
        """Return the text with its secrets in place of their placeholders, for typing and nothing else.

        Raises `ActionError` for a secret that is nowhere to be found or that the goal does not name.
        """
        resolved = _PLACEHOLDER.sub(lambda placeholder: self._value(placeholder[1]), text)
        if _BEGINNING.search(_PLACEHOLDER.sub("", text)):
            raise ActionError("A secret is written {{secret:NAME}}; NAME is letters, digits and underscores.")
        return resolved

    def _value(self, name: str) -> str:
        if name not in self._names:
            raise ActionError(f"The goal names no secret {name!r}: only the user can add one.")
        value = self._find(name)
        if not value:
            raise ActionError(
                f"There is no secret {name!r}: put it into the environment as {VARIABLE}{name}, "
                f"or into the keyring with `keyring set {SERVICE} {name}`."
            )
        return value


def _from_keyring(name: str) -> str | None:
    try:
        import keyring
        from keyring.errors import KeyringError, NoKeyringError
    except ModuleNotFoundError:  # the extra is not installed
        return None
    try:
        return keyring.get_password(SERVICE, name)
    except NoKeyringError:
        return None
    except KeyringError as error:
        raise ActionError(f"The keyring, asked for the secret {name!r}, cannot be read: {error}.") from error
